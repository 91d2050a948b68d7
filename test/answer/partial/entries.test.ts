import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { accepts } from '../../../src/answer/accepts.js';
import { lift } from '../../../src/answer/decode.js';
import { Lowered } from '../../../src/answer/lowered.js';
import type { CompileOptions } from '../../../src/compiled.js';
import { compile } from '../../../src/index.js';
import { encodings } from '../../laws/complete.js';
import { compiled } from '../../support/case.js';
import { generatedCase } from '../../support/cases.js';
import { drawFrom } from '../../support/draw.js';
import { entriesCase } from '../../support/generate/entries.js';
import { mutate } from '../../support/mutate.js';
import { jsonCopy } from '../../support/same.js';
import { check } from '../../support/seed.js';
import { growsTo, readerOf } from './growth.js';

const PATIENCE = 300_000;
const member = { type: 'string', 'x-bascule': { encode: 'entries' } };
const schema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    a: member,
    Name: member,
    name: member,
    tags: { type: 'array', items: { type: 'string' }, 'x-bascule': { encode: 'entries' } },
    more: { type: 'array', items: { type: 'string' }, 'x-bascule': { encode: 'entries' } },
  },
  required: ['id'],
  additionalProperties: false,
};

function loweredOf(source: unknown, options?: CompileOptions): Lowered {
  return new Lowered(compile<unknown>(source, options).lowered);
}

/** What is shown after each piece. */
function grows(pieces: readonly string[], source: unknown = schema): unknown[] {
  const reader = readerOf(loweredOf(source));
  const shown = pieces.map((piece) => {
    reader.push(piece);
    return reader.snapshot();
  });
  reader.end();
  expect(reader.issues).toEqual([]);
  return shown;
}

function issueOf(text: string): { code: string | undefined; path: unknown } | undefined {
  const reader = readerOf(loweredOf(schema));
  for (const char of text) reader.push(char);
  reader.end();
  const [issue] = reader.issues;
  return issue && { code: issue.code, path: issue.path };
}

describe('properties that share a list, as the answer grows', () => {
  test('each appears as its entry does', () =>
    expect(
      grows(['{"id":"1","more_2":[{"key":"a"', ',"value":"x', 'y"},{"key":"na', 'me","value":"n"}', '],"more_3":[', ']}']),
    ).toEqual([
      { id: '1' },
      { id: '1', a: 'x' },
      { id: '1', a: 'xy' },
      { id: '1', a: 'xy', name: 'n' },
      { id: '1', a: 'xy', name: 'n' },
      { id: '1', a: 'xy', name: 'n' },
    ]));

  test('a list grows in its own place', () =>
    expect(
      grows(['{"id":"1","more_2":[],"more_3":[{"key":"tags","value":["x"', ',"y"', ']},{"key":"more","value":[]}]}']),
    ).toEqual([
      { id: '1', tags: ['x'] },
      { id: '1', tags: ['x', 'y'] },
      { id: '1', tags: ['x', 'y'], more: [] },
    ]));

  test('a value that comes before its key waits for it', () =>
    expect(grows(['{"id":"1","more_2":[{"value":"x"', ',"key":"a"', '}', '],"more_3":[]}'])).toEqual([
      { id: '1' },
      { id: '1' },
      { id: '1', a: 'x' },
      { id: '1', a: 'x' },
    ]));

  test('the capitals of a key are mended where one member alone is meant', () => {
    expect(grows(['{"id":"1","more_2":[{"key":"A","value":"x"}],"more_3":[]}'])).toEqual([{ id: '1', a: 'x' }]);
    expect(issueOf('{"id":"1","more_2":[{"key":"NAME","value":"x"}],"more_3":[]}')).toEqual({
      code: 'unknown-property',
      path: ['NAME'],
    });
  });

  test.each([
    ['an unknown key', '[{"key":"b","value":"x"}]', 'unknown-property', ['b']],
    ['the key of another list', '[{"key":"tags","value":"x"}]', 'unknown-property', ['tags']],
    ['the name of a property that stands by itself', '[{"key":"id","value":"x"}]', 'unknown-property', ['id']],
    ['a key twice', '[{"key":"a","value":"x"},{"key":"a","value":"x"}]', 'duplicate-key', ['a']],
    ['a key twice, in other capitals', '[{"key":"a","value":"x"},{"key":"A","value":"x"}]', 'duplicate-key', ['a']],
    ['no value', '[{"key":"a"}]', 'wire-type', []],
    ['no key', '[{"value":"x"}]', 'wire-type', []],
    ['a key that is no text', '[{"key":1,"value":"x"}]', 'wire-type', []],
    ['no entries', '{"a":"x"}', 'wire-type', []],
    ['null', 'null', 'wire-type', []],
    ['an entry that is no object', '["a"]', 'wire-type', []],
    ['an entry that says more', '[{"key":"a","value":"x","note":{"b":1}}]', 'unknown-property', ['a']],
  ])('%s is an issue, as it is in the whole', (_, list, code, path) => {
    const text = `{"id":"1","more_2":${list},"more_3":[]}`;
    expect(issueOf(text)).toEqual({ code, path });
    expect(compile(schema).parse(text)).toMatchObject({ issues: [{ code, path }] });
  });

  test('what follows an issue is not shown', () => {
    const reader = readerOf(loweredOf(schema));
    reader.push('{"id":"1","more_2":[{"key":"a","value":"x"},{"key":"b","value":"y"},{"key":"name","value":"z"}],"more_3":[]}');
    reader.end();
    expect(reader.value).toEqual({ id: '1', a: 'x' });
  });

  test('names that every object has', () => {
    const names = ['__proto__', 'constructor', 'toString', '', 'hasOwnProperty'];
    const one = z.object(
      Object.fromEntries(
        names.map((name) => [
          name,
          z
            .string()
            .optional()
            .meta({ bascule: { encode: 'entries' } }),
        ]),
      ),
    );
    const compiledOne = compile(one);
    const value = JSON.parse('{"__proto__":"p","constructor":"c","toString":"t","":"e","hasOwnProperty":"h"}');
    const text = JSON.stringify(compiledOne.encode(value));
    growsTo(value, text, new Lowered(compiledOne.lowered));
  });
});

test('what is shown is a true prefix of what is lifted in the end', { timeout: PATIENCE }, () => {
  let texts = 0;
  check(entriesCase, 120, (made) => {
    const one = generatedCase(made);
    const result = one && compiled(one);
    if (!one || !result) return;
    const lowered = new Lowered(result.lowered);
    const draw = drawFrom(made.seed);
    for (const { wire } of encodings(one, result, true).slice(0, 3))
      for (const value of [jsonCopy(wire), reversed(wire), mutate(jsonCopy(wire), draw)]) {
        const lifted = lift(lowered, value, 500);
        const text = JSON.stringify(value);
        if ('value' in lifted && accepts(result.lowered.root, value, lowered, true)) {
          texts++;
          growsTo(lifted.value, text, lowered);
        } else if (!('value' in lifted)) {
          const reader = readerOf(lowered);
          for (const char of text) reader.push(char);
          reader.end();
          expect(reader.issues.length, text).toBeLessThanOrEqual(1);
        }
      }
  });
  expect(texts).toBeGreaterThan(100);
});

/** The same with the properties of every object in the other order: the value of an entry before its key. */
function reversed(wire: unknown): unknown {
  if (Array.isArray(wire)) return wire.map(reversed);
  if (typeof wire !== 'object' || wire === null) return wire;
  return Object.fromEntries(
    Object.entries(wire)
      .reverse()
      .map(([key, value]) => [key, reversed(value)]),
  );
}
