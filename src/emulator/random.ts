/** Choices made from a seed: the same seed makes the same choices. */
export interface Draw {
  /** An integer from 0 to `most`, both included. */
  upTo(most: number): number;
  /** One of the values, of which there must be one. */
  pick<Value>(values: readonly Value[]): Value;
  /** True in about `percent` of a hundred cases. */
  chance(percent: number): boolean;
  shuffled<Value>(values: readonly Value[]): Value[];
}

/** A hash of text as an unsigned 32-bit integer (FNV-1a, finished as in MurmurHash3). */
export function hash(text: string, seed = 0): number {
  let state = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** Mulberry32. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  return {
    upTo,
    pick<Value>(values: readonly Value[]): Value {
      if (values.length === 0) throw new RangeError('There is nothing to pick from.');
      return values[upTo(values.length - 1)] as Value;
    },
    chance: (percent) => next() * 100 < percent,
    shuffled<Value>(values: readonly Value[]): Value[] {
      const result = [...values];
      for (let last = result.length - 1; last > 0; last--) {
        const other = upTo(last);
        [result[last], result[other]] = [result[other] as Value, result[last] as Value];
      }
      return result;
    },
  };
}

/** An id as the API forms them: a prefix and letters, the same for the same text. */
export function idFrom(prefix: string, text: string, seed: number): string {
  const part = (turn: number): string => hash(`${turn} ${text}`, seed).toString(36).padStart(7, '0');
  return `${prefix}_01${part(1)}${part(2)}${part(3)}`;
}
