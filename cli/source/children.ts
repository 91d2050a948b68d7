import { partsOf } from './calls.js';
import { fieldIn, fieldOf, literalPart, schemaOf } from './fields.js';
import { follow } from './follow.js';
import type { Spot } from './syntax.js';
import { beside, type Part, type Reading, type Written } from './written.js';

/** One step of a path: the schema there, where it stands, and how many tokens of the path that took. */
export interface Child {
  readonly value: Written;
  readonly at: Spot;
  readonly used: number;
}

/** The part of a schema that a path begins with, where the code tells. */
export function childOf(schema: Written, path: readonly string[], reading: Reading): Child | undefined {
  const [first, second] = path;
  const value = schemaOf(schema, reading);
  if (!value || first === undefined) return undefined;
  const { node } = value;
  if (node.type === 'ObjectExpression') return taken(literalPart(value, first, reading), 1);
  if (node.type === 'ArrayExpression') return element(value, first, 1, reading);
  const parts = partsOf(value, reading);
  if (!parts) return undefined;
  if (first === 'properties' && second !== undefined) {
    const field = fieldIn(parts, second, reading);
    if (field !== 'absent') return taken(field, 2);
  }
  const list = parts.lists?.[first];
  if (list && second !== undefined) return element(list, second, 2, reading);
  for (const [place, part] of Object.entries(parts.at ?? {})) {
    const tokens = place.split('/');
    if (!part || !tokens.every((token, index) => token === '*' || token === path[index]) || path.length < tokens.length) continue;
    return { value: part, at: part, used: tokens.length };
  }
  for (const same of parts.same ?? []) {
    const child = same && childOf(same, path, reading);
    if (child) return child;
  }
  return parts.options && childOf(parts.options, path, reading);
}

function taken(part: Part, used: number): Child | undefined {
  return typeof part === 'string' ? undefined : { ...part, used };
}

function element(list: Written, token: string, used: number, reading: Reading): Child | undefined {
  const value = follow(list, reading, fieldOf);
  if (value?.node.type !== 'ArrayExpression') return undefined;
  const before = value.node.elements.slice(0, Number(token) + 1);
  const node = before[Number(token)];
  // After a spread nobody can count.
  if (!node || before.some((each) => each?.type === 'SpreadElement')) return undefined;
  const part = beside(value, node);
  return { value: part, at: part, used };
}
