import type { ObjectShape, Openness, Property } from '../../ir/shape.js';
import type { Comparing } from './index.js';
import { shapeWords } from './words.js';

const OPEN: Record<Openness, string> = {
  closed: 'refused',
  strip: 'dropped',
  implicit: 'let pass',
  explicit: 'kept',
};

/** Properties that came, went, or became required or optional; and what becomes of undeclared ones. */
export function objectChanges(comparing: Comparing, x: ObjectShape, y: ObjectShape, depth: number): void {
  const was = new Map(x.properties.map((property) => [property.key, property]));
  for (const property of y.properties) {
    const before = was.get(property.key);
    was.delete(property.key);
    if (before) {
      requirement(comparing, before, property);
      comparing.compare(before.shape, property.shape, depth + 1);
    } else
      comparing.add(
        property.shape.path,
        `the property is new: ${shapeWords(property.shape)}, ${property.required ? 'required' : 'optional'}`,
        {
          came: 'property',
          key: property.key,
          shape: property.shape,
          within: y.path,
        },
      );
  }
  for (const { key, shape, required } of was.values())
    comparing.add(shape.path, `the property is gone; it was ${required ? 'required' : 'optional'}`, {
      gone: 'property',
      key,
      shape,
      within: y.path,
    });
  const [demandedBefore, demanded] = [new Set(x.demands), new Set(y.demands)];
  for (const key of demanded) if (!demandedBefore.has(key)) comparing.add(y.path, `the undeclared property "${key}" is required`);
  for (const key of demandedBefore)
    if (!demanded.has(key)) comparing.add(y.path, `the undeclared property "${key}" is no longer required`);
  if (x.openness !== y.openness)
    comparing.add(y.path, `undeclared properties were ${OPEN[x.openness]} and are now ${OPEN[y.openness]}`);
  else comparing.compare(x.rest, y.rest, depth + 1);
  patterns(comparing, x, y, depth);
  if (x.keys && y.keys) comparing.compare(x.keys, y.keys, depth + 1);
  else if (x.keys || y.keys) comparing.add(y.path, y.keys ? 'what keys may be is limited' : 'keys may be any');
}

function requirement(comparing: Comparing, before: Property, now: Property): void {
  if (before.required !== now.required)
    comparing.add(
      now.shape.path,
      now.required ? 'the property is required, and was optional' : 'the property is optional, and was required',
    );
}

function patterns(comparing: Comparing, x: ObjectShape, y: ObjectShape, depth: number): void {
  for (const { pattern, shape } of y.patterns) {
    const before = x.patterns.find((entry) => entry.pattern === pattern);
    if (before) comparing.compare(before.shape, shape, depth + 1);
    else comparing.add(shape.path, `keys that match ${pattern} have a schema of their own`);
  }
  for (const { pattern, shape } of x.patterns)
    if (!y.patterns.some((entry) => entry.pattern === pattern))
      comparing.add(shape.path, `keys that match ${pattern} have no schema of their own any more`);
}
