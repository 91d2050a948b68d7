import { eachChild } from '../../../src/ir/children.js';
import type { Document, Shape } from '../../../src/ir/shape.js';

const LONGEST = 60;
const MOST = 3;

/** What each source node travels as, by its path. */
export function formsOf({ root, definitions }: Document): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const visit = (shape: Shape): void => {
    if (shape.kind === 'never') return;
    for (const path of [shape.path, ...(shape.also ?? [])]) if (!forms.has(path)) forms.set(path, cut(formOf(shape)));
    eachChild(shape, visit);
  };
  visit(root);
  for (const shape of definitions.values()) visit(shape);
  return forms;
}

function formOf(shape: Shape, within = false): string {
  switch (shape.kind) {
    case 'coded':
      return within ? formOf(shape.wire, true) : `${shape.codec}: ${coded(shape.wire)}`;
    case 'string':
      return ['string', ...(shape.facets ?? []).map((facet) => String(facet.value))].join(' ');
    case 'number':
      return shape.integer ? 'integer' : 'number';
    case 'literal':
      return shape.values.map((value) => JSON.stringify(value)).join(' | ');
    case 'array':
      return `${formOf(shape.items, true)}[]`;
    case 'object':
      return within ? '{…}' : 'object';
    case 'union':
      return shape.options.map((option) => formOf(option, true)).join(' or ');
    case 'ref':
      return `#${shape.name}`;
    default:
      return shape.kind;
  }
}

/** A form of ours, with its properties. */
function coded(shape: Shape): string {
  if (shape.kind === 'array') return `${coded(shape.items)}[]`;
  if (shape.kind !== 'object') return formOf(shape, true);
  if (shape.properties.length > MOST)
    return `{ ${shape.properties
      .slice(0, MOST)
      .map(({ key }) => key)
      .join(', ')}, … }`;
  return `{ ${shape.properties.map(({ key, required, shape: value }) => `${key}${required ? '' : '?'}: ${formOf(value, true)}`).join(', ')} }`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
