import type { Json } from '../ir/json.js';
import { isRecord } from '../ir/json.js';
import type { Shape } from '../ir/shape.js';
import { type Decode, type Encoder, FAILED, wireItems } from './codec.js';

export const decode: Decode = (shape, wire, run) => {
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
};

export const encoder: Encoder = {
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
