import { afterAll, describe, test } from 'vitest';
import { type Case, compiled } from '../support/case.js';
import { jsonSchemaCase } from '../support/cases.js';
import { corpusFiles, corpusPresent, type Row, rowsOf, someOf } from '../support/corpus.js';
import type { Dialect } from '../support/validator.js';
import { everyValueIsSayable } from './complete.js';
import { compilesTheSame } from './deterministic.js';
import { wireFits } from './fits.js';
import { ledgerIsComplete } from './ledger.js';
import { valuesGoRound } from './round-trip.js';
import { answersAreSafe } from './safe.js';

/** Rows of each file that the laws are put to. */
const SOME = Number(process.env['BASCULE_ROWS'] ?? 60);
const LONGEST = 40_000;

const counts = { rows: 0, refused: 0, unread: 0, instances: 0 };

function caseOf(row: Row): Case | undefined {
  if (row.dialect === '3' || row.dialect === '4') return undefined;
  const values = row.tests.filter((one) => one.valid !== false).map((one) => one.data);
  return jsonSchemaCase(row.schema, row.dialect as Dialect, { values: values.slice(0, 4), count: 3 });
}

/** All laws for one row; what fails says which. */
function lawsHold(row: Row): string[] {
  const one = caseOf(row);
  if (one === undefined) {
    counts.unread++;
    return [];
  }
  counts.rows++;
  counts.instances += one.values.length;
  const failures: string[] = [];
  const put = (law: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      failures.push(`${row.id}: ${law}: ${(error instanceof Error ? error.message : String(error)).slice(0, 1200)}`);
    }
  };
  let refused = false;
  put('compiles', () => {
    refused = compiled(one) === undefined;
  });
  if (failures.length > 0 || refused) {
    counts.refused++;
    return failures;
  }
  put('ledger', () => ledgerIsComplete(one));
  put('fits', () => wireFits(one));
  put('complete', () => everyValueIsSayable(one));
  put('round trip', () => valuesGoRound(one));
  put('round trip with nothing lost', () => valuesGoRound(one, { openness: 'keep', mode: 'tool' }));
  put('safe', () => answersAreSafe(one, 7));
  put('idempotent', () => compilesTheSame(one, 'output'));
  return failures;
}

test.runIf(!corpusPresent)('real schemas', ({ skip }) => skip('../shared/corpus is absent'));

describe.runIf(corpusPresent)('real schemas', () => {
  // the test suite has a place of its own: test/conformance
  for (const name of corpusFiles().filter((file) => !file.startsWith('jsts'))) {
    test(name, { timeout: 120_000 }, () => {
      const rows = someOf(
        rowsOf(name).filter((row) => JSON.stringify(row.schema).length < LONGEST),
        SOME,
      );
      const failures = rows.flatMap(lawsHold);
      if (failures.length > 0)
        throw new Error(`${failures.length} failures in ${rows.length} rows:\n${failures.slice(0, 12).join('\n')}`);
    });
  }
});

afterAll(() => {
  if (corpusPresent) console.log(`corpus: ${JSON.stringify(counts)}`);
});
