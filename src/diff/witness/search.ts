import { drawFrom } from '../../emulator/random.js';
import type { Issue } from '../../read/source.js';
import type { Witness } from '../difference.js';
import type { Gap } from '../includes/gap.js';
import type { Side } from '../side.js';
import { Sampler } from './sampler.js';
import { wrap } from './wrap.js';

const SEED = 20_261;
const MOST_EACH = 60;
const TURNS = 3;
/** Issues that say that the value could not be checked, not that it is wrong. */
const NO_VERDICT: ReadonlySet<string> = new Set([
  'async-schema',
  'user-code-threw',
  'validator-unavailable',
  'typebox-missing',
  'too-deep',
]);

export interface Search {
  readonly witness?: Witness & { readonly path: string };
  readonly tried: number;
}

/** Looks for a value that the writer admits and can say, and the reader rejects: first where the proof failed, then all over. */
export function searchWitness(writer: Side, reader: Side, gaps: readonly Gap[], most: number): Search {
  let tried = 0;
  for (const { value, path } of candidates(writer, reader, gaps)) {
    if (tried >= most) break;
    // No answer is `undefined`, whatever a library would make of it.
    if (value === undefined) continue;
    tried++;
    const issues = rejection(writer, reader, value);
    if (issues) return { tried, witness: { value, issues, path } };
  }
  return { tried };
}

/** Values that the writer admits and can say, in the order in which they are worth trying. */
export function* valuesOf(writer: Side, reader: Side, most: number): Generator<unknown> {
  let given = 0;
  for (const value of samplerFor(writer, reader).values(writer.domain.root, reader.raw.root, 0, most)) {
    if (!isSayable(writer, value)) continue;
    yield value;
    if (++given >= most) return;
  }
}

function* candidates(writer: Side, reader: Side, gaps: readonly Gap[]): Generator<{ value: unknown; path: string }> {
  const sampler = samplerFor(writer, reader);
  for (let turn = 0; turn < TURNS; turn++)
    for (const { from, to, trail, path } of gaps)
      for (const part of sampler.values(from, to, 1, MOST_EACH)) {
        const whole = wrap(sampler, part, trail, turn);
        if (whole) yield { value: whole.value, path };
      }
  const path = gaps[0]?.path ?? '';
  for (const value of sampler.values(writer.domain.root, reader.raw.root, 0)) yield { value, path };
}

function samplerFor(writer: Side, reader: Side): Sampler {
  return new Sampler({
    written: writer.resolve,
    read: reader.resolveRaw,
    draw: drawFrom(SEED),
    dialect: writer.source.dialect,
  });
}

function rejection(writer: Side, reader: Side, value: unknown): readonly Issue[] | undefined {
  const read = reader.source.finish(value);
  if (!('issues' in read) || read.issues.some(isNoVerdict)) return undefined;
  return isSayable(writer, value) ? read.issues : undefined;
}

/** That a value is no JSON is said by a guard that stands before the schema. */
function isNoVerdict({ code, message }: Issue): boolean {
  return (code !== undefined && NO_VERDICT.has(code)) || message.startsWith('Expected a JSON value');
}

/** Whether the schema admits a value, the model can say it, and what it says is read again. */
function isSayable(writer: Side, value: unknown): boolean {
  if ('issues' in writer.source.finish(value)) return false;
  try {
    return writer.compiled.decode(writer.compiled.encode(value)).issues === undefined;
  } catch {
    return false;
  }
}
