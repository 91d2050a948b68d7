import type { Json } from '../ir/json.js';
import { keepsItsValue } from './json-number.js';

const QUOTE = 34;
const BACKSLASH = 92;
const SPACE = 32;
const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
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
    within(value, Math.min(maxDepth, PROOF_DEPTH), seen) &&
    (!seen.large || keepsLongNumbers(text)) &&
    seen.keys === keyLikePlaces(text)
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
      const item = value[index] as Json;
      if (typeof item !== 'string' && !within(item, depthLeft - 1, seen)) return false;
    }
    return true;
  }
  const keys = Object.keys(value);
  seen.keys += keys.length;
  for (let index = 0; index < keys.length; index++) {
    const item = value[keys[index] as string] as Json;
    if (typeof item !== 'string' && !within(item, depthLeft - 1, seen)) return false;
  }
  return true;
}

/** Whether every long integer, in strings or not, keeps its digits. */
export function keepsLongNumbers(text: string): boolean {
  for (const match of text.matchAll(/(?<![0-9.])[0-9]{16,}(?![0-9.eE])/g)) if (!keepsItsValue(match[0])) return false;
  return true;
}

export function keyLikePlaces(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let before = at - 1;
    let code = text.charCodeAt(before);
    while (code === SPACE || code === LINE_FEED || code === RETURN || code === TAB) code = text.charCodeAt(--before);
    if (code === QUOTE && !isEscaped(text, before)) count++;
  }
  return count;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes++;
  return backslashes % 2 === 1;
}
