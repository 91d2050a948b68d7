import type { Decode, Encoder } from './codec.js';

export const decode: Decode = (_shape, wire, run) => (wire === null ? undefined : run.fail('wire-type', 'expected null', wire));

export const encoder: Encoder = {
  encode: (shape, value, run) => (value === undefined ? null : run.fail('type', 'expected undefined', value, shape)),
  admits: (_shape, value) => value === undefined,
};
