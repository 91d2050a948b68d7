import type { Lowered } from '../../../src/answer/lowered.js';
import { PartialReader } from '../../../src/answer/partial/reader.js';
import { tokens } from '../../../src/ir/pointer.js';
import { text as shown } from '../../support/case.js';
import { isPlain, same } from '../../support/same.js';

const DEPTH = 500;

export function readerOf(lowered: Lowered | undefined, maxDepth = DEPTH): PartialReader {
  return new PartialReader(lowered, { maxDepth });
}

/** Reads a text in pieces; nothing is checked on the way. */
export function readIn(lowered: Lowered | undefined, pieces: Iterable<string>): PartialReader {
  const reader = readerOf(lowered);
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return reader;
}

/** Looks taken at one reading at most; longer texts are looked at after every few characters. */
const LOOKS = 300;

/** Reads a text character by character. After each: what is shown is a true prefix of the final value, what is said to be whole is, and keeps its identity. */
export function growsTo(final: unknown, text: string, lowered: Lowered | undefined): void {
  const reader = readerOf(lowered);
  const known = new Map<string, unknown>();
  const step = Math.ceil(text.length / LOOKS);
  for (let at = 0; at < text.length; at++) {
    reader.push(text.charAt(at));
    if (reader.issues.length === 0 && at % step !== 0) continue;
    const where = () => `after ${JSON.stringify(text.slice(0, at + 1))}, to become ${shown(final)}`;
    if (reader.issues.length > 0) throw new Error(`${reader.issues[0]?.code}: ${reader.issues[0]?.message} ${where()}`);
    holds(reader, final, known, where);
  }
  reader.end();
  if (reader.issues.length > 0) throw new Error(`at the end: ${shown(reader.issues)} for ${text}`);
  if (!reader.done) throw new Error(`not done at the end of ${text}`);
  if (!same(reader.value, final)) throw new Error(`${shown(reader.value)} in the end, not ${shown(final)}, for ${text}`);
  if (reader.completePaths().join() !== '' || !reader.isComplete([])) throw new Error(`not whole in the end: ${text}`);
  holds(reader, final, known, () => `at the end of ${text}`);
  allFrozen(reader.value, text);
}

function holds(reader: PartialReader, final: unknown, known: Map<string, unknown>, where: () => string): void {
  const { value } = reader;
  const complete = reader.completePaths();
  const whole = new Set(complete);
  if (complete.length === 0 && value === undefined) return;
  const walk = (part: unknown, full: unknown, path: readonly string[], inWhole: boolean): void => {
    const pointer = path.map((step) => `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
    const isWhole = inWhole || whole.has(pointer);
    if (reader.isComplete(path) !== isWhole) throw new Error(`isComplete(${pointer}) is not ${isWhole} ${where()}`);
    if (isWhole && !same(part, full)) throw new Error(`${pointer} is said to be whole, but is ${shown(part)} ${where()}`);
    if (Array.isArray(part) || isPlain(part)) {
      if (known.has(pointer) && known.get(pointer) !== part) throw new Error(`${pointer} is another object ${where()}`);
      known.set(pointer, part);
      if (Object.isFrozen(part) !== isWhole) throw new Error(`${pointer} is frozen or open wrongly ${where()}`);
      if (Array.isArray(part) ? !Array.isArray(full) || part.length > full.length : !isPlain(full))
        throw new Error(`${pointer} is ${shown(part)} ${where()}`);
      if (Array.isArray(part) && Object.keys(part).length !== part.length) throw new Error(`${pointer} has a hole ${where()}`);
      for (const key of Object.keys(part)) {
        if (!Object.hasOwn(full as object, key)) throw new Error(`${pointer}/${key} is not there in the end ${where()}`);
        walk((part as Record<string, unknown>)[key], (full as Record<string, unknown>)[key], [...path, key], isWhole);
      }
    } else if (typeof part === 'string' && !isWhole) {
      if (typeof full !== 'string' || !full.startsWith(part)) throw new Error(`${pointer} is ${shown(part)} ${where()}`);
      if (/^[\ud800-\udbff][\udc00-\udfff]/.test(full.slice(Math.max(0, part.length - 1))) && part !== '')
        throw new Error(`${pointer} ends within a character ${where()}`);
    } else if (!same(part, full)) throw new Error(`${pointer} is ${shown(part)} ${where()}`);
    else if (!isWhole) throw new Error(`${pointer} is a scalar and yet not whole ${where()}`);
  };
  walk(value, final, [], false);
  for (const pointer of complete)
    if (!reader.isComplete(tokens(pointer))) throw new Error(`${pointer} is listed and denied ${where()}`);
  if (!same(reader.snapshot(), value)) throw new Error(`the snapshot differs ${where()}`);
}

function allFrozen(value: unknown, text: string): void {
  if (!Array.isArray(value) && !isPlain(value)) return;
  if (!Object.isFrozen(value)) throw new Error(`not frozen in the end: ${shown(value)} of ${text}`);
  for (const inner of Object.values(value)) allFrozen(inner, text);
}
