import type { Json } from '../ir/json.js';
import { isRecord } from '../ir/json.js';
import type { Shape } from '../ir/shape.js';
import { type Codec, FAILED, wireItems } from './codec.js';

/** A codec between text and a library type. */
function fromText<Value>(
  name: string,
  is: (value: unknown) => value is Value,
  read: (text: string) => Value | undefined,
  write: (value: Value) => string,
): Codec {
  return {
    name,
    decode(_shape, wire, run) {
      const value = typeof wire === 'string' ? read(wire) : undefined;
      return value === undefined ? run.fail('wire-type', `expected the text of a ${name}`, wire) : value;
    },
    encode: (shape, value, run) =>
      is(value) ? run.lower(shape.wire, write(value)) : run.fail('type', `expected a ${name}`, value, shape),
    admits: (_shape, value) => is(value),
  };
}

export const date = fromText(
  'date',
  (value): value is Date => value instanceof Date && !Number.isNaN(value.getTime()),
  (text) => {
    const value = new Date(text);
    return /^[+-]?\d{4,6}-\d\d-\d\d/.test(text) && !Number.isNaN(value.getTime()) ? value : undefined;
  },
  (value) => value.toISOString(),
);

export const bigint = fromText(
  'bigint',
  (value): value is bigint => typeof value === 'bigint',
  (text) => (/^-?\d+$/.test(text) ? BigInt(text) : undefined),
  (value) => value.toString(),
);

export const url = fromText(
  'url',
  (value): value is URL => value instanceof URL,
  (text) => (URL.canParse(text) ? new URL(text) : undefined),
  (value) => value.href,
);

export const bytes = fromText(
  'bytes',
  (value): value is Uint8Array => value instanceof Uint8Array,
  (text) =>
    /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0
      ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
      : undefined,
  (value) => btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')),
);

export const nan: Codec = {
  name: 'nan',
  decode: (_shape, wire, run) => (wire === 'NaN' ? Number.NaN : run.fail('wire-type', 'expected "NaN"', wire)),
  encode: (shape, value, run) => (Number.isNaN(value) ? 'NaN' : run.fail('type', 'expected NaN', value, shape)),
  admits: (_shape, value) => Number.isNaN(value),
};

export const undefinedValue: Codec = {
  name: 'undefined',
  decode: (_shape, wire, run) => (wire === null ? undefined : run.fail('wire-type', 'expected null', wire)),
  encode: (shape, value, run) => (value === undefined ? null : run.fail('type', 'expected undefined', value, shape)),
  admits: (_shape, value) => value === undefined,
};

export const set: Codec = {
  name: 'set',
  decode(shape, wire, run) {
    if (!Array.isArray(wire)) return run.fail('wire-type', 'expected a list', wire);
    const items = wire.map((item, index) => run.lift(wireItems(shape.wire), item, index));
    if (items.includes(FAILED)) return FAILED;
    const value = new Set(items);
    return value.size === items.length ? value : run.fail('duplicate-item', 'an item stands there twice', wire);
  },
  encode(shape, value, run) {
    if (!(value instanceof Set)) return run.fail('type', 'expected a Set', value, shape);
    const items = [...value].map((item, index) => run.lower(wireItems(shape.wire), item, index));
    return items.includes(FAILED) ? FAILED : (items as Json[]);
  },
  admits: (shape, value, admits) => value instanceof Set && [...value].every((item) => admits(wireItems(shape.wire), item)),
};

export const map: Codec = {
  name: 'map',
  decode(shape, wire, run) {
    if (!Array.isArray(wire)) return run.fail('wire-type', 'expected a list of entries', wire);
    const value = new Map<unknown, unknown>();
    for (const [index, entry] of wire.entries()) {
      if (!isRecord(entry) || !Object.hasOwn(entry, 'key') || !Object.hasOwn(entry, 'value'))
        return run.fail('wire-type', 'expected an entry with `key` and `value`', entry, index);
      const { key: keyShape, value: valueShape } = parts(shape.wire);
      const key = run.lift(keyShape, entry.key, index);
      const held = run.lift(valueShape, entry.value, index);
      if (key === FAILED || held === FAILED) return FAILED;
      if (value.has(key)) return run.fail('duplicate-key', 'a key stands there twice', entry.key, index);
      value.set(key, held);
    }
    return value;
  },
  encode(shape, value, run) {
    if (!(value instanceof Map)) return run.fail('type', 'expected a Map', value, shape);
    const { key: keyShape, value: valueShape } = parts(shape.wire);
    const list: Json[] = [];
    let index = 0;
    for (const [key, held] of value) {
      const entry = { key: run.lower(keyShape, key, index), value: run.lower(valueShape, held, index++) };
      if (entry.key === FAILED || entry.value === FAILED) return FAILED;
      list.push(entry as { key: Json; value: Json });
    }
    return list;
  },
  admits(shape, value, admits) {
    const { key: keyShape, value: valueShape } = parts(shape.wire);
    return value instanceof Map && [...value].every(([key, held]) => admits(keyShape, key) && admits(valueShape, held));
  },
};

function parts(wire: Shape): { key: Shape; value: Shape } {
  const items = wireItems(wire);
  const [key, value] = items.kind === 'object' ? items.properties : [];
  return { key: key?.shape as Shape, value: value?.shape as Shape };
}
