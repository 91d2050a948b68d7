import { isRecord, type Json } from '../ir/json.js';
import { type Decode, type Encoder, FAILED, wireObject } from './codec.js';

/** One option of a union, under the name that tells it from the others: `{option, value}`. */
export const decode: Decode = (shape, wire, run) => {
  if (!isRecord(wire) || !Object.hasOwn(wire, 'value'))
    return run.fail('wire-type', 'expected an object with `option` and `value`', wire);
  return run.lift(wireObject(shape).properties[1]?.shape as never, wire.value);
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    const [option, inner] = wireObject(shape).properties;
    const lowered = run.lower(inner?.shape as never, value);
    const name = option?.shape.kind === 'literal' ? (option.shape.values[0] as Json) : null;
    return lowered === FAILED ? FAILED : { option: name, value: lowered };
  },
  admits: (shape, value, admits) => admits(wireObject(shape).properties[1]?.shape as never, value),
};
