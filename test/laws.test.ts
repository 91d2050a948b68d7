import type fc from 'fast-check';
import { afterAll, describe, test } from 'vitest';
import { everyValueIsSayable } from './laws/complete.js';
import { compilesTheSame } from './laws/deterministic.js';
import { wireFits } from './laws/fits.js';
import { inertIsInert, ledgerIsComplete, sentIsSent } from './laws/ledger.js';
import { valuesGoRound } from './laws/round-trip.js';
import { answersAreSafe } from './laws/safe.js';
import { zodLedgerIsComplete } from './laws/zod-ledger.js';
import type { Case } from './support/case.js';
import { refusalCounts } from './support/case.js';
import { generatedCase } from './support/cases.js';
import { type SchemaCase, schemaCase } from './support/generate/json-schema/index.js';
import { wideCase } from './support/generate/json-schema/wide.js';
import { CLASSIC, CURRENT, type TypeBoxCase, typeBoxCase, typeBoxCaseOf } from './support/generate/typebox/index.js';
import { type ZodCase, zodCase, zodCaseOf } from './support/generate/zod/index.js';
import { check, SEED, schemaCount } from './support/seed.js';

const PATIENCE = 300_000;

/** A property that holds for what is generated, whichever way the case is made of it. */
function holds<Made extends { readonly seed: number }>(
  name: string,
  arbitrary: fc.Arbitrary<Made>,
  times: number,
  make: (made: Made) => Case | undefined,
  law: (one: Case, made: Made) => void,
): void {
  test(name, { timeout: PATIENCE }, () => {
    check(arbitrary, times, (made) => {
      const one = make(made);
      if (one !== undefined) law(one, made);
    });
  });
}

const json = { arbitrary: schemaCase(), make: (made: SchemaCase) => generatedCase(made) };
const explicit = { arbitrary: schemaCase({ explicit: true }), make: (made: SchemaCase) => generatedCase(made, true) };
const wide = { arbitrary: wideCase, make: (made: SchemaCase) => generatedCase(made, true) };
const zod = { arbitrary: zodCase(), make: zodCaseOf };
const typebox = { arbitrary: typeBoxCase(), make: (made: TypeBoxCase) => typeBoxCaseOf(made, CURRENT) };
const classic = { arbitrary: typeBoxCase(), make: (made: TypeBoxCase) => typeBoxCaseOf(made, CLASSIC) };

/** The law over every dialect. */
function everywhere(
  times: { readonly json: number; readonly zod: number; readonly typebox: number },
  law: (one: Case, seed: number) => void,
): void {
  const put = (one: Case, made: SchemaCase | ZodCase | TypeBoxCase): void => law(one, made.seed);
  holds('JSON Schema', json.arbitrary, times.json, json.make, put);
  holds('JSON Schema that leaves nothing open', explicit.arbitrary, times.json / 3, explicit.make, put);
  holds('JSON Schema beyond the budget', wide.arbitrary, times.json / 6, wide.make, put);
  holds('Zod', zod.arbitrary, times.zod, zod.make, put);
  holds('TypeBox 1', typebox.arbitrary, times.typebox, typebox.make, put);
  holds('TypeBox 0.34', classic.arbitrary, times.typebox, classic.make, put);
}

describe('law 1: nothing is dropped in silence', () => {
  holds('every keyword occurrence has one entry', json.arbitrary, 150, json.make, ledgerIsComplete);
  holds('in TypeBox 1 too', typebox.arbitrary, 60, typebox.make, ledgerIsComplete);
  holds('in TypeBox 0.34 too', classic.arbitrary, 60, classic.make, ledgerIsComplete);
  holds('in Zod no stated constraint is missing', zod.arbitrary, 150, zod.make, zodLedgerIsComplete);
  holds('what is inert does not bear on validity', json.arbitrary, 100, json.make, (one, made) =>
    inertIsInert(one, made.dialect),
  );
  holds('what is sent is on the wire', json.arbitrary, 100, json.make, sentIsSent);
});

describe('law 2: fits', () => {
  describe('as an output', () => everywhere({ json: 120, zod: 100, typebox: 40 }, (one) => wireFits(one)));
  describe('as a tool', () => everywhere({ json: 60, zod: 50, typebox: 20 }, (one) => wireFits(one, { mode: 'tool' })));
  describe('with nothing lost', () =>
    everywhere({ json: 60, zod: 50, typebox: 20 }, (one) => wireFits(one, { openness: 'keep' })));
});

describe('law 3: complete', () => {
  describe('but for what is narrowed', () => everywhere({ json: 120, zod: 100, typebox: 40 }, (one) => everyValueIsSayable(one)));
  describe('with nothing lost', () =>
    everywhere({ json: 90, zod: 60, typebox: 30 }, (one) => everyValueIsSayable(one, { openness: 'keep' })));
});

describe('law 4: round trip', () => {
  describe('closed', () => everywhere({ json: 120, zod: 120, typebox: 50 }, (one) => valuesGoRound(one)));
  describe('kept, as a tool', () =>
    everywhere({ json: 90, zod: 60, typebox: 30 }, (one) => valuesGoRound(one, { openness: 'keep', mode: 'tool' })));
});

describe('law 5: safe', () => {
  describe('closed', () => everywhere({ json: 100, zod: 80, typebox: 40 }, (one, seed) => answersAreSafe(one, seed)));
  describe('kept', () =>
    everywhere({ json: 60, zod: 40, typebox: 20 }, (one, seed) => answersAreSafe(one, seed, { openness: 'keep' })));
});

describe('law 6: deterministic and idempotent', () => {
  describe('as an output', () => everywhere({ json: 100, zod: 60, typebox: 30 }, (one) => compilesTheSame(one, 'output')));
  describe('as a tool', () => everywhere({ json: 60, zod: 40, typebox: 20 }, (one) => compilesTheSame(one, 'tool')));
});

afterAll(() => {
  const refused = [...refusalCounts()].map(([code, count]) => `${count} ${code}`).join(', ');
  console.log(`laws: ${schemaCount()} schemas, seed ${SEED}; refused: ${refused === '' ? 'none' : refused}`);
});
