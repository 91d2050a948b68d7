import { parse } from './parse.js';
import { inSubset } from './subset.js';

export type Subset = 'claude' | 'none' | 'all';

const MAX_CACHED = 2000;
const MAX_CACHED_LENGTH = 1000;
const caches = { plain: new Map<string, boolean>(), unicode: new Map<string, boolean>() };

/**
 * Whether a pattern may stand on the wire of a target that takes this subset of regular expressions.
 * `flags` are those of the source's own expression, if it has any: without `u` there, a match counts UTF-16 units.
 */
export function sendable(pattern: string, subset: Subset, flags = ''): boolean {
  if (subset === 'none' || typeof pattern !== 'string') return false;
  // `d` and `g` do not bear on whether there is a match; `i`, `m`, `s`, `v`, `y` do.
  if (flags !== '' && /[^dgu]/.test(flags)) return false;
  if (subset === 'all') return valid(pattern);
  if (pattern.length > MAX_CACHED_LENGTH) return false;
  const cache = flags.includes('u') ? caches.unicode : caches.plain;
  const known = cache.get(pattern);
  if (known !== undefined) return known;
  if (cache.size >= MAX_CACHED) cache.clear();
  const answer = decide(pattern, flags.includes('u'));
  cache.set(pattern, answer);
  return answer;
}

function decide(pattern: string, unicode: boolean): boolean {
  const parsed = parse(pattern);
  return parsed !== undefined && inSubset(pattern, parsed, unicode) && valid(pattern);
}

function valid(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
