import type { DataDifference, DiffOptions, Verdict } from './difference.js';
import { Prover } from './includes/prover.js';
import type { SameCode } from './same-code.js';
import type { Side } from './side.js';
import { textVerdict } from './texts.js';
import { searchWitness } from './witness/search.js';

const TRIES = 2000;

/** Whether answers of either schema can be read by the other: by proof, or else by counterexample. */
export function dataDifference(before: Side, after: Side, sameCode: SameCode, { tries = TRIES }: DiffOptions): DataDifference {
  const backward = verdict(before, after, sameCode, tries);
  const forward = verdict(after, before, flipped(sameCode), tries);
  return {
    backward,
    forward,
    texts: { backward: textVerdict(before, after, backward), forward: textVerdict(after, before, forward) },
  };
}

export function flipped(sameCode: SameCode): SameCode {
  return (a, b) => sameCode(b, a);
}

function verdict(writer: Side, reader: Side, sameCode: SameCode, tries: number): Verdict {
  const prover = new Prover(writer, reader, { sameCode });
  if (prover.prove()) return { verdict: 'compatible' };
  const { gaps } = prover;
  const { witness, tried } = searchWitness(writer, reader, gaps, tries);
  if (witness) {
    const { path, ...shown } = witness;
    return { verdict: 'breaks', witness: shown, path };
  }
  const [first] = gaps;
  return { verdict: 'undecided', reason: first?.reason ?? 'it could not be proved', path: first?.path ?? '', tried };
}
