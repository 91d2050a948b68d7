import type { CharSet } from './char-set.js';

/** Sets as bits, one for each class of characters that no set tells apart: an intersection costs one operation. */
export function masks(sets: readonly CharSet[]): bigint[] {
  const starts = new Set<number>();
  for (const set of sets) {
    for (let i = 0; i < set.length; i += 2) starts.add(set[i] as number).add((set[i + 1] as number) + 1);
  }
  const bounds = [...starts].sort((a, b) => a - b);
  const index = new Map(bounds.map((bound, i) => [bound, i]));
  const known = new Map<CharSet, bigint>();
  return sets.map((set) => {
    let mask = known.get(set);
    if (mask !== undefined) return mask;
    mask = 0n;
    for (let i = 0; i < set.length; i += 2) {
      const low = index.get(set[i] as number) as number;
      const high = index.get((set[i + 1] as number) + 1) as number;
      mask |= ((1n << BigInt(high - low)) - 1n) << BigInt(low);
    }
    known.set(set, mask);
    return mask;
  });
}
