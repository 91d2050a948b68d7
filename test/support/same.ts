import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../src/ir/json.js';

export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A copy made through JSON text, which keeps `__proto__` as a key. */
export function jsonCopy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** JSON text with keys in order, so that equal values have equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'undefined' : JSON.stringify(value);
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`;
}

/** Plain objects without the keys that hold `undefined`, which JSON cannot say; -0 as 0. */
function settled(value: unknown): unknown {
  if (value === 0) return 0;
  if (Array.isArray(value)) return value.map(settled);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [settled(key), settled(item)]));
  if (value instanceof Set) return new Set([...value].map(settled));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .map((key) => [key, settled(value[key])]),
  );
}

/** Deep equality of values of any kind: Date, Map, Set and NaN included. */
export function same(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(settled(left), settled(right));
}

export function isJson(value: unknown): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isPlain(value) && Object.values(value).every(isJson);
}
