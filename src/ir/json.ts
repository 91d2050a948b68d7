export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Primitive = null | boolean | number | string;

/** A plain JSON object, own keys only; never an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isPrimitive(value: unknown): value is Primitive {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Whether something has given every object a key to be met in `for in`. */
export function isPolluted(): boolean {
  for (const _ in Object.prototype) return true;
  return false;
}

/** Sets an own property whatever its name: `__proto__` becomes a key, never a prototype. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else target[key] = value;
}

/** Whether JSON text gives the value back: no dates, maps, NaN, holes; properties that are undefined do not count. */
export function isJson(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object': {
      if (value === null) return true;
      if (Array.isArray(value)) {
        for (let index = 0; index < value.length; index++) if (!isJson(value[index])) return false;
        return true;
      }
      if (isInstance(value)) return false;
      if ('toJSON' in value && typeof value.toJSON === 'function') return false;
      return Object.values(value).every((item) => item === undefined || isJson(item));
    }
    default:
      return false;
  }
}

/** An object of a class of its own, such as a Date. */
export function isInstance(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}
