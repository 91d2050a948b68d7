import { describe, test } from 'vitest';
import { z } from 'zod';
import type { CompileOptions } from '../../src/compiled.js';
import type { Json } from '../../src/ir/json.js';
import { jsonSchemaCase } from '../support/cases.js';
import type { Case } from '../support/case.js';
import { zodSchemaCase } from '../support/generate/zod/index.js';
import { everyValueIsSayable } from './complete.js';
import { compilesTheSame } from './deterministic.js';
import { wireFits } from './fits.js';
import { ledgerIsComplete } from './ledger.js';
import { valuesGoRound } from './round-trip.js';
import { answersAreSafe } from './safe.js';

/** All laws, in all the ways a schema is compiled. */
function lawsHold(one: Case): void {
  if (one.dialect === 'json-schema') ledgerIsComplete(one);
  for (const options of [{}, { openness: 'keep' }, { mode: 'tool' }, { openness: 'keep', mode: 'tool' }] satisfies CompileOptions[]) {
    wireFits(one, options);
    everyValueIsSayable(one, options);
    valuesGoRound(one, options);
    for (const seed of [1, 2, 3]) answersAreSafe(one, seed, options);
  }
  compilesTheSame(one, 'output');
  compilesTheSame(one, 'tool');
}

/** Counterexamples found by the laws, as small as they come: each was once wrong. */
const JSON_SCHEMAS: Record<string, { readonly schema: Json; readonly values: readonly Json[] }> = {};

const ZOD_SCHEMAS: Record<string, { readonly make: () => z.ZodType; readonly values: readonly unknown[]; readonly pure?: boolean }> = {
  'an optional nullable property': { make: () => z.object({ a: z.string().nullish() }), values: [{}, { a: null }, { a: 'x' }], pure: true },
};

describe('JSON Schemas that were once wrong', () => {
  for (const [name, { schema, values }] of Object.entries(JSON_SCHEMAS)) {
    test(name, () => {
      const one = jsonSchemaCase(schema, '2020', { values });
      if (one === undefined) throw new Error('Ajv cannot compile it');
      lawsHold(one);
    });
  }
});

describe('Zod schemas that were once wrong', () => {
  for (const [name, { make, values, pure }] of Object.entries(ZOD_SCHEMAS)) {
    test(name, () => lawsHold(zodSchemaCase(make, values, pure ?? false)));
  }
});
