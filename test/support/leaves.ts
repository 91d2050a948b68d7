import type { Step } from '../../src/read/source.js';
import { isPlain } from './same.js';

export interface Leaf {
  readonly path: readonly Step[];
  readonly value: unknown;
  /** It is in a set, or in a map, where a library's own paths leave some places open. */
  readonly inside: boolean;
}

/** What a value holds that holds nothing itself; empty lists and objects too. Entries of a map go by their key, or by their index where it is no step. */
export function leavesOf(value: unknown, path: readonly Step[] = [], inside = false): Leaf[] {
  const parts = partsOf(value);
  if (!parts || parts.length === 0) return [{ path, value, inside }];
  const open = inside || value instanceof Set || value instanceof Map;
  return parts.flatMap(([step, part]) => leavesOf(part, [...path, step], open));
}

function partsOf(value: unknown): (readonly [Step, unknown])[] | undefined {
  if (Array.isArray(value)) return [...value.entries()];
  if (value instanceof Set) return [...[...value].entries()];
  if (value instanceof Map)
    return [...value].map(([key, part], index) => [typeof key === 'string' || typeof key === 'number' ? key : index, part]);
  return isPlain(value) ? Object.entries(value) : undefined;
}

/** What stands at a place of a JSON value; undefined where nothing does, by keys that it shows. */
export function wireAt(wire: unknown, path: readonly Step[]): unknown {
  let at = wire;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.keys(at).includes(String(step))) return undefined;
    at = (at as Record<Step, unknown>)[step];
  }
  return at;
}

/** A copy of a JSON value with something else at a place. */
export function withAt<Value>(wire: Value, path: readonly Step[], value: unknown): Value {
  const box: Record<string, unknown> = { root: JSON.parse(JSON.stringify(wire)) };
  const [last = 'root', ...before] = ['root', ...path].reverse();
  const at = wireAt(box, before.reverse()) as object;
  Object.defineProperty(at, last, { value, writable: true, enumerable: true, configurable: true });
  return box['root'] as Value;
}
