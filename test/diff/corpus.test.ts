import { afterAll, describe, expect, test } from 'vitest';
import type { Compiled } from '../../src/compiled.js';
import { diff, type Verdict } from '../../src/diff/index.js';
import { compile, SchemaError } from '../../src/index.js';
import { corpusFiles, corpusPresent, rowsOf, someOf } from '../support/corpus.js';
import { drawFrom } from '../support/draw.js';
import { edited } from '../support/edit.js';
import { validatorFor } from '../support/validator.js';

const MOST = 40;
const counts = { same: 0, compatible: 0, breaks: 0, undecided: 0 };

function attempt(schema: unknown): Compiled | undefined {
  try {
    return compile<unknown>(schema) as Compiled;
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}

test.runIf(!corpusPresent)('real schemas', ({ skip }) => skip('../shared/corpus is absent'));

describe.runIf(corpusPresent)('real schemas, edited', () => {
  test.each(corpusFiles().map((name) => ({ name })))('$name', ({ name }) => {
    for (const [index, { schema, dialect, tests, id }] of someOf(rowsOf(name), MOST).entries()) {
      const before = attempt(schema);
      if (!before || JSON.stringify(schema).length > 60_000) continue;
      const twin = attempt(JSON.parse(JSON.stringify(schema)));
      if (twin) {
        const { data, code, changes, wire } = diff(before, twin);
        expect([changes, wire, data.backward, data.forward, code.type], id).toEqual([
          [],
          { grammar: false, prompt: false },
          { verdict: 'compatible' },
          { verdict: 'compatible' },
          'same',
        ]);
        counts.same++;
      }
      const next = edited(schema, drawFrom(index + 1));
      const after = attempt(next);
      if (!after) continue;
      const { data } = diff(before, after);
      const judges = dialect === '3' ? [] : ([validatorFor(schema, dialect), validatorFor(next, dialect)] as const);
      const [was, is] = judges;
      const values = tests.map((each) => each.data);
      for (const [verdict, writer, reader, said] of [
        [data.backward, was, is, before],
        [data.forward, is, was, after],
      ] as const) {
        counts[verdict.verdict]++;
        if (writer && reader) judge(verdict, writer, reader, values, said, id);
      }
    }
  });

  afterAll(() =>
    console.log(
      `${counts.same} real schemas compared with themselves; edited, both directions: ${counts.compatible} compatible, ${counts.breaks} break, ${counts.undecided} undecided`,
    ),
  );
});

type Judge = (value: unknown) => boolean | undefined;

function judge(verdict: Verdict, writer: Judge, reader: Judge, values: readonly unknown[], said: Compiled, id: string): void {
  if (verdict.verdict === 'breaks') {
    expect(writer(verdict.witness.value), `${id}: the witness is valid where it is written`).not.toBe(false);
    expect(reader(verdict.witness.value), `${id}: the witness breaks`).not.toBe(true);
  }
  if (verdict.verdict !== 'compatible') return;
  for (const value of values) {
    if (writer(value) !== true) continue;
    try {
      said.encode(value);
    } catch {
      continue;
    }
    expect(reader(value), `${id}: ${JSON.stringify(value).slice(0, 200)}`).not.toBe(false);
  }
}
