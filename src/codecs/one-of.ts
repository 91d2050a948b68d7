import type { Json } from '../ir/json.js';
import type { CodedShape } from '../ir/shape.js';
import { Capitals } from './capitals.js';
import { argument, type Decode, type Encoder } from './codec.js';

const tables = new WeakMap<CodedShape, Capitals>();

function valuesOf(shape: CodedShape): Capitals {
  let table = tables.get(shape);
  if (!table) {
    table = new Capitals(argument<{ values: Json[] }>(shape).values);
    tables.set(shape, table);
  }
  return table;
}

/** An enumeration too large for the target: any value of its types travels, and only the declared ones come back. */
export const decode: Decode = (shape, wire, run) => {
  const table = valuesOf(shape);
  if (table.has(wire)) return wire;
  const meant = table.unique(wire);
  if (meant === undefined) return run.fail('literal', 'the value is none of the declared ones', wire);
  run.repair('the capitalisation was corrected', wire, meant);
  return meant;
};

export const encoder: Encoder = {
  encode: (shape, value, run) =>
    valuesOf(shape).has(value) ? (value as Json) : run.fail('literal', 'the value is none of the declared ones', value, shape),
  admits: (shape, value) => valuesOf(shape).has(value),
};
