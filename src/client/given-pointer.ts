import { tokens } from '../ir/pointer.js';
import { shown } from './check-settings.js';

/** The steps of a JSON Pointer that a caller gave. Throws `TypeError` for what is none: it would never lead anywhere. */
export function givenPointer(pointer: unknown, taker: string): readonly string[] {
  if (typeof pointer === 'string' && (pointer === '' || pointer.startsWith('/'))) return tokens(pointer);
  throw new TypeError(
    `\`${taker}\` takes a JSON Pointer, such as "/lines", or "" for the value itself; it was given ${shown(pointer)}.`,
  );
}
