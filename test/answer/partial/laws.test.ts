import type fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { accepts } from '../../../src/answer/accepts.js';
import { lift } from '../../../src/answer/decode.js';
import { Lowered } from '../../../src/answer/lowered.js';
import type { CompileOptions } from '../../../src/compiled.js';
import { encodings } from '../../laws/complete.js';
import { type Case, compiled } from '../../support/case.js';
import { generatedCase, jsonSchemaCase } from '../../support/cases.js';
import { corpusFiles, corpusPresent, rowsOf, someOf } from '../../support/corpus.js';
import { type Draw, drawFrom } from '../../support/draw.js';
import { type SchemaCase, schemaCase } from '../../support/generate/json-schema/index.js';
import { wideCase } from '../../support/generate/json-schema/wide.js';
import { CURRENT, type TypeBoxCase, typeBoxCase, typeBoxCaseOf } from '../../support/generate/typebox/index.js';
import { type ZodCase, zodCase, zodCaseOf } from '../../support/generate/zod/index.js';
import { mutate } from '../../support/mutate.js';
import { jsonCopy } from '../../support/same.js';
import { check } from '../../support/seed.js';
import type { Dialect } from '../../support/validator.js';
import { growsTo, readerOf } from './growth.js';

const PATIENCE = 300_000;
const LONGEST = 3000;

const counts = { schemas: 0, texts: 0, strange: 0 };

/** The wire value with the properties of its objects in another order. */
function shuffled(wire: unknown, draw: Draw): unknown {
  if (Array.isArray(wire)) return wire.map((item) => shuffled(item, draw));
  if (typeof wire !== 'object' || wire === null) return wire;
  const entries = draw.shuffled(Object.entries(wire));
  const nodes = (key: string, value: unknown) => (key.startsWith('nodes') && Array.isArray(value) ? draw.shuffled(value) : value);
  return Object.fromEntries(entries.map(([key, value]) => [key, nodes(key, shuffled(value, draw))]));
}

/** Every prefix of every text that says one of the values of a schema, as the model would write it, and as it should not. */
function valuesGrow(one: Case, seed: number, options: CompileOptions = {}): void {
  const result = compiled(one, options);
  if (!result) return;
  counts.schemas++;
  const draw = drawFrom(seed + 1);
  const lowered = new Lowered(result.lowered);
  for (const { wire } of encodings(one, result, true).slice(0, 4)) {
    const copy = jsonCopy(wire);
    const strange = [shuffled(copy, draw), mutate(copy, draw), mutate(copy, draw)];
    for (const [index, value] of [copy, ...strange].entries()) {
      const text = JSON.stringify(value, undefined, draw.chance(20) ? 1 : 0);
      if (text.length > LONGEST) continue;
      const lifted = lift(lowered, JSON.parse(text), 500);
      if ('value' in lifted && accepts(result.lowered.root, value, lowered, true)) {
        counts.texts++;
        growsTo(lifted.value, text, lowered);
      } else if (index === 0) throw new Error(`not lifted: ${text}: ${JSON.stringify(lifted)}`);
      else {
        counts.strange++;
        const reader = readerOf(lowered);
        for (const char of text) reader.push(char);
        reader.end();
        expect(reader.issues.length).toBeLessThanOrEqual(1);
      }
    }
  }
}

function holds<Made extends { readonly seed: number }>(
  name: string,
  arbitrary: fc.Arbitrary<Made>,
  times: number,
  make: (made: Made) => Case | undefined,
  options?: CompileOptions,
): void {
  test(name, { timeout: PATIENCE }, () => {
    check(arbitrary, times, (made) => {
      const one = make(made);
      if (one) valuesGrow(one, made.seed, options);
    });
  });
}

describe('what is shown is a true prefix of what is lifted in the end', () => {
  holds('JSON Schema', schemaCase(), 150, (made: SchemaCase) => generatedCase(made));
  holds('JSON Schema, nothing lost', schemaCase(), 80, (made: SchemaCase) => generatedCase(made), { openness: 'keep' });
  holds('JSON Schema beyond the budget', wideCase, 20, (made: SchemaCase) => generatedCase(made, true));
  holds('Zod', zodCase(), 150, (made: ZodCase) => zodCaseOf(made));
  holds('Zod, as a tool, nothing lost', zodCase(), 60, (made: ZodCase) => zodCaseOf(made), { openness: 'keep', mode: 'tool' });
  holds('TypeBox', typeBoxCase(), 60, (made: TypeBoxCase) => typeBoxCaseOf(made, CURRENT));
});

test.runIf(!corpusPresent)('real schemas', ({ skip }) => skip('../shared/corpus is absent'));

describe.runIf(corpusPresent)('real schemas', () => {
  for (const name of corpusFiles().filter((file) => !file.startsWith('jsts'))) {
    test(name, { timeout: PATIENCE }, () => {
      const rows = someOf(
        rowsOf(name).filter((row) => row.dialect !== '3' && row.dialect !== '4' && JSON.stringify(row.schema).length < 20_000),
        40,
      );
      for (const row of rows) {
        const values = row.tests.filter((each) => each.valid !== false).map((each) => each.data);
        const one = jsonSchemaCase(row.schema, row.dialect as Dialect, { values: values.slice(0, 3), count: 2 });
        try {
          if (one) valuesGrow(one, 7);
        } catch (error) {
          throw new Error(`${row.id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        }
      }
    });
  }
});

afterAll(() => console.log(`growing answers: ${JSON.stringify(counts)}`));
