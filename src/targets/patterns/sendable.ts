import { ambiguity } from './ambiguity.js';
import { automaton, deterministic } from './automaton.js';
import { parse } from './parse.js';
import { fitsStates } from './states.js';
import { inSubset, MAX_POSITIONS } from './subset.js';
import type { Expression } from './syntax.js';

export type Subset = 'claude' | 'none' | 'all';

const MAX_CACHED = 2000;
const MAX_CACHED_LENGTH = 1000;
const MAX_EDGES = 40_000;
/** Nobody published a limit; 65 states are a text of up to 64 letters. */
const MAX_STATES = 1000;
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
  return parsed !== undefined && inSubset(pattern, parsed, unicode) && valid(pattern) && staysSmall(parsed.expression);
}

/** "pattern is too complex for structured output": no nested quantifiers that share their characters, no explosion of states. */
function staysSmall(expression: Expression): boolean {
  const shared = { ignoreCase: false, maxPositions: MAX_POSITIONS, maxEdges: MAX_EDGES };
  const floating = !(expression.kind === 'sequence' && expression.items[0]?.kind === 'start');
  const exact = automaton(expression, { ...shared, ranges: 'exact', floating });
  if (exact === undefined) return false;
  if (deterministic(exact)) return true;
  const loops = automaton(expression, { ...shared, ranges: 'unbounded', floating: false });
  return loops !== undefined && ambiguity(loops) !== 'exponential' && fitsStates(exact, MAX_STATES);
}

function valid(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
