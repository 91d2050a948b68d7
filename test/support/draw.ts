/** Choices made from one number, so that a counterexample shrinks with it: seed 0 always takes the first choice. */
export interface Draw {
  /** An integer from 0 to `most`, both included. */
  upTo(most: number): number;
  pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value;
  /** True in about `percent` of a hundred cases. */
  chance(percent: number): boolean;
  /** The same values in another order. */
  shuffled<Value>(values: readonly Value[]): Value[];
}

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    if (seed === 0) return 0;
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  return {
    upTo,
    pick: <Value>(values: readonly Value[]): Value => {
      if (values.length === 0) throw new RangeError('nothing to pick from');
      return values[upTo(values.length - 1)] as Value;
    },
    chance: (percent) => (seed === 0 ? false : next() * 100 < percent),
    shuffled: <Value>(values: readonly Value[]): Value[] => {
      const result = [...values];
      for (let i = result.length - 1; i > 0; i--) {
        const j = seed === 0 ? i : upTo(i);
        [result[i], result[j]] = [result[j] as Value, result[i] as Value];
      }
      return result;
    },
  };
}
