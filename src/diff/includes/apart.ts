import { sameJson } from '../../ir/equal.js';
import type { ObjectShape, Shape } from '../../ir/shape.js';
import { follow } from '../follow.js';
import { kindOf } from './admits.js';
import { rangeOf } from './range.js';

type Resolve = (name: string) => Shape | undefined;

const DEEPEST = 8;

/** Whether it is plain that no value fits both shapes as read. */
export function apart(a: Shape, b: Shape, resolve: Resolve, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  const [x, y] = [follow(a, resolve), follow(b, resolve)];
  if (!x || !y || x === y) return false;
  if (x.kind === 'never' || y.kind === 'never') return true;
  if (x.kind === 'union') return x.options.every((option) => apart(option, y, resolve, depth + 1));
  if (y.kind === 'union') return y.options.every((option) => apart(x, option, resolve, depth + 1));
  if (x.kind === 'all') return x.parts.some((part) => apart(part, y, resolve, depth + 1));
  if (y.kind === 'all') return y.parts.some((part) => apart(x, part, resolve, depth + 1));
  const [one, other] = [kindsOf(x), kindsOf(y)];
  if (one && other && !one.some((kind) => other.includes(kind))) return true;
  if (x.kind === 'literal' && y.kind === 'literal')
    return !x.values.some((value) => y.values.some((twin) => sameJson(value, twin)));
  if (x.kind === 'number' && y.kind === 'number') return rangesApart(x, y);
  if (x.kind === 'object' && y.kind === 'object') return objectsApart(x, y, resolve, depth);
  return false;
}

/** The JSON types of a shape's values; undefined where any may be. */
function kindsOf(shape: Shape): readonly string[] | undefined {
  switch (shape.kind) {
    case 'literal':
      return [...new Set(shape.values.map(kindOf))];
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'array':
    case 'object':
      return [shape.kind];
    case 'any':
      return shape.of === undefined ? undefined : [shape.of];
    default:
      return undefined;
  }
}

function rangesApart(x: Shape & { readonly kind: 'number' }, y: Shape & { readonly kind: 'number' }): boolean {
  const [a, b] = [rangeOf(x.facets ?? [], false), rangeOf(y.facets ?? [], false)];
  const below = (one: typeof a, other: typeof a) =>
    one.high < other.low || (one.high === other.low && (one.highOpen || other.lowOpen));
  return below(a, b) || below(b, a);
}

function objectsApart(x: ObjectShape, y: ObjectShape, resolve: Resolve, depth: number): boolean {
  const lacks = (one: ObjectShape, other: ObjectShape) =>
    one.properties.some(
      ({ key, required }) =>
        required &&
        other.openness === 'closed' &&
        other.patterns.length === 0 &&
        !other.properties.some((property) => property.key === key),
    );
  if (lacks(x, y) || lacks(y, x)) return true;
  return x.properties.some((property) => {
    const twin = y.properties.find(({ key }) => key === property.key);
    return twin !== undefined && (property.required || twin.required) && apart(property.shape, twin.shape, resolve, depth + 1);
  });
}
