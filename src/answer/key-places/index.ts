import { isPolluted } from '../../ir/json.js';
import { type Count, kernel } from './kernel.js';
import { keyLikePlaces } from './places.js';

/** Shorter texts are not worth a call of the kernel. */
const SHORT = 256;
/** Characters that a process has read before a kernel is made. */
const MANY = 250_000;

let left = MANY;
let count: Count | undefined;

/**
 * Whether a text has just as many places that look like the end of a key. It never has fewer than it has keys, repeated ones and all.
 * Nothing can be said where keys that no text holds are met in every object.
 */
export function hasKeys(text: string, keys: number): boolean {
  if (isPolluted()) return false;
  return (text.length >= SHORT && counted(text) === keys) || keyLikePlaces(text) === keys;
}

/** The colons that stand where those of keys do, and perhaps some more. */
function counted(text: string): number | undefined {
  if (left > 0) {
    left -= text.length;
    if (left <= 0) count = kernel();
  }
  return count?.(text);
}
