import { backtracksBadly } from '../../../targets/patterns/risk.js';
import { limitedMatcher } from './limited.js';
import { linearMatcher } from './linear.js';

/** What a validator needs of a regular expression. */
export interface Matcher {
  test(text: string): boolean;
}

const MOST_CACHED = 500;
const cache = new Map<string, Matcher>();

/**
 * A regular expression that always answers in bounded time: JavaScript's own where it is proven to be fast, else one of linear time,
 * else one that refuses long texts by throwing `Undecided`. Throws a SyntaxError for what is none.
 */
export function regExpOf(source: string, flags: string): Matcher {
  const key = `${flags}/${source}`;
  const known = cache.get(key);
  if (known) return known;
  const matcher = make(source, flags);
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(key, matcher);
  return matcher;
}

function make(source: string, flags: string): Matcher {
  const native = new RegExp(source, flags);
  if (!backtracksBadly(source, flags)) return native;
  const limited = limitedMatcher(native);
  const linear = linearMatcher(source, flags.includes('u'));
  if (linear === undefined) return limited;
  // Without the flag `u`, JavaScript takes a surrogate pair for two characters, which the linear engine can't.
  return flags.includes('u') ? linear : { test: (text) => (SURROGATE.test(text) ? limited : linear).test(text) };
}

const SURROGATE = /[\ud800-\udfff]/;
