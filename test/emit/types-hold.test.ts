import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { canonicalOf } from '../../src/emit/canonical.js';
import { literal } from '../../src/emit/literal.js';
import { typeDeclarations } from '../../src/emit/type-declarations.js';
import { type Compiled, type CompileOptions, compile, SchemaError } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';
import type { Case } from '../support/case.js';
import { generatedCase, jsonSchemaCase } from '../support/cases.js';
import { corpusFiles, rowsOf, someOf } from '../support/corpus.js';
import { schemaCase } from '../support/generate/json-schema/index.js';
import type { Dialect } from '../support/validator.js';
import { Generated, typeErrors } from './generated.js';

const SOME = Number(process.env['BASCULE_ROWS'] ?? 8);

const generated = new Generated();
afterAll(() => generated.remove());

/** Types of a case and what decoding gives, as a module in which each value is said to be of the type. */
function moduleOf(one: Case, options: CompileOptions): string | undefined {
  let lowered: Compiled;
  try {
    lowered = compile<unknown>(one.schema(), options);
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
  const values = one.values.flatMap((value): Json[] => {
    try {
      const decoded = lowered.decode(lowered.encode(value));
      return decoded.issues ? [] : [decoded.value as Json];
    } catch {
      return [];
    }
  });
  // TypeScript takes such properties for those that every object inherits.
  if (
    /\b(constructor|hasOwnProperty|isPrototypeOf|toString|valueOf)"?\??:/.test(
      literal(values) + typeDeclarations(canonicalOf(lowered), 'Value'),
    )
  )
    return undefined;
  const uses = values.map((value, index) => `export const v${index}: Value = ${literal(value)};\n`);
  return `${typeDeclarations(canonicalOf(lowered), 'Value')}${uses.join('')}`;
}

function errorsOf(cases: readonly (Case | undefined)[], name: string): readonly string[] {
  const files = cases.flatMap((one, index) =>
    (one ? (['close', 'keep'] as const) : []).flatMap((openness) => {
      const text = moduleOf(one as Case, { openness });
      return text === undefined ? [] : [generated.write(`${name}-${index}-${openness}.ts`, text)];
    }),
  );
  return typeErrors(files);
}

describe('every value that decoding gives is of the generated type', () => {
  test('for generated schemas', () => {
    const cases = fc.sample(schemaCase(), { numRuns: 80, seed: 7 }).map((one) => generatedCase(one));
    expect(errorsOf(cases, 'drawn')).toEqual([]);
  });

  test.each(corpusFiles())('for real schemas: %s', (file) => {
    const rows = someOf(
      rowsOf(file).filter((row) => row.dialect !== '3' && row.dialect !== '4' && JSON.stringify(row.schema).length < 20_000),
      SOME,
    );
    const cases = rows.map((row) =>
      jsonSchemaCase(row.schema, row.dialect as Dialect, {
        values: row.tests
          .filter((one) => one.valid !== false)
          .map((one) => one.data)
          .slice(0, 4),
        count: 3,
      }),
    );
    expect(errorsOf(cases, file.replace(/\W/g, '-'))).toEqual([]);
  });
});
