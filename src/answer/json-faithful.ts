import type { Json } from '../ir/json.js';
import { keepsItsValue } from './json-number.js';
import { hasKeys } from './key-places/index.js';

const MAX_SAFE = Number.MAX_SAFE_INTEGER;
/** As deep as the proof may recurse; what is nested deeper is left to the scanner, which does not recurse. */
const PROOF_DEPTH = 1000;

/**
 * A cheap proof that parsing lost nothing: true only if no key was repeated, no number can have changed and no level is beyond `maxDepth`.
 * False means "look closer". The text has at least as many places that look like the end of a key as it has keys, so equal counts leave no room
 * for a repeated one.
 */
export function isFaithful(text: string, value: Json, maxDepth: number): boolean {
  const seen: Seen = { keys: 0, large: false };
  return (
    within(value, Math.min(maxDepth, PROOF_DEPTH), seen) && (!seen.large || keepsLongNumbers(text)) && hasKeys(text, seen.keys)
  );
}

interface Seen {
  keys: number;
  /** A number so large that its digits may have changed. */
  large: boolean;
}

/** Counts keys, and tells whether the value is no deeper than that and has no infinite number. */
function within(value: Json, depthLeft: number, seen: Seen): boolean {
  if (typeof value === 'number') {
    if (value > MAX_SAFE || value < -MAX_SAFE) seen.large = true;
    return value - value === 0;
  }
  if (typeof value !== 'object' || value === null) return true;
  if (depthLeft <= 0) return false;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      // With an index, V8 would turn lists of numbers into lists of boxed ones here, since this place meets lists of every kind.
      const item = value.at(index) as Json;
      if (typeof item !== 'string' && !within(item, depthLeft - 1, seen)) return false;
    }
    return true;
  }
  // Faster than the list of keys; whatever it finds beyond the object's own keys only fails the proof.
  for (const key in value) {
    seen.keys++;
    const item = value[key] as Json;
    if (typeof item !== 'string' && !within(item, depthLeft - 1, seen)) return false;
  }
  return true;
}

/** Whether every long integer, in strings or not, keeps its digits. */
export function keepsLongNumbers(text: string): boolean {
  for (const match of text.matchAll(/(?<![0-9.])[0-9]{16,}(?![0-9.eE])/g)) if (!keepsItsValue(match[0])) return false;
  return true;
}
