import type { Json } from '../ir/json.js';
import { type Decode, type Encoder, FAILED, wireItems } from './codec.js';

export const decode: Decode = (shape, wire, run) => {
  if (!Array.isArray(wire)) return run.fail('wire-type', 'expected a list', wire);
  const items = wire.map((item, index) => run.lift(wireItems(shape.wire), item, index));
  if (items.includes(FAILED)) return FAILED;
  const value = new Set(items);
  return value.size === items.length ? value : run.fail('duplicate-item', 'an item stands there twice', wire);
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    if (!(value instanceof Set)) return run.fail('type', 'expected a Set', value, shape);
    const items = [...value].map((item, index) => run.lower(wireItems(shape.wire), item, index));
    return items.includes(FAILED) ? FAILED : (items as Json[]);
  },
  admits: (shape, value, admits) => value instanceof Set && [...value].every((item) => admits(wireItems(shape.wire), item)),
};
