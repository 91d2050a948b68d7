import { afterAll, describe, expect, test } from 'vitest';
import { everyValueIsSayable } from '../laws/complete.js';
import { valuesGoRound } from '../laws/round-trip.js';
import { judged } from '../laws/safe.js';
import { type Case, compiled } from '../support/case.js';
import type { Row } from '../support/corpus.js';
import { type Dialect, type Validator, validatorFor } from '../support/validator.js';
import { idleSkips, skipped } from './skips.js';
import { byKeyword, suite } from './suite.js';

const counts = { schemas: 0, refused: 0, instances: 0, skippedSchemas: 0, skippedInstances: 0 };

/** The instances of a row on whose validity the suite and Ajv agree; the others must be in the table of skips. */
function agreed(row: Row, validate: Validator): Case {
  const tests = row.tests.filter((one) => {
    if (validate(one.data) === one.valid) return true;
    if (skipped(row.id) === undefined) throw new Error(`Ajv disagrees, and no skip explains it: ${row.id}: ${one.d}`);
    counts.skippedInstances++;
    return false;
  });
  return {
    schema: () => JSON.parse(JSON.stringify(row.schema)) as unknown,
    values: tests.filter((one) => one.valid).map((one) => one.data),
    others: tests.filter((one) => !one.valid).map((one) => one.data),
    expected: (value) => value,
    accepts: (output) => validate(output) === true,
    narrows: { close: true, keep: false },
    dialect: 'json-schema',
  };
}

function conforms(row: Row, openness: 'close' | 'keep'): void {
  const validate = validatorFor(row.schema, row.dialect as Dialect);
  if (validate === undefined) {
    if (skipped(row.id) === undefined) throw new Error(`Ajv cannot compile it, and no skip explains it: ${row.id}`);
    counts.skippedSchemas++;
    return;
  }
  const one = agreed(row, validate);
  const result = compiled(one, { openness });
  counts.schemas++;
  if (result === undefined) {
    counts.refused++;
    return;
  }
  everyValueIsSayable(one, { openness });
  valuesGoRound(one, { openness });
  for (const value of one.others) judged(one, result.decode(value), value);
  counts.instances += one.values.length;
}

function all(rows: readonly Row[], openness: 'close' | 'keep'): void {
  const failures: string[] = [];
  for (const row of rows) {
    try {
      conforms(row, openness);
    } catch (error) {
      failures.push(`${row.id}\n  ${JSON.stringify(row.schema)}\n  ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (failures.length > 0) throw new Error(`${failures.length} of ${rows.length} schemas:\n${failures.join('\n')}`);
}

const drafts = suite();

test.runIf(drafts.length === 0)('the suite', ({ skip }) => skip('../shared/corpus is absent'));

for (const { name, rows } of drafts) {
  describe(name, () => {
    for (const [keyword, some] of byKeyword(rows)) {
      test(`${keyword}, nothing lost`, { timeout: 60_000 }, () => all(some, 'keep'));
      test(`${keyword}, closed`, { timeout: 60_000 }, () => all(some, 'close'));
    }
  });
}

test.runIf(drafts.length > 0)('every skip is needed', () => {
  expect(idleSkips()).toEqual([]);
});

afterAll(() => {
  if (drafts.length > 0) console.log(`conformance: ${JSON.stringify(counts)}`);
});
