import type { Decode, Encoder } from './codec.js';

/** Text that stands for a value of a library's type; `read` answers undefined where it does not. */
export function decodeText<Value>(name: string, read: (text: string) => Value | undefined): Decode {
  return (_shape, wire, run) => {
    const value = typeof wire === 'string' ? read(wire) : undefined;
    return value === undefined ? run.fail('wire-type', `expected the text of a ${name}`, wire) : value;
  };
}

export function textEncoder<Value>(
  name: string,
  is: (value: unknown) => value is Value,
  write: (value: Value) => string,
): Encoder {
  return {
    encode: (shape, value, run) =>
      is(value) ? run.lower(shape.wire, write(value)) : run.fail('type', `expected a ${name}`, value, shape),
    admits: (_shape, value) => is(value),
  };
}
