import { describe, expect, test } from 'vitest';
import type { CompileOptions } from '../../src/compiled.js';
import { compile, EncodeError } from '../../src/index.js';
import type { Case } from '../support/case.js';
import { jsonSchemaCase } from '../support/cases.js';
import { CLASSIC, CURRENT, typeBoxCaseOf } from '../support/generate/typebox/index.js';
import type { Plan } from '../support/generate/typebox/plan.js';
import { zodSchemaCase } from '../support/generate/zod/index.js';
import { everyValueIsSayable } from './complete.js';
import { compilesTheSame } from './deterministic.js';
import { wireFits } from './fits.js';
import { JSON_SCHEMAS, UNSAYABLE, ZOD_SCHEMAS } from './found.js';
import { inertIsInert, ledgerIsComplete } from './ledger.js';
import { valuesGoRound } from './round-trip.js';
import { answersAreSafe } from './safe.js';

/** All laws, in all the ways a schema is compiled. */
function lawsHold(one: Case): void {
  for (const options of [
    {},
    { openness: 'keep' },
    { mode: 'tool' },
    { openness: 'keep', mode: 'tool' },
  ] satisfies CompileOptions[]) {
    wireFits(one, options);
    everyValueIsSayable(one, options);
    valuesGoRound(one, options);
    for (const seed of [1, 2, 3]) answersAreSafe(one, seed, options);
  }
  compilesTheSame(one, 'output');
  compilesTheSame(one, 'tool');
}

describe('JSON Schemas that were once wrong', () => {
  for (const [name, { schema, values }] of Object.entries(JSON_SCHEMAS)) {
    test(name, () => {
      const one = jsonSchemaCase(schema, '2020', { values });
      if (one === undefined) throw new Error('Ajv cannot compile it');
      expect(values.filter((value) => !one.values.includes(value))).toEqual([]);
      lawsHold(one);
      ledgerIsComplete(one);
      inertIsInert(one, '2020');
    });
  }
});

describe('Zod schemas that were once wrong', () => {
  for (const [name, { make, values, pure }] of Object.entries(ZOD_SCHEMAS)) {
    test(name, () => lawsHold(zodSchemaCase(make, values, pure ?? false)));
  }
});

describe('TypeBox schemas that were once wrong', () => {
  const plans: Record<string, Plan> = {
    'one schema object in two places': { kind: 'record', keys: 'literals', value: { kind: 'leaf', leaf: 'null' } },
    'keys a pattern leaves alone, any value': { kind: 'record', keys: 'pattern', value: { kind: 'leaf', leaf: 'any' } },
    'keys a pattern leaves alone, null': { kind: 'record', keys: 'pattern', value: { kind: 'leaf', leaf: 'null' } },
    'keys that are no numbers': { kind: 'record', keys: 'number', value: { kind: 'leaf', leaf: 'integer' } },
  };
  for (const [name, plan] of Object.entries(plans)) {
    for (const [version, library] of [
      ['1', CURRENT],
      ['0.34', CLASSIC],
    ] as const) {
      test(`${name}, TypeBox ${version}`, () => {
        for (const seed of [0, 1, 2, 3, 4, 5]) {
          const one = typeBoxCaseOf({ plan, seed }, library);
          if (one === undefined) throw new Error('TypeBox refuses it');
          lawsHold(one);
          ledgerIsComplete(one);
        }
      });
    }
  }
});

describe('what JSON cannot say is refused, not changed', () => {
  for (const [name, { make, value }] of Object.entries(UNSAYABLE)) {
    test(name, () => expect(() => compile(make()).encode(value)).toThrow(EncodeError));
  }
});

describe('the wire of a found case', () => {
  test('encode writes properties in the order of the schema, required ones first', () => {
    const found = JSON_SCHEMAS['properties out of the order of the schema'];
    const compiled = compile<unknown>(found?.schema);
    expect(JSON.stringify(compiled.encode(found?.values[0]))).toBe('{"first":"a","second":2,"late":"x"}');
  });

  test('a hint does not promise less than the union takes', () => {
    const { format } = compile<unknown>(ZOD_SCHEMAS['json beside records']?.make());
    expect(JSON.stringify(format.schema)).toContain('Any JSON value');
  });
});
