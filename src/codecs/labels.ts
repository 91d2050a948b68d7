import { sameJson } from '../ir/equal.js';
import type { Json } from '../ir/json.js';
import { argument, type Decode, type Encoder } from './codec.js';

/** Literal objects and lists as labels that number them. */
export const decode: Decode = (shape, wire, run) => {
  const { labels: names, values } = argument<{ labels: string[]; values: Json[] }>(shape);
  const at = typeof wire === 'string' ? names.indexOf(wire) : -1;
  const index =
    at >= 0 || typeof wire !== 'string'
      ? at
      : names.findIndex(
          (name) => Number.parseInt(name, 10) === Number.parseInt(wire, 10) && name.toLowerCase() === wire.toLowerCase(),
        );
  return index < 0
    ? run.fail(
        'label',
        `expected one of ${names
          .slice(0, 5)
          .map((name) => JSON.stringify(name))
          .join(', ')}`,
        wire,
      )
    : structuredClone(values[index]);
};

export const encoder: Encoder = {
  encode(shape, value, run) {
    const { labels: names, values } = argument<{ labels: string[]; values: Json[] }>(shape);
    const index = values.findIndex((candidate) => sameJson(candidate, value));
    return index < 0 ? run.fail('literal', 'the value is none of the declared ones', value, shape) : (names[index] as string);
  },
  admits: (shape, value) => argument<{ values: Json[] }>(shape).values.some((candidate) => sameJson(candidate, value)),
};
