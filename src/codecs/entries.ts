import { isRecord, type Json, setOwn } from '../ir/json.js';
import { matcher } from '../ir/matcher.js';
import type { Shape } from '../ir/shape.js';
import { argument, type Codec, type Decoding, type Encoding, FAILED, type Failed, wireItems } from './codec.js';

/** A record as a list of `{key, value}`. */
export const entries: Codec = {
  name: 'entries',
  decode(shape, wire, run) {
    const target: Record<string, unknown> = {};
    return readEntries(wireItems(shape.wire), wire, target, () => false, run) ? target : FAILED;
  },
  encode(shape, value, run) {
    if (!isRecord(value)) return run.fail('type', 'expected an object', value, shape);
    return writeEntries(shape, wireItems(shape.wire), value, () => false, argument<{ matching?: string[] }>(shape).matching, run);
  },
  admits(shape, value, admits) {
    if (!isRecord(value)) return false;
    return admitsEntries(wireItems(shape.wire), value, () => false, argument<{ matching?: string[] }>(shape).matching, admits);
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
    if (!isRecord(entry) || typeof entry.key !== 'string' || !Object.hasOwn(entry, 'value')) {
      run.fail('wire-type', 'expected an entry with a text `key` and a `value`', entry);
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

export function writeEntries(
  shape: Shape,
  items: Shape,
  value: Record<string, unknown>,
  declared: (key: string) => boolean,
  matching: readonly string[] | undefined,
  run: Encoding,
): Json | Failed {
  const { key: keyShape, value: valueShape } = parts(items);
  const list: Json[] = [];
  let whole = true;
  for (const key of Object.keys(value)) {
    if (declared(key) || (value[key] === undefined && !valueShape.losses && !run.admits(valueShape, undefined))) continue;
    if (matching && !matching.some((pattern) => matcher(pattern)(key))) {
      run.fail('undeclared-key', `the property \`${key}\` is not declared`, value[key], shape, key);
      whole = false;
      continue;
    }
    const name = run.lower(keyShape, key, key);
    const lowered = run.lower(valueShape, value[key], key);
    if (name === FAILED || lowered === FAILED) whole = false;
    else list.push({ key: name, value: lowered });
  }
  return whole ? list : FAILED;
}

export function admitsEntries(
  items: Shape,
  value: Record<string, unknown>,
  declared: (key: string) => boolean,
  matching: readonly string[] | undefined,
  admits: (shape: Shape, value: unknown) => boolean,
): boolean {
  const { key: keyShape, value: valueShape } = parts(items);
  return Object.keys(value).every(
    (key) =>
      declared(key) ||
      value[key] === undefined ||
      ((!matching || matching.some((pattern) => matcher(pattern)(key))) &&
        admits(keyShape, key) &&
        admits(valueShape, value[key])),
  );
}
