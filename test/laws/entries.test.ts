import { afterAll, describe, expect, test } from 'vitest';
import type { CompileOptions } from '../../src/compiled.js';
import { type Case, compiled } from '../support/case.js';
import { generatedCase } from '../support/cases.js';
import { entriesCase } from '../support/generate/entries.js';
import { check } from '../support/seed.js';
import { everyValueIsSayable } from './complete.js';
import { compilesTheSame } from './deterministic.js';
import { wireFits } from './fits.js';
import { inertIsInert, ledgerIsComplete, sentIsSent } from './ledger.js';
import { valuesGoRound } from './round-trip.js';
import { answersAreSafe } from './safe.js';

const PATIENCE = 300_000;
let grouped = 0;

/** A law over objects of which random optional properties are pinned as `entries`. */
function holds(name: string, times: number, law: (one: Case, seed: number) => void, options: CompileOptions = {}): void {
  test(name, { timeout: PATIENCE }, () => {
    check(entriesCase, times, (made) => {
      const one = generatedCase(made);
      if (!one) return;
      const result = compiled(one, options);
      if (result && JSON.stringify(result.lowered.root).includes('"role":"group"')) grouped++;
      law(one, made.seed);
    });
  });
}

describe('the laws hold for properties that share a list', () => {
  holds('every keyword occurrence has one entry', 150, ledgerIsComplete);
  holds('what is inert does not bear on validity', 80, (one) => inertIsInert(one, '2020'));
  holds('what is sent is on the wire', 150, sentIsSent);
  holds('fits', 150, (one) => wireFits(one));
  holds('fits as a tool, nothing lost', 80, (one) => wireFits(one, { mode: 'tool', openness: 'keep' }));
  holds('complete', 200, (one) => everyValueIsSayable(one));
  holds('complete, nothing lost', 120, (one) => everyValueIsSayable(one, { openness: 'keep' }));
  holds('goes round', 200, (one) => valuesGoRound(one));
  holds('goes round as a tool, nothing lost', 120, (one) => valuesGoRound(one, { openness: 'keep', mode: 'tool' }));
  holds('safe', 120, (one, seed) => answersAreSafe(one, seed));
  holds('safe, nothing lost', 80, (one, seed) => answersAreSafe(one, seed, { openness: 'keep' }));
  holds('deterministic and idempotent', 120, (one) => compilesTheSame(one, 'output'));
  holds('deterministic and idempotent as a tool', 60, (one) => compilesTheSame(one, 'tool'));
});

afterAll(() => expect(grouped).toBeGreaterThan(300));
