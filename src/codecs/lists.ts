import { isRecord, type Json } from '../ir/json.js';
import { argument, type Decode, type Encoder, FAILED, wireItems, wireObject } from './codec.js';

/** A union as one list an option: exactly one of them holds the value, all are empty for null. */
export const decode: Decode = (shape, wire, run) => {
  if (!isRecord(wire)) return run.fail('wire-type', 'expected an object of lists', wire);
  const { nothing } = argument<{ nothing: boolean }>(shape);
  const { properties } = wireObject(shape);
  const filled: { shape: (typeof properties)[number]['shape']; value: unknown }[] = [];
  for (const key of Object.keys(wire)) {
    const property = properties.find((candidate) => candidate.key === key);
    const list = wire[key];
    if (!property) return run.fail('unknown-property', `the property \`${key}\` was not asked for`, list);
    if (!Array.isArray(list)) return run.fail('wire-type', `expected \`${key}\` to be a list`, list);
    for (const value of list) filled.push({ shape: wireItems(property.shape), value });
  }
  const [first] = filled;
  if (filled.length > 1)
    return run.fail('options', `expected one item in all of the lists together, found ${filled.length}`, wire);
  if (!first) return nothing ? null : run.fail('options', 'expected one item in one of the lists, found none', wire);
  return run.lift(first.shape, first.value);
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    const { nothing } = argument<{ nothing: boolean }>(shape);
    const { properties } = wireObject(shape);
    const options = properties.map((property) => wireItems(property.shape));
    const chosen = value === null && nothing ? undefined : run.choose(options, value);
    if (!chosen && !(value === null && nothing)) return run.none(shape, options, value);
    const target: Record<string, Json> = {};
    for (const property of properties) {
      const lowered = chosen && wireItems(property.shape) === chosen ? run.lower(chosen, value) : undefined;
      if (lowered === FAILED) return FAILED;
      target[property.key] = lowered === undefined ? [] : [lowered];
    }
    return target;
  },
  admits: (shape, value, admits) =>
    (value === null && argument<{ nothing: boolean }>(shape).nothing) ||
    wireObject(shape).properties.some((property) => admits(wireItems(property.shape), value)),
};
