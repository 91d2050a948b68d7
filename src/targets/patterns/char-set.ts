/** A set of code points: `[low, high, low, high, …]`, sorted, ranges neither touching nor overlapping. */
export type CharSet = readonly number[];

export const LAST = 0x10ffff;
export const EVERYTHING: CharSet = [0, LAST];

/** Any pairs of bounds, in any order, as a set. */
export function charSet(pairs: readonly number[]): CharSet {
  if (pairs.length === 2) return pairs;
  const ranges: [number, number][] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) ranges.push([pairs[i] as number, pairs[i + 1] as number]);
  ranges.sort((a, b) => a[0] - b[0]);
  const set: number[] = [];
  for (const [low, high] of ranges) {
    const last = set.at(-1);
    if (last !== undefined && low <= last + 1) set[set.length - 1] = Math.max(last, high);
    else set.push(low, high);
  }
  return set;
}

export function complement(set: CharSet): CharSet {
  const rest: number[] = [];
  let next = 0;
  for (let i = 0; i < set.length; i += 2) {
    const low = set[i] as number;
    if (low > next) rest.push(next, low - 1);
    next = (set[i + 1] as number) + 1;
  }
  if (next <= LAST) rest.push(next, LAST);
  return rest;
}

/**
 * What the flag `i` makes of a set, or a little more: ASCII letters gain their other case,
 * and a set that reaches beyond ASCII, or holds one of the letters that fold into ASCII, gains all of non-ASCII.
 */
export function folded(set: CharSet): CharSet {
  const pairs = [...set];
  for (let i = 0; i < set.length; i += 2) {
    const low = set[i] as number;
    const high = set[i + 1] as number;
    const upper = [Math.max(low, 65), Math.min(high, 90)] as const;
    const lower = [Math.max(low, 97), Math.min(high, 122)] as const;
    if (upper[0] <= upper[1]) pairs.push(upper[0] + 32, upper[1] + 32);
    if (lower[0] <= lower[1]) pairs.push(lower[0] - 32, lower[1] - 32);
    // U+017F folds to s, U+212A to k; from beyond ASCII the way leads back to those two letters only.
    if (high > 127) pairs.push(128, LAST, 75, 75, 83, 83, 107, 107, 115, 115);
  }
  const wider = charSet(pairs);
  return 'kKsS'.split('').some((letter) => has(wider, letter.charCodeAt(0))) ? charSet([...wider, 128, LAST]) : wider;
}

export function has(set: CharSet, point: number): boolean {
  for (let i = 0; i < set.length; i += 2) if ((set[i] as number) <= point && point <= (set[i + 1] as number)) return true;
  return false;
}

/** JavaScript's `\d`, `\w`, `\s` and `.`. */
export const DIGITS: CharSet = [48, 57];
export const WORDS: CharSet = [48, 57, 65, 90, 95, 95, 97, 122];
export const SPACES: CharSet = [
  9, 13, 32, 32, 160, 160, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f, 0x205f, 0x3000, 0x3000, 0xfeff,
  0xfeff,
];
export const DOT: CharSet = complement([10, 10, 13, 13, 0x2028, 0x2029]);
