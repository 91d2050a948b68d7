import { fillsIn } from '../ir/attach.js';
import { isInstance, isRecord, type Json, setOwn } from '../ir/json.js';
import { matcher } from '../ir/matcher.js';
import type { Shape } from '../ir/shape.js';
import {
  type Admits,
  argument,
  type Decode,
  type Decoding,
  type Encoder,
  type Encoding,
  FAILED,
  type Failed,
  wireItems,
} from './codec.js';
import { optionsOf } from './options-of.js';

/** Which keys travel as entries. */
export interface Keys {
  /** Patterns of which a key must match one; any key where there are none. */
  readonly matching?: readonly string[];
  /** Keys that are left out. */
  readonly skips?: readonly string[];
  /** Patterns of the keys whose values the library reads; it keeps all others as they are. */
  readonly reads?: readonly string[];
}

/** A record as a list of `{key, value}`. */
export const decode: Decode = (shape, wire, run) => {
  const target: Record<string, unknown> = {};
  return readEntries(wireItems(shape.wire), wire, target, () => false, run) ? target : FAILED;
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    if (!isRecord(value)) return run.fail('type', 'expected an object', value, shape);
    return writeEntries(shape, wireItems(shape.wire), value, () => false, argument<Keys>(shape), run);
  },
  admits(shape, value, admits) {
    if (!isRecord(value) || (isInstance(value) && (admits.strict() || argument<Keys>(shape).skips))) return false;
    return admitsEntries(wireItems(shape.wire), value, () => false, argument<Keys>(shape), admits);
  },
};

function parts(items: Shape): { key: Shape; value: Shape } {
  if (items.kind !== 'object') throw new TypeError('entries expect objects');
  const [key, value] = items.properties;
  return { key: key?.shape as Shape, value: value?.shape as Shape };
}

/** Lifts entries into `target`; a repeated key, or one that is declared, is an issue. */
export function readEntries(
  items: Shape,
  wire: unknown,
  target: Record<string, unknown>,
  declared: (key: string) => boolean,
  run: Decoding,
): boolean {
  if (!Array.isArray(wire)) {
    run.fail('wire-type', 'expected a list of entries, each with `key` and `value`', wire);
    return false;
  }
  const { value: valueShape } = parts(items);
  let whole = true;
  for (const entry of wire) {
    if (!isEntry(entry, run)) {
      whole = false;
      continue;
    }
    const { key } = entry;
    if (declared(key)) {
      run.fail('declared-key', `the entry \`${key}\` has the name of a property that stands by itself`, entry, key);
      whole = false;
    } else if (Object.hasOwn(target, key)) {
      run.fail('duplicate-key', `the entry \`${key}\` stands there twice`, entry.value, key);
      whole = false;
    } else {
      const value = run.lift(valueShape, entry.value, key);
      if (value === FAILED) whole = false;
      else setOwn(target, key, value);
    }
  }
  return whole;
}

/** Whether it is a `key` with a `value` and nothing else; if not, that is an issue. */
export function isEntry(entry: unknown, run: Decoding): entry is { readonly key: string; readonly value: unknown } {
  const names = isRecord(entry) ? Object.keys(entry) : [];
  const given = entry as Record<string, unknown>;
  if (!names.includes('key') || !names.includes('value') || typeof given.key !== 'string') {
    run.fail('wire-type', 'expected an entry with a text `key` and a `value`', entry);
    return false;
  }
  if (names.length === 2) return true;
  const more = names.find((name) => name !== 'key' && name !== 'value') as string;
  run.fail('unknown-property', besideEntry(more), given[more], given.key);
  return false;
}

export function besideEntry(name: string): string {
  return `an entry has a \`key\` and a \`value\`, but \`${name}\` was not asked for`;
}

export function writeEntries(
  shape: Shape,
  items: Shape,
  value: Record<string, unknown>,
  declared: (key: string) => boolean,
  keys: Keys,
  run: Encoding,
): Json | Failed {
  const { key: keyShape, value: valueShape } = parts(items);
  const list: Json[] = [];
  let whole = true;
  for (const key of Object.keys(value)) {
    if (declared(key) || keys.skips?.includes(key) || isLeftOut(value[key], valueShape, run)) continue;
    if (!matches(key, keys.matching)) {
      run.fail('undeclared-key', `the property \`${key}\` is not declared`, value[key], shape, key);
      whole = false;
      continue;
    }
    const name = run.lower(keyShape, key, key);
    const lowered = run[matches(key, keys.reads) ? 'lower' : 'exactly'](valueShape, value[key], key);
    if (name === FAILED || lowered === FAILED) whole = false;
    else list.push({ key: name, value: lowered });
  }
  return whole ? list : FAILED;
}

function matches(key: string, patterns: readonly string[] | undefined): boolean {
  return !patterns || patterns.some((pattern) => matcher(pattern)(key));
}

/** An undefined value is no entry, but where the library knows what it stands for. */
function isLeftOut(value: unknown, shape: Shape, run: Encoding): boolean {
  return value === undefined && !hasDefault(shape) && !run.admits(shape, undefined);
}

/** Whether the library puts a default in the place of an undefined value, itself or by an option. */
function hasDefault(shape: Shape): boolean {
  const options = shape.kind === 'union' ? shape.options : shape.kind === 'coded' && optionsOf(shape);
  return (shape.losses ?? []).some(fillsIn) || (options || []).some(hasDefault);
}

export function admitsEntries(
  items: Shape,
  value: Record<string, unknown>,
  declared: (key: string) => boolean,
  keys: Keys,
  admits: Admits,
): boolean {
  const { key: keyShape, value: valueShape } = parts(items);
  return Object.keys(value).every(
    (key) =>
      declared(key) ||
      value[key] === undefined ||
      (keys.skips?.includes(key)
        ? !admits.strict()
        : matches(key, keys.matching) &&
          admits(keyShape, key) &&
          (matches(key, keys.reads) ? admits(valueShape, value[key]) : admits.exactly(valueShape, value[key]))),
  );
}
