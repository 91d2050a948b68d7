import { isRecord, type Json } from '../ir/json.js';
import type { CodedShape, Shape } from '../ir/shape.js';
import { argument, type Codec, FAILED, wireItems, wireObject } from './codec.js';

/** One option of a union, under the name that tells it from the others: `{option, value}`. */
export const tagged: Codec = {
  name: 'tagged',
  decode(shape, wire, run) {
    if (!isRecord(wire) || !Object.hasOwn(wire, 'value'))
      return run.fail('wire-type', 'expected an object with `option` and `value`', wire);
    return run.lift(wireObject(shape).properties[1]?.shape as never, wire.value);
  },
  encode(shape, value, run) {
    const [option, inner] = wireObject(shape).properties;
    const lowered = run.lower(inner?.shape as never, value);
    const name = option?.shape.kind === 'literal' ? (option.shape.values[0] as Json) : null;
    return lowered === FAILED ? FAILED : { option: name, value: lowered };
  },
  admits: (shape, value, admits) => admits(wireObject(shape).properties[1]?.shape as never, value),
};

/** A value or null as a list of 1 or 0. */
export const maybe: Codec = {
  name: 'maybe',
  decode(shape, wire, run) {
    if (!Array.isArray(wire) || wire.length > 1) return run.fail('wire-type', 'expected a list of at most one item', wire);
    return wire.length === 0 ? null : run.lift(wireItems(shape.wire), wire[0]);
  },
  encode(shape, value, run) {
    if (value === null) return [];
    const lowered = run.lower(wireItems(shape.wire), value);
    return lowered === FAILED ? FAILED : [lowered];
  },
  admits: (shape, value, admits) => value === null || admits(wireItems(shape.wire), value),
};

/** A union as one list an option: exactly one of them holds the value, all are empty for null. */
export const lists: Codec = {
  name: 'lists',
  decode(shape, wire, run) {
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
  },
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

/** A root that the target does not take there, as the property `value` of an object. */
export const wrap: Codec = {
  name: 'wrap',
  decode(shape, wire, run) {
    if (!isRecord(wire) || !Object.hasOwn(wire, 'value'))
      return run.fail('wire-type', 'expected an object with the property `value`', wire);
    const extra = Object.keys(wire).find((key) => key !== 'value');
    if (extra !== undefined) return run.fail('unknown-property', `the property \`${extra}\` was not asked for`, wire[extra]);
    return run.lift(wireObject(shape).properties[0]?.shape as never, wire.value);
  },
  encode(shape, value, run) {
    const lowered = run.lower(wireObject(shape).properties[0]?.shape as never, value);
    return lowered === FAILED ? FAILED : { value: lowered };
  },
  admits: (shape, value, admits) => admits(wireObject(shape).properties[0]?.shape as never, value),
};

/** The shapes that a value of a union in another form may have; undefined for what is no union. */
export function optionsOf(shape: CodedShape): readonly Shape[] | undefined {
  switch (shape.codec) {
    case 'tagged':
      return wireObject(shape)
        .properties.slice(1)
        .map((property) => property.shape);
    case 'lists':
      return wireObject(shape).properties.map((property) => wireItems(property.shape));
    case 'maybe':
      return [wireItems(shape.wire)];
    default:
      return undefined;
  }
}
