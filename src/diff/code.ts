import { drawFrom } from '../emulator/random.js';
import type { Change, CodeDifference } from './difference.js';
import { admits } from './includes/admits.js';
import { Prover } from './includes/prover.js';
import { renames } from './renames.js';
import { type SameCode, sameCodeAt } from './same-code.js';
import { Sameness } from './same-shape.js';
import type { Side } from './side.js';
import { Sampler } from './witness/sampler.js';
import { wrap } from './witness/wrap.js';

const SEED = 7;
const MOST_EACH = 40;

/** What becomes of the TypeScript type of the values: derived from what can be said of both schemas, without bounds and patterns. */
export function codeDifference(before: Side, after: Side, sameCode: SameCode, changes: readonly Change[]): CodeDifference {
  const removed = changes.flatMap(({ path, gone }) => (gone === 'property' ? [path] : []));
  const renamed = renames(before, after, changes, sameCode);
  const rest = { removed: removed.filter((path) => !renamed.some((each) => each.path === path)), renamed };
  if (new Sameness(before, after, sameCode).same(before.raw.root, after.raw.root)) return { type: 'same', ...rest };
  const hidden = hiddenOutput(before, after, sameCode);
  if (hidden !== undefined)
    return {
      type: 'undecided',
      reason: `what the code at ${hidden === '' ? 'the root' : hidden} gives has a type that no schema tells`,
      ...rest,
    };
  const wider = relation(after, before, sameCode);
  const narrower = relation(before, after, sameCode);
  const reason = [wider, narrower].find((each) => each.answer === 'undecided')?.reason;
  if (reason !== undefined) return { type: 'undecided', reason, ...rest };
  if (wider.answer === 'fits' && narrower.answer === 'fits') return { type: 'same', ...rest };
  if (wider.answer === 'fits') return { type: 'narrower', witness: narrower.witness, ...rest };
  return { type: narrower.answer === 'fits' ? 'wider' : 'changed', witness: wider.witness, ...rest };
}

/** A place whose output is made by code that is not the same as before. */
function hiddenOutput(before: Side, after: Side, sameCode: SameCode): string | undefined {
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const)
    for (const path of one.codePaths()) {
      const code = one.codeAt(path);
      const makes = code?.steps.some(({ text }) => /^(?:pipe|codec|type:"transform")/.test(text));
      if (
        makes &&
        !(one === before
          ? sameCodeAt(before, path, after, path, sameCode)
          : other.codeAt(path) && sameCodeAt(before, path, after, path, sameCode))
      )
        return path;
    }
  return undefined;
}

interface Relation {
  readonly answer: 'fits' | 'differs' | 'undecided';
  readonly witness?: unknown;
  readonly reason?: string;
}

/** Whether every value of one type is a value of another. */
function relation(from: Side, to: Side, sameCode: SameCode): Relation {
  const prover = new Prover(from, to, { sameCode, types: true });
  if (prover.prove()) return { answer: 'fits' };
  const sampler = new Sampler({ written: from.resolve, read: to.resolve, draw: drawFrom(SEED), dialect: from.source.dialect });
  const isOutside = (value: unknown) => admits(to.domain.root, value, prover.asked) === false;
  for (const { from: part, to: reader, trail } of prover.gaps)
    for (const value of sampler.values(part, reader, 1, MOST_EACH)) {
      const whole = wrap(sampler, value, trail, 0);
      if (whole && isOutside(whole.value)) return { answer: 'differs', witness: whole.value };
    }
  const found = sampler.values(from.domain.root, to.domain.root, 0).find(isOutside);
  if (found !== undefined) return { answer: 'differs', witness: found };
  // Types of values that JSON lacks, or that no short value shows, differ where they are not shown to be the same.
  return { answer: 'undecided', reason: prover.gaps[0]?.reason ?? 'the types are too large to be compared' };
}
