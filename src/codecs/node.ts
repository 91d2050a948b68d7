import { isRecord } from '../ir/json.js';
import type { Shape } from '../ir/shape.js';
import { argument, type Decode, type Decoding, type Encoder, FAILED, wireObject } from './codec.js';

/** A node of a table: what it holds, with its id beside. */
export const decode: Decode = (shape, wire, run: Decoding) => {
  const { value } = argument<{ id: string; value?: string }>(shape);
  if (value === undefined) return run.lift(shape.wire, wire);
  if (!isRecord(wire) || !Object.hasOwn(wire, value)) return run.fail('wire-type', `expected a node with \`${value}\``, wire);
  return run.lift(wireObject(shape).properties[1]?.shape as Shape, wire[value]);
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    const { id, value: key } = argument<{ id: string; value?: string }>(shape);
    if (key === undefined) return run.lower(shape.wire, value);
    const own = run.node;
    const lowered = run.lower(wireObject(shape).properties[1]?.shape as Shape, value);
    return lowered === FAILED ? FAILED : { [id]: own, [key]: lowered };
  },
  admits(shape, value, admits) {
    const { value: key } = argument<{ value?: string }>(shape);
    return key === undefined ? admits(shape.wire, value) : admits(wireObject(shape).properties[1]?.shape as Shape, value);
  },
};
