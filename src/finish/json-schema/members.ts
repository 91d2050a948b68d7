import { sameJson } from '../../ir/equal.js';

/** A test for being one of some values, in time that does not grow with their number as long as they are no objects. */
export function memberOf(values: readonly unknown[]): (value: unknown) => boolean {
  const simple = new Set<unknown>();
  const composed: unknown[] = [];
  for (const value of values) {
    if (typeof value === 'object' && value !== null) composed.push(value);
    else simple.add(value);
  }
  return (value) =>
    typeof value === 'object' && value !== null ? composed.some((candidate) => sameJson(candidate, value)) : simple.has(value);
}
