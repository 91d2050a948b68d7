import { matcher } from '../../ir/matcher.js';
import type { ArrayShape, ObjectShape } from '../../ir/shape.js';
import type { Into, Trail } from '../includes/gap.js';
import { sizeBound } from '../includes/range.js';
import { filled } from './arrays.js';
import { heldUnder, newKeys, objectWith } from './objects.js';
import type { Sampler } from './sampler.js';

/** A whole value that holds the given one at the end of the trail; `turn` asks for another company. */
export function wrap(
  sampler: Sampler,
  value: unknown,
  trail: Trail | undefined,
  turn: number,
): { readonly value: unknown } | undefined {
  let whole: { readonly value: unknown } | undefined = { value };
  for (let at = trail; at && whole; at = at.outer) whole = around(sampler, whole.value, at.into, turn);
  return whole;
}

function around(sampler: Sampler, value: unknown, into: Into, turn: number): { readonly value: unknown } | undefined {
  switch (into.kind) {
    case 'property':
      return made(objectWith(sampler, into.shape, { [into.key]: value }, 1, turn));
    case 'entry': {
      const key = into.key ?? keyFor(sampler, into.shape, into.pattern, turn);
      return key === undefined ? undefined : made(objectWith(sampler, into.shape, { [key]: value }, 1, turn));
    }
    case 'key': {
      const held = typeof value === 'string' ? heldUnder(into.shape, value) : undefined;
      const one = held && sampler.one(held, 1);
      return one && made(objectWith(sampler, into.shape, { [value as string]: one.value }, 1, turn));
    }
    case 'item':
      return made(listWith(sampler, value, into.shape, into.index, turn));
    case 'part': {
      const { type, parts } = into.shape;
      if (type === 'set') return { value: new Set([value]) };
      const other = parts[1 - into.index] && sampler.one(parts[1 - into.index] as (typeof parts)[number], 1);
      return other && { value: new Map([into.index === 0 ? [value, other.value] : [other.value, value]]) };
    }
  }
}

function listWith(sampler: Sampler, value: unknown, shape: ArrayShape, index: number, turn: number): unknown[] | undefined {
  const least = sizeBound(shape.facets ?? [], 'minItems', Math.max, 0);
  return filled(sampler, shape, Math.max(least, index + 1), 1, turn)?.with(index, value);
}

function keyFor(sampler: Sampler, shape: ObjectShape, pattern: string | undefined, turn: number): string | undefined {
  const keys = newKeys(sampler, shape, undefined).filter((key) => pattern === undefined || matcher(pattern)(key));
  return keys[Math.min(turn, keys.length - 1)];
}

function made(value: unknown): { readonly value: unknown } | undefined {
  return value === undefined ? undefined : { value };
}
