import { afterAll, describe, expect, test } from 'vitest';
import { claude, compile, SchemaError } from '../../src/index.js';
import { lint, subjectOf } from '../../src/lint/engine.js';
import { rules } from '../../src/lint/rules/index.js';
import { corpusFiles, corpusPresent, rowsOf, someOf } from '../support/corpus.js';
import { lintBody } from './requests.js';

const MOST = 120;
const hits = new Map<string, number>();
let schemas = 0;

function subject(schema: unknown) {
  try {
    const compiled = compile<unknown>(schema);
    return subjectOf(compiled, compiled.diagnostics, claude);
  } catch (error) {
    if (error instanceof SchemaError) return subjectOf(undefined, error.diagnostics, claude);
    throw error;
  }
}

test.runIf(!corpusPresent)('real schemas', ({ skip }) => skip('../shared/corpus is absent'));

describe.runIf(corpusPresent)('real schemas: no rule fails, and each finding is whole', () => {
  test.each(corpusFiles().map((name) => ({ name })))('$name', ({ name }) => {
    for (const { schema, id } of someOf(rowsOf(name), MOST)) {
      schemas++;
      const found = lint(subject(schema));
      for (const { path, message, help, rule } of found) {
        expect(path, `${rule} of ${id}`).toMatch(/^(\/.*)?$/s);
        expect(message, `${rule} of ${id}`).toMatch(/[.?!]$/);
        expect(help.length, `${rule} of ${id}`).toBeGreaterThan(5);
      }
      for (const rule of new Set(found.map((each) => each.rule))) hits.set(rule, (hits.get(rule) ?? 0) + 1);
    }
  });

  test.each(corpusFiles().map((name) => ({ name })))('$name as tools and format of requests', ({ name }) => {
    const rows = someOf(rowsOf(name), 60);
    for (let start = 0; start < rows.length; start += 20) {
      const tools = rows.slice(start, start + 20).map(({ schema, tests }, index) => ({
        name: `tool_${index}`,
        input_schema: schema,
        strict: index % 2 === 0,
        input_examples: tests.slice(0, 2).map(({ data }) => data),
      }));
      const schema = rows[start]?.schema;
      const found = lintBody({ tools, output_config: { format: { type: 'json_schema', schema } } });
      for (const { path, message, help, rule } of found) {
        expect(path, rule).toMatch(/^(\/.*)?$/s);
        expect(message, rule).toMatch(/[.?!]$/);
        expect(help.length, rule).toBeGreaterThan(5);
      }
    }
  });

  afterAll(() => {
    const share = ({ id, level }: (typeof rules)[number]) =>
      `${id} (${level}) ${((100 * (hits.get(id) ?? 0)) / schemas).toFixed(1)} %`;
    console.log(`schemas in which a rule finds something, of ${schemas}: ${rules.map(share).join(', ')}`);
  });
});
