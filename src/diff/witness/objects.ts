import { textOfPattern } from '../../emulator/generate/pattern.js';
import { setOwn } from '../../ir/json.js';
import { matcher } from '../../ir/matcher.js';
import type { ObjectShape, Shape } from '../../ir/shape.js';
import { sizeBound } from '../includes/range.js';
import type { Sampler } from './sampler.js';

const EACH = 40;
const CROWD = 8;

/** Objects with each property varied once: the least one, the fullest one, each optional property there and not there. */
export function objectsOf(
  sampler: Sampler,
  shape: ObjectShape,
  reader: Shape | undefined,
  depth: number,
  most: number,
): unknown[] {
  const least = objectWith(sampler, shape, {}, depth);
  if (!least) return [];
  const found: unknown[] = [least];
  if (most <= 1) return found;
  const full = { ...least };
  for (const { key, shape: value, required } of shape.properties) {
    const one = required ? undefined : sampler.one(value, depth + 1);
    if (one) setOwn(full, key, one.value);
  }
  found.push(full);
  const reads = reader?.kind === 'object' ? reader : undefined;
  for (const { key, shape: value, required } of shape.properties) {
    if (found.length >= most) break;
    const twin = reads?.properties.find((property) => property.key === key)?.shape ?? reads?.rest;
    for (const held of sampler.values(value, twin, depth + 1, EACH)) found.push(withKey(least, key, held));
    if (!required) found.push(Object.fromEntries(Object.entries(full).filter(([name]) => name !== key)));
  }
  const keys = newKeys(sampler, shape, reads);
  let crowd = least;
  for (const key of keys.slice(0, CROWD)) {
    const one = sampler.one(heldUnder(shape, key) as Shape, depth + 1);
    if (one) {
      crowd = withKey(crowd, key, one.value);
      found.push(crowd);
    }
  }
  for (const key of keys) {
    const held = heldUnder(shape, key);
    if (held)
      for (const value of sampler.values(held, reads && heldUnder(reads, key), depth + 1, 12))
        found.push(withKey(least, key, value));
  }
  return found.slice(0, most);
}

/** The least object that holds the given values; undefined where some required property has no value. */
export function objectWith(
  sampler: Sampler,
  shape: ObjectShape,
  given: Record<string, unknown>,
  depth: number,
  turn = 0,
): Record<string, unknown> | undefined {
  const made: Record<string, unknown> = {};
  for (const { key, shape: value, required } of shape.properties) {
    if (Object.hasOwn(given, key)) setOwn(made, key, given[key]);
    else if (required) {
      const one = sampler.one(value, depth + 1, turn);
      if (!one) return undefined;
      setOwn(made, key, one.value);
    }
  }
  for (const key of shape.demands ?? []) {
    const one = Object.hasOwn(made, key) ? undefined : sampler.one(heldUnder(shape, key) ?? { kind: 'any', path: '' }, depth + 1);
    if (one) setOwn(made, key, one.value);
  }
  for (const key of Object.keys(given)) if (!Object.hasOwn(made, key)) setOwn(made, key, given[key]);
  const wanted = sizeBound(shape.facets ?? [], 'minProperties', Math.max, 0);
  for (const { key, shape: value } of shape.properties) {
    if (Object.keys(made).length >= wanted) break;
    const one = Object.hasOwn(made, key) ? undefined : sampler.one(value, depth + 1);
    if (one) setOwn(made, key, one.value);
  }
  for (const key of Object.keys(made).length < wanted ? newKeys(sampler, shape, undefined) : []) {
    if (Object.keys(made).length >= wanted) break;
    const held = heldUnder(shape, key);
    const one = held && sampler.one(held, depth + 1);
    if (one) setOwn(made, key, one.value);
  }
  return made;
}

/** Keys that the object does not declare but admits; those that a reader declares first. */
export function newKeys(sampler: Sampler, shape: ObjectShape, reader: ObjectShape | undefined): string[] {
  if (shape.openness !== 'explicit' && shape.patterns.length === 0) return [];
  const keys = shape.keys ? sampler.values(shape.keys, reader?.keys, 0, EACH).map(String) : ['extra', 'a', 'b', 'key 1', '1'];
  const patterned = shape.patterns.flatMap(({ pattern }) => [
    textOfPattern(pattern, sampler.draw),
    textOfPattern(pattern, sampler.draw),
  ]);
  const declared = new Set(shape.properties.map(({ key }) => key));
  const wanted = (reader?.properties ?? []).map(({ key }) => key);
  const all = [...wanted, ...patterned, ...keys].filter((key) => key !== undefined && !declared.has(key) && key !== '__proto__');
  return [...new Set(all as string[])].filter((key) => heldUnder(shape, key) !== undefined);
}

/** What an object holds under a key that it does not declare. */
export function heldUnder(shape: ObjectShape, key: string): Shape | undefined {
  const matching = shape.patterns.find(({ pattern }) => matcher(pattern)(key));
  if (matching) return matching.shape;
  return shape.openness === 'explicit' && shape.rest.kind !== 'never' ? shape.rest : undefined;
}

export function withKey(object: Record<string, unknown>, key: string, value: unknown): Record<string, unknown> {
  const copy = { ...object };
  setOwn(copy, key, value);
  return copy;
}
