import { lift } from '../../src/answer/decode.js';
import type { Loaded } from '../../src/answer/program.js';
import type { Compiled } from '../../src/compiled.js';
import type { Difference, Verdict } from '../../src/diff/index.js';

export type Accepts = (value: unknown) => boolean | undefined;

/** One of two schemas, with an independent judge and values of its own. */
export interface Judged {
  readonly compiled: Compiled;
  readonly accepts: Accepts;
  readonly values: readonly unknown[];
}

export interface Tally {
  compatible: number;
  breaks: number;
  undecided: number;
  /** Values put to compatible verdicts. */
  values: number;
  readonly reasons: Map<string, number>;
}

export function tally(): Tally {
  return { compatible: 0, breaks: 0, undecided: 0, values: 0, reasons: new Map() };
}

/** Checks both directions of a difference by values, by a judge that is none of ours. Throws where a verdict is wrong. */
export function checkVerdicts(before: Judged, after: Judged, { data }: Difference, into: Tally): void {
  checkVerdict(before, after, data.backward, into, 'backward');
  checkVerdict(after, before, data.forward, into, 'forward');
  checkTexts(before, after, data.texts.backward, 'backward');
  checkTexts(after, before, data.texts.forward, 'forward');
}

function checkVerdict(writer: Judged, reader: Judged, verdict: Verdict, into: Tally, direction: string): void {
  into[verdict.verdict]++;
  if (verdict.verdict === 'breaks') {
    const { value, issues } = verdict.witness;
    if (writer.accepts(value) === false)
      throw new Error(`${direction}: the witness ${show(value)} is not valid where it is written`);
    if (reader.accepts(value) === true)
      throw new Error(`${direction}: the witness ${show(value)} is valid where it should break`);
    if (issues.length === 0) throw new Error(`${direction}: the witness ${show(value)} breaks without a word`);
  } else if (verdict.verdict === 'compatible') {
    for (const value of sayable(writer)) {
      into.values++;
      if (reader.accepts(value) === false) throw new Error(`${direction}: called compatible, but ${show(value)} breaks`);
    }
  } else into.reasons.set(verdict.reason, (into.reasons.get(verdict.reason) ?? 0) + 1);
}

/** Answers as text: what is called compatible must be read, what breaks must not be read as the same value. */
function checkTexts(writer: Judged, reader: Judged, verdict: Verdict, direction: string): void {
  if (verdict.verdict === 'compatible')
    for (const value of sayable(writer)) {
      const text = JSON.stringify(writer.compiled.encode(value));
      const { issues } = reader.compiled.parse(text);
      if (issues) throw new Error(`${direction} texts: called compatible, but ${text} is not read: ${issues[0]?.message}`);
    }
  if (verdict.verdict === 'breaks' && verdict.witness.text !== undefined && writer.compiled.parse(verdict.witness.text).issues)
    throw new Error(`${direction} texts: the witness ${verdict.witness.text} is not read where it is written`);
}

/** The values of a schema as they come back from the wire: what cannot be said, and keys that the library drops, do not count. */
function sayable({ compiled, accepts, values }: Judged): unknown[] {
  const { lowered, maxDepth } = compiled.program as unknown as Loaded<unknown, unknown>;
  return values.flatMap((value) => {
    if (accepts(value) !== true) return [];
    try {
      const lifted = lift(lowered, compiled.encode(value), maxDepth);
      return 'value' in lifted && accepts(lifted.value) ? [lifted.value] : [];
    } catch {
      return [];
    }
  });
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'bigint'
        ? `${part}n`
        : part instanceof Set
          ? { set: [...part] }
          : part instanceof Map
            ? { map: [...part] }
            : part === undefined
              ? 'undefined!'
              : part,
    );
  } catch {
    return String(value);
  }
}
