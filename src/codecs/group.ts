import { type Json, setOwn } from '../ir/json.js';
import type { Shape } from '../ir/shape.js';
import { Capitals } from './capitals.js';
import { type Admits, type Decoding, type Encoding, FAILED, type Failed, wireItems } from './codec.js';
import { isEntry } from './entries.js';

const names = new WeakMap<readonly string[], Capitals>();

/** The source key that is meant by the key of an entry; undefined where there is none. */
export function memberOf(members: readonly string[], key: string): string | undefined {
  let known = names.get(members);
  if (!known) {
    known = new Capitals(members);
    names.set(members, known);
  }
  return known.has(key) ? key : known.unique(key);
}

/** What a value of a list of entries is. */
export function valueShape(list: Shape): Shape {
  const items = wireItems(list);
  return (items.kind === 'object' ? items.properties[1]?.shape : undefined) as Shape;
}

/** Lifts optional properties that travel as entries into `target`. */
export function readGroup(
  list: Shape,
  wire: unknown,
  target: Record<string, unknown>,
  members: readonly string[],
  run: Decoding,
): boolean {
  if (!Array.isArray(wire)) {
    run.fail('wire-type', 'expected a list of entries, each with `key` and `value`', wire);
    return false;
  }
  let whole = true;
  for (const entry of wire) {
    if (!isEntry(entry, run)) {
      whole = false;
      continue;
    }
    const key = memberOf(members, entry.key);
    if (key === undefined)
      run.fail('unknown-property', `the property \`${entry.key}\` was not asked for`, entry.value, entry.key);
    else if (Object.hasOwn(target, key)) run.fail('duplicate-key', `the entry \`${key}\` stands there twice`, entry.value, key);
    else {
      if (key !== entry.key) run.repair('the capitalisation of a key was corrected', entry.key, key);
      const value = run.lift(valueShape(list), entry.value, key);
      if (value !== FAILED) {
        setOwn(target, key, value);
        continue;
      }
    }
    whole = false;
  }
  return whole;
}

export function writeGroup(
  list: Shape,
  value: Record<string, unknown>,
  members: readonly string[],
  run: Encoding,
): Json | Failed {
  const shape = valueShape(list);
  const entries: Json[] = [];
  let whole = true;
  for (const key of members) {
    if (run.lacks(value, key, shape)) continue;
    const lowered = run.lower(shape, value[key], key);
    if (lowered === FAILED) whole = false;
    else entries.push({ key, value: lowered });
  }
  return whole ? entries : FAILED;
}

export function admitsGroup(list: Shape, value: Record<string, unknown>, members: readonly string[], admits: Admits): boolean {
  const shape = valueShape(list);
  return members.every((key) => !Object.hasOwn(value, key) || value[key] === undefined || admits(shape, value[key]));
}
