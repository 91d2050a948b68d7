import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compile } from '../../src/index.js';
import { schemaFits } from './fits.js';
import { compiledOrRefused, issuesOf, refusal } from './hostile.js';

describe('text of an answer', () => {
  const result = compile({
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'array', items: { type: 'number' } } },
    required: ['a'],
    additionalProperties: false,
  });

  test('a key given twice is an issue', () => {
    expect(issuesOf(result.parse('{"a":"x","a":"y"}'))[0]).toMatchObject({ code: 'duplicate-key' });
    expect(issuesOf(result.parse('{"a":"x","\\u0061":"y"}'))[0]).toMatchObject({ code: 'duplicate-key' });
  });

  for (const text of [
    '',
    ' ',
    'null',
    '{',
    '{"a"',
    '{"a":"x"',
    '{"a":"x"}}',
    '{"a":"x"} {"a":"y"}',
    "{'a':'x'}",
    '{"a":"x",}',
    '{a:"x"}',
    '// no\n{"a":"x"}',
    '{"a":"\u0001"}',
    '{"a":"x","b":[01]}',
    '{"a":"x","b":[NaN]}',
    '{"a":"x","b":[1e999]}',
    '{"a":"x","b":[.5]}',
    '\ufeff{"a":"x"}',
    '{"a":"\\x"}',
    '{"a":"\\ud8"}',
    'undefined',
  ]) {
    test(`${JSON.stringify(text)} is an issue`, () => {
      issuesOf(result.parse(text));
    });
  }

  test('lone surrogates come back as they are, or as issues', () => {
    for (const text of ['{"a":"\\ud800"}', '{"a":"\ud800"}', '{"a":"\\udc00\\ud800"}']) {
      const answer = result.parse(text);
      if (answer.issues === undefined) expect(answer.value).toEqual(JSON.parse(text));
    }
    expect(result.decode(result.encode({ a: '\ud800' })).value).toEqual({ a: '\ud800' });
  });

  test('what is no text and no JSON is an issue', () => {
    for (const value of [undefined, Symbol('s'), () => 1, Number.NaN, 1n, new Date(), new Map(), Object.create(null)])
      issuesOf(result.decode(value));
    for (const value of [undefined, null, 5, {}, Buffer.from('{}')]) issuesOf(result.parse(value as never));
  });

  test('whitespace around and within is fine', () => {
    expect(result.parse(' \n{ "a" :\t"x" }\r\n').value).toEqual({ a: 'x' });
  });
});

describe('catastrophic patterns', () => {
  const EVIL = '^(a+)+$';
  const text = `${'a'.repeat(28)}!`;
  for (const [name, schema] of Object.entries({
    'JSON Schema': {
      type: 'object',
      properties: { a: { type: 'string', pattern: EVIL } },
      required: ['a'],
      additionalProperties: false,
    },
    'JSON Schema, patternProperties': {
      type: 'object',
      patternProperties: { [EVIL]: { type: 'string' } },
      additionalProperties: false,
    },
    'JSON Schema, many': {
      type: 'object',
      properties: { a: { type: 'string', pattern: `${EVIL.slice(0, -1)}b$` } },
      required: ['a'],
      additionalProperties: false,
    },
    Zod: z.object({ a: z.string().regex(new RegExp(EVIL)) }),
  })) {
    test(name, { timeout: 60_000 }, () => {
      const result = compiledOrRefused(schema);
      if (result === undefined) return;
      schemaFits(result.wire, 'output');
      const answer = result.decode({ a: text });
      if (answer.issues === undefined) throw new Error(`accepted: ${JSON.stringify(answer.value)}`);
    });
  }

  test('patterns that are no patterns are findings', () => {
    for (const pattern of ['(', '[', '*', '(?<a', '\\', '(?<=a)(', 'a{2,1}'])
      expect(refusal({ type: 'object', properties: { a: { type: 'string', pattern } } })).not.toContain('unreadable');
  });
});
