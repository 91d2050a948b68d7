import { attach } from '../../ir/attach.js';
import { matcher } from '../../ir/matcher.js';
import type { ObjectShape, Openness, Property, Shape } from '../../ir/shape.js';
import { meet } from './meet.js';
import type { Merge } from './merge.js';

/** The objects that both shapes admit: declared properties of both, each under what the other says of it. */
export function meetObjects(a: ObjectShape, b: ObjectShape, merge: Merge): Shape {
  const required = new Set([...(a.demands ?? []), ...(b.demands ?? [])]);
  const byKey = new Map(b.properties.map((property) => [property.key, property]));
  const properties: Property[] = [];
  for (const property of a.properties) {
    const other = byKey.get(property.key);
    byKey.delete(property.key);
    properties.push(meetProperty(property, other, other ? other.shape : undeclared(b, property.key, merge), required, merge));
  }
  for (const property of byKey.values())
    properties.push(meetProperty(property, undefined, undeclared(a, property.key, merge), required, merge));
  const demands = [...required].filter((key) => !properties.some((property) => property.key === key));
  const patterns = [
    ...a.patterns.map((entry) => ({ ...entry, shape: outside(entry.shape, b, merge) })),
    ...b.patterns.map((entry) => ({ ...entry, shape: outside(entry.shape, a, merge) })),
  ];
  const keys = a.keys && b.keys ? meet(a.keys, b.keys, merge) : (a.keys ?? b.keys);
  const branches = [...(a.branches ?? []), ...(b.branches ?? [])];
  const { demands: _d, branches: _b, keys: _k, ...rest } = a;
  const shape: ObjectShape = {
    ...rest,
    properties,
    patterns,
    rest: meet(a.rest, b.rest, merge),
    openness: meetOpenness(a.openness, b.openness),
    ...(demands.length > 0 && { demands }),
    ...(keys && { keys }),
    ...(branches.length > 0 && { branches }),
  };
  return attach(shape, b);
}

function meetProperty(
  property: Property,
  twin: Property | undefined,
  other: Shape | undefined,
  required: Set<string>,
  merge: Merge,
): Property {
  const shape = other === undefined ? property.shape : meet(property.shape, other, merge);
  const isRequired = property.required || (twin?.required ?? false) || required.delete(property.key);
  return shape === property.shape && isRequired === property.required ? property : { ...property, shape, required: isRequired };
}

/** What an object says of a key that it does not declare; undefined where it says nothing. */
function undeclared(shape: ObjectShape, key: string, merge: Merge): Shape | undefined {
  let found: Shape | undefined;
  for (const { pattern, shape: value } of shape.patterns)
    if (matcher(pattern)(key)) found = found ? meet(found, value, merge) : value;
  if (found) return found;
  return shape.openness === 'strip' || shape.openness === 'implicit' ? undefined : shape.rest;
}

function outside(value: Shape, other: ObjectShape, merge: Merge): Shape {
  return other.openness === 'strip' || other.openness === 'implicit' || other.patterns.length > 0
    ? value
    : meet(value, other.rest, merge);
}

function meetOpenness(a: Openness, b: Openness): Openness {
  if (a === 'closed' || b === 'closed') return 'closed';
  if (a === 'explicit' || b === 'explicit') return 'explicit';
  return a === 'strip' && b === 'strip' ? 'strip' : 'implicit';
}
