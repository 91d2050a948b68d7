import { closedObject, freeName, listOf, recode } from '../../ir/recode.js';
import type { ObjectShape, Property, RefShape, Shape } from '../../ir/shape.js';
import type { Rule } from './rule.js';

/** Undeclared keys travel as a list of `{key, value}` entries, beside the declared properties where there are any. */
export const maps: Rule = {
  name: 'maps',
  eliminates: (shape) =>
    shape.kind === 'object' && (shape.openness === 'explicit' || shape.openness === 'implicit' || shape.patterns.length > 0),
  lower: (shape) => lower(shape as ObjectShape),
};

function lower(shape: ObjectShape): Shape {
  const { path } = shape;
  const closed = shape.openness === 'closed' || shape.openness === 'strip';
  const values = [...shape.patterns.map((entry) => entry.shape), ...(closed ? [] : [shape.rest])];
  const value = oneOf(path, values);
  const key = keyShape(shape, closed);
  const entries = listOf(
    path,
    closedObject(path, [
      ['key', key],
      ['value', value],
    ]),
  );
  const matching = closed ? shape.patterns.map((entry) => entry.pattern) : undefined;
  const { keys: _, skips, reads, ...rest } = shape;
  if (shape.properties.length === 0)
    return recode(
      shape,
      'entries',
      { ...(matching && { matching }), ...(skips && { skips: [...skips] }), ...(reads && { reads: [...reads] }) },
      entries,
    );
  const property: Property = {
    key: freeName('entries', (name) => shape.properties.some((declared) => declared.key === name)),
    shape: entries,
    required: true,
    role: 'entries',
    ...(matching && { matching }),
    ...(skips && { skips }),
    ...(reads && { reads }),
  };
  return {
    ...rest,
    properties: [...shape.properties, property],
    patterns: [],
    rest: { kind: 'never', path, reason: 'closed' },
    openness: 'closed',
  };
}

/** Keys are texts, within what `propertyNames` or the only pattern of a closed object says of them. */
function keyShape(shape: ObjectShape, closed: boolean): Shape {
  const { path, keys, patterns } = shape;
  if (keys?.kind === 'string' || keys?.kind === 'literal') return keys;
  const [only] = patterns;
  if (!closed || patterns.length !== 1 || !only) return { kind: 'string', path };
  const at = `${path}/patternProperties`;
  return { kind: 'string', path: at, facets: [{ keyword: 'pattern', value: only.pattern, path: at, flags: 'u' }] };
}

function oneOf(path: string, shapes: readonly Shape[]): Shape {
  // Two patterns may hold the same definition: it is referred to once.
  const distinct = [...new Map(shapes.map((shape) => [isBareRef(shape) ? shape.name : shape, shape])).values()];
  return distinct.length === 1 ? (distinct[0] as Shape) : { kind: 'union', path, options: distinct };
}

function isBareRef(shape: Shape): shape is RefShape {
  return shape.kind === 'ref' && !shape.facets && !shape.notes && !shape.losses;
}
