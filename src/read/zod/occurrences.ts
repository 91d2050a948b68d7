import { eachChild } from '../../ir/children.js';
import type { Document, Shape } from '../../ir/shape.js';
import type { Occurrence } from '../source.js';

/** The keywords that the JSON Schema of the same shape would have, each once for its place. */
export function occurrencesOf({ root, definitions }: Document, noted: readonly Occurrence[]): readonly Occurrence[] {
  const found = new Map<string, Occurrence>();
  const seen = new Set<Shape>();
  const add = (occurrence: Occurrence): void => {
    const key = `${occurrence.path} ${occurrence.keyword}`;
    if (!found.has(key)) found.set(key, occurrence);
  };
  const walk = (shape: Shape): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    for (const keyword of keywordsOf(shape, definitions)) add({ path: shape.path, keyword });
    for (const facet of shape.facets ?? []) add({ path: facet.path, keyword: facet.keyword });
    for (const keyword of Object.keys(shape.notes ?? {})) add({ path: shape.path, keyword });
    for (const loss of shape.losses ?? []) add({ path: loss.path, keyword: loss.keyword });
    // `false` says in JSON Schema that nothing may follow, and holds no keyword.
    if (shape.kind === 'array' && shape.items.kind === 'never') seen.add(shape.items);
    if (shape.kind === 'object' && shape.openness === 'closed') seen.add(shape.rest);
    eachChild(shape, walk);
  };
  walk(root);
  for (const shape of definitions.values()) walk(shape);
  for (const occurrence of noted) add(occurrence);
  return [...found.values()];
}

function keywordsOf(shape: Shape, definitions: Document['definitions']): readonly string[] {
  switch (shape.kind) {
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'instance':
      return ['type'];
    case 'never':
      return ['not'];
    case 'literal':
      return [shape.values.length === 1 ? 'const' : 'enum'];
    case 'array':
      return shape.prefix.length > 0 ? ['type', 'prefixItems', 'items'] : ['type', 'items'];
    case 'object': {
      const keywords = ['type'];
      if (shape.properties.length > 0) keywords.push('properties');
      if (shape.properties.some(({ required }) => required)) keywords.push('required');
      if (shape.patterns.length > 0) keywords.push('patternProperties');
      if (shape.keys) keywords.push('propertyNames');
      if (shape.openness === 'closed' || shape.openness === 'explicit') keywords.push('additionalProperties');
      return keywords;
    }
    case 'union':
      // Where only `undefined` was added, JSON Schema has no keyword for it.
      if (shape.options.every(({ path }) => path === shape.path)) return [];
      return [shape.options.some(({ path }) => path.startsWith(`${shape.path}/oneOf/`)) ? 'oneOf' : 'anyOf'];
    case 'all':
      return ['allOf'];
    case 'ref':
      return definitions.get(shape.name)?.path === shape.path ? [] : ['$ref'];
    default:
      return [];
  }
}
