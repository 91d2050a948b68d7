import type { Decode, Encoder } from './codec.js';

export const decode: Decode = (_shape, wire, run) =>
  wire === 'NaN' ? Number.NaN : run.fail('wire-type', 'expected "NaN"', wire);

export const encoder: Encoder = {
  encode: (shape, value, run) => (Number.isNaN(value) ? 'NaN' : run.fail('type', 'expected NaN', value, shape)),
  admits: (_shape, value) => Number.isNaN(value),
};
