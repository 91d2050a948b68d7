import { isPrimitive, type Json } from '../../ir/json.js';

const DEEPEST = 200;

/** Whether JSON carries the value unchanged: no instances, no `undefined`, no `NaN`, no cycles. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (isPrimitive(value)) return typeof value !== 'number' || Number.isFinite(value);
  if (typeof value !== 'object' || depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return (
    Object.getOwnPropertySymbols(value).length === 0 && Object.values(value as object).every((item) => isJson(item, depth + 1))
  );
}

/** Equality of what two parses gave: JSON values, and instances that hold nothing but values. */
export function sameValue(a: unknown, b: unknown, depth = 0): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > DEEPEST) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if ((a instanceof Map && b instanceof Map) || (a instanceof Set && b instanceof Set))
    return sameValue([...a], [...b], depth + 1);
  if (!Array.isArray(a) && Object.getPrototypeOf(a) !== Object.prototype && Object.getPrototypeOf(a) !== null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key as keyof typeof a], b[key as keyof typeof b], depth + 1));
}
