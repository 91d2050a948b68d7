import { isRecord } from '../ir/json.js';
import { type Decode, type Encoder, FAILED, wireObject } from './codec.js';

/** A root that the target does not take there, as the property `value` of an object. */
export const decode: Decode = (shape, wire, run) => {
  if (!isRecord(wire) || !Object.hasOwn(wire, 'value'))
    return run.fail('wire-type', 'expected an object with the property `value`', wire);
  const extra = Object.keys(wire).find((key) => key !== 'value');
  if (extra !== undefined) return run.fail('unknown-property', `the property \`${extra}\` was not asked for`, wire[extra]);
  return run.lift(wireObject(shape).properties[0]?.shape as never, wire.value);
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    const lowered = run.lower(wireObject(shape).properties[0]?.shape as never, value);
    return lowered === FAILED ? FAILED : { value: lowered };
  },
  admits: (shape, value, admits) => admits(wireObject(shape).properties[0]?.shape as never, value),
};
