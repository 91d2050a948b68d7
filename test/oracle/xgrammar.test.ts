import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { EncodeError } from '../../src/answer/encode-error.js';
import type { Json } from '../../src/ir/json.js';
import { type Case, compiled, text } from '../support/case.js';
import { generatedCase, jsonSchemaCase } from '../support/cases.js';
import { corpusFiles, rowsOf, someOf } from '../support/corpus.js';
import { entriesCase } from '../support/generate/entries.js';
import { schemaCase } from '../support/generate/json-schema/index.js';
import { zodCase, zodCaseOf } from '../support/generate/zod/index.js';
import { runs, SEED } from '../support/seed.js';
import type { Dialect } from '../support/validator.js';
import { defectFor } from './defects.js';
import { grammarOf } from './xgrammar.js';

const PATIENCE = 120_000;
const counts = { values: 0, skipped: new Map<string, number>() };

function encoded(value: unknown, encode: (value: unknown) => Json): Json | undefined {
  try {
    return encode(value);
  } catch (error) {
    if (error instanceof EncodeError) return undefined;
    throw error;
  }
}

/** Texts of encodings that the grammar of their own wire schema would never produce. */
async function unsayable(one: Case): Promise<string[]> {
  const result = compiled(one);
  if (result === undefined) return [];
  const found: string[] = [];
  const grammar = await grammarOf(result.wire);
  for (const value of one.values.slice(0, 4)) {
    const wire = encoded(value, result.encode);
    if (wire === undefined) continue;
    const answer = JSON.stringify(wire);
    const why = defectFor(result.wire, answer);
    if (why !== undefined) {
      counts.skipped.set(why, (counts.skipped.get(why) ?? 0) + 1);
      continue;
    }
    counts.values++;
    if (!(await grammar.accepts(answer))) found.push(`${answer} for ${text(value)}, wire ${JSON.stringify(result.wire)}`);
  }
  grammar.dispose();
  return found;
}

async function sayable(cases: readonly (Case | undefined)[]): Promise<void> {
  const failures: string[] = [];
  for (const one of cases) if (one !== undefined) failures.push(...(await unsayable(one)));
  expect(failures.sort((a, b) => a.length - b.length).slice(0, 5), `${failures.length} texts`).toEqual([]);
}

describe('a constrained decoder can produce what encode writes', () => {
  test('generated JSON Schemas', { timeout: PATIENCE }, async () => {
    await sayable(fc.sample(schemaCase(), { numRuns: runs(100), seed: SEED }).map((made) => generatedCase(made)));
  });
  test('generated Zod schemas', { timeout: PATIENCE }, async () => {
    await sayable(fc.sample(zodCase(), { numRuns: runs(80), seed: SEED }).map(zodCaseOf));
  });
  test('properties that share a list', { timeout: PATIENCE }, async () => {
    await sayable(fc.sample(entriesCase, { numRuns: runs(80), seed: SEED }).map((made) => generatedCase(made)));
  });
  for (const name of corpusFiles().filter((file) => !file.startsWith('jsts'))) {
    test(name, { timeout: PATIENCE }, async () => {
      const rows = someOf(
        rowsOf(name).filter((row) => row.dialect !== '3' && row.dialect !== '4' && JSON.stringify(row.schema).length < 15_000),
        20,
      );
      await sayable(
        rows.map((row) =>
          jsonSchemaCase(row.schema, row.dialect as Dialect, { values: row.tests.slice(0, 4).map((one) => one.data), count: 2 }),
        ),
      );
    });
  }
  test('properties come in the order of the schema, required ones first', async () => {
    const schema = {
      type: 'object',
      properties: { late: { type: 'string' }, first: { type: 'string' }, last: { type: 'integer' }, second: { type: 'integer' } },
      required: ['first', 'second'],
      additionalProperties: false,
    };
    const one = jsonSchemaCase(schema, '2020', { values: [{ second: 2, late: 'x', last: 1, first: 'a' }] });
    await sayable([one]);
  });
});

afterAll(() => {
  const skipped = [...counts.skipped].map(([why, count]) => `${count} (${why})`).join(', ');
  console.log(`grammar oracle: ${counts.values} texts, seed ${SEED}; skipped: ${skipped === '' ? 'none' : skipped}`);
});
