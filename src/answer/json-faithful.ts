import type { Json } from '../ir/json.js';

const QUOTE = 34;
const SPACE = 32;
const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const MAX_SAFE = Number.MAX_SAFE_INTEGER;
/** As deep as the proof may recurse; what is nested deeper is left to the scanner, which does not recurse. */
const PROOF_DEPTH = 1000;

/**
 * A cheap proof that parsing lost nothing: true only if no key was repeated, no number can have changed and no level is beyond `maxDepth`.
 * False means "look closer". The text has at least as many key-like places (`":`) as it has keys, so equal counts leave no room for a repeated key.
 */
export function isFaithful(text: string, value: Json, maxDepth: number): boolean {
  const keys = countKeys(value, Math.min(maxDepth, PROOF_DEPTH));
  return keys >= 0 && keys === keyLikePlaces(text);
}

/** The number of keys in the value, or -1 if it is too deep or has a number that may not be what was written. */
function countKeys(value: Json, depthLeft: number): number {
  if (typeof value === 'number') return value <= MAX_SAFE && value >= -MAX_SAFE ? 0 : -1;
  if (typeof value !== 'object' || value === null) return 0;
  if (depthLeft <= 0) return -1;
  let count = 0;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item = value[index] as Json;
      if (typeof item === 'string') continue;
      const inside = countKeys(item, depthLeft - 1);
      if (inside < 0) return -1;
      count += inside;
    }
    return count;
  }
  const keys = Object.keys(value);
  count = keys.length;
  for (let index = 0; index < keys.length; index++) {
    const item = value[keys[index] as string] as Json;
    if (typeof item === 'string') continue;
    const inside = countKeys(item, depthLeft - 1);
    if (inside < 0) return -1;
    count += inside;
  }
  return count;
}

function keyLikePlaces(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    let code = text.charCodeAt(before);
    while (code === SPACE || code === LINE_FEED || code === RETURN || code === TAB) code = text.charCodeAt(--before);
    if (code === QUOTE) count++;
  }
  return count;
}
