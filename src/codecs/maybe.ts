import { type Decode, type Encoder, FAILED, wireItems } from './codec.js';

/** A value or null as a list of 1 or 0. */
export const decode: Decode = (shape, wire, run) => {
  if (!Array.isArray(wire) || wire.length > 1) return run.fail('wire-type', 'expected a list of at most one item', wire);
  return wire.length === 0 ? null : run.lift(wireItems(shape.wire), wire[0]);
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    if (value === null) return [];
    const lowered = run.lower(wireItems(shape.wire), value);
    return lowered === FAILED ? FAILED : [lowered];
  },
  admits: (shape, value, admits) => value === null || admits(wireItems(shape.wire), value),
};
