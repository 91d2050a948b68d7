import { isRecord } from '../../ir/json.js';

/** Freezes a value and all objects, lists, maps and sets below it; other instances, which freezing would not protect, stay. */
export function deepFreeze(value: unknown): unknown {
  const open = [value];
  for (let at = open.pop(); at !== undefined || open.length > 0; at = open.pop()) {
    if (at instanceof Map) open.push(...at.keys(), ...at.values());
    else if (at instanceof Set) open.push(...at);
    else if (isContainer(at) && !Object.isFrozen(at)) for (const inner of Object.values(Object.freeze(at))) open.push(inner);
  }
  return value;
}

/** A plain object or a list: what grows, and what is frozen when it is whole. */
export function isContainer(value: unknown): value is Record<string, unknown> | unknown[] {
  if (Array.isArray(value)) return true;
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
