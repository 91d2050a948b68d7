import type { Shape } from '../../ir/shape.js';
import { sizeBound } from './range.js';

/** Fewest items of any list of the shape; infinite where there is no list. */
export function leastItems(shape: Shape): number {
  return isList(shape) ? sizeBound(shape.facets ?? [], 'minItems', Math.max, 0) : Number.POSITIVE_INFINITY;
}

export function mostItems(shape: Shape): number {
  if (!isList(shape)) return 0;
  const most = sizeBound(shape.facets ?? [], 'maxItems', Math.min, Number.POSITIVE_INFINITY);
  return shape.kind === 'array' && shape.items.kind === 'never' ? Math.min(most, shape.prefix.length) : most;
}

function isList(shape: Shape): boolean {
  return shape.kind === 'array' || shape.kind === 'any' || (shape.kind === 'instance' && shape.parts.length > 0);
}

/** Fewest properties of any object of the shape; infinite where there is no object. */
export function leastProperties(shape: Shape): number {
  if (shape.kind !== 'object')
    return shape.kind === 'any' ? sizeBound(shape.facets ?? [], 'minProperties', Math.max, 0) : Infinity;
  const required = shape.properties.filter((property) => property.required).length + (shape.demands?.length ?? 0);
  return Math.max(required, sizeBound(shape.facets ?? [], 'minProperties', Math.max, 0));
}

export function mostProperties(shape: Shape): number {
  if (shape.kind !== 'object' && shape.kind !== 'any') return 0;
  const most = sizeBound(shape.facets ?? [], 'maxProperties', Math.min, Number.POSITIVE_INFINITY);
  const closed =
    shape.kind === 'object' && shape.patterns.length === 0 && (shape.openness === 'closed' || shape.openness === 'strip');
  return closed ? Math.min(most, shape.properties.length) : most;
}

/** Whether every object of the shape has the property. */
export function isDemanded(shape: Shape, key: string): boolean {
  if (shape.kind === 'object')
    return (
      shape.properties.some((property) => property.key === key && property.required) || shape.demands?.includes(key) === true
    );
  if (shape.kind !== 'any') return true;
  return (shape.facets ?? []).some(({ keyword, value }) => keyword === 'required' && Array.isArray(value) && value.includes(key));
}
