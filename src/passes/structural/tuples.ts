import { listOf, recode } from '../../ir/recode.js';
import type { ArrayShape, Property, Shape } from '../../ir/shape.js';
import type { Rule } from './rule.js';

/** Lists with positions of their own travel as an object, one property a position. */
export const tuples: Rule = {
  name: 'tuples',
  eliminates: (shape) => shape.kind === 'array' && (shape.prefix.length > 0 || shape.items.kind === 'never'),
  lower: (shape) => lower(shape as ArrayShape),
};

function lower(shape: ArrayShape): Shape {
  const { path, prefix, items } = shape;
  const least = leastItems(shape);
  const properties: Property[] = prefix.map((item, index) => ({ key: `item${index}`, shape: item, required: index < least }));
  const open = items.kind !== 'never';
  if (open) properties.push({ key: 'rest', shape: listOf(path, items), required: true });
  const wire: Shape = {
    kind: 'object',
    path,
    properties,
    patterns: [],
    rest: { kind: 'never', path, reason: 'closed' },
    openness: 'closed',
  };
  return recode(withoutImplied(shape, open), 'tuple', { length: prefix.length, rest: open }, wire);
}

/** Bounds that the positions themselves say are not said again. */
function withoutImplied(shape: ArrayShape, open: boolean): ArrayShape {
  const said = (keyword: string, value: unknown) =>
    (keyword === 'minItems' && (value as number) <= shape.prefix.length) ||
    (keyword === 'maxItems' && !open && (value as number) >= shape.prefix.length);
  if (!shape.facets?.some((facet) => said(facet.keyword, facet.value))) return shape;
  return { ...shape, facets: shape.facets.filter((facet) => !said(facet.keyword, facet.value)) };
}

function leastItems(shape: ArrayShape): number {
  let least = 0;
  for (const { keyword, value } of shape.facets ?? [])
    if (keyword === 'minItems' && typeof value === 'number') least = Math.max(least, value);
  return least;
}
