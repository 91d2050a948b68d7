import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compile } from '../../src/index.js';

const closed = { type: 'object', additionalProperties: false } as const;
const text = { type: 'string' } as const;
const number = { type: 'number' } as const;
const codes = (answer: { readonly issues?: readonly { readonly code?: string }[] | undefined }) =>
  answer.issues?.map(({ code }) => code);

/** More objects than code is generated after. */
const MANY = 1100;

describe('once code is generated', () => {
  test('options that only their keys tell apart are still told apart', () => {
    const { parse } = compile<unknown>({
      ...closed,
      properties: {
        p: {
          anyOf: [
            { ...closed, properties: { x: text }, required: ['x'] },
            { ...closed, properties: { x: { enum: ['RED', 'BLUE'] }, y: number }, required: ['x', 'y'] },
          ],
        },
      },
      required: ['p'],
    });
    const before = parse('{"p":{"x":"red","y":1}}');
    expect(before).toMatchObject({ value: { p: { x: 'RED', y: 1 } }, repairs: [{ path: ['p', 'x'], from: 'red', to: 'RED' }] });
    for (let time = 0; time < MANY; time++) parse('{"p":{"x":"red"}}');
    expect(parse('{"p":{"x":"red","y":1}}')).toEqual(before);
  });

  test.each([
    ['{"a":"x","b":1,"a":"y"}', ['duplicate-key']],
    ['{"a":"x","\\u0062" :1,"b":1}', ['duplicate-key']],
    ['{"a":"x"}', ['finish']],
    ['{"a":"x","b":1,"c":{"d":1}}', ['finish']],
    ['{"a":"x","b":12345678901234567891}', ['number-precision']],
    ['{"a":"x","b":1,"__proto__":{"c":1}}', ['finish']],
    ['{"a":"x","b":1}', undefined],
    ['{"b":-0,"a":"\\"b\\":"}', undefined],
  ])('%s is what it was', (given, expected) => {
    const { parse } = compile<unknown>({ ...closed, properties: { a: text, b: number, o: text }, required: ['a', 'b'] });
    const before = parse(given);
    expect(codes(before)).toEqual(expected);
    for (let time = 0; time < MANY; time++) parse('{"a":"x","b":1}');
    expect(parse(given)).toEqual(before);
  });
});

test('a number that is read as a literal with other digits is an issue', () => {
  const { parse } = compile<unknown>({ ...closed, properties: { a: { enum: [2 ** 53, 'x'] } }, required: ['a'] });
  expect(parse('{"a":9007199254740992}').value).toEqual({ a: 2 ** 53 });
  for (let time = 0; time < MANY; time++) parse('{"a":"x"}');
  expect(codes(parse('{"a":9007199254740993}'))).toEqual(['number-precision']);
});

describe('a text that is no text is an issue', () => {
  const { parse } = compile<unknown>({ ...closed, properties: {} });
  const texts = [new String('{}'), ['{}'], Buffer.from('{}'), { toString: () => '{}' }, undefined, null, 0, Symbol('{}'), 1n];
  test.each(texts.map((each) => [typeof each, each]))('%s', (_type, each) => {
    expect(codes(parse(each as never))).toEqual(['json-syntax']);
  });
  test.each(['', ' ', '\ufeff{}', '{}\ufeff', '\u00a0{}', '{}\0'])('%j', (each) => {
    expect(codes(parse(each))).toEqual(['json-syntax']);
  });
});

describe('the depth of an answer', () => {
  const step = (name: string) => ({ anyOf: [{ $ref: `#/$defs/${name}` }, { type: 'null' }] });
  const schema = {
    ...closed,
    properties: { x: step('B') },
    required: ['x'],
    $defs: {
      B: { ...closed, properties: { x: step('C') }, required: ['x'] },
      C: { ...closed, properties: { x: { enum: ['Yes', 'No'] } }, required: ['x'] },
    },
  };

  test.each(['Yes', 'yes'])('may be that of the option, whatever its schema refers to, with %s', (leaf) => {
    const answer = `{"x":{"x":{"x":"${leaf}"}}}`;
    for (const maxDepth of [3, 4, 500]) {
      const { parse, decode } = compile<unknown>(schema, { maxDepth });
      expect(parse(answer).value).toEqual({ x: { x: { x: 'Yes' } } });
      expect(decode(JSON.parse(answer))).toEqual(parse(answer));
    }
  });

  test('may be that of the option where it travels as a table', () => {
    const tree: z.ZodType = z.lazy(() => z.object({ c: z.union([tree, z.null(), z.string()]) }));
    const { parse, encode } = compile<unknown>(tree);
    const nested = (depth: number): unknown => (depth === 0 ? null : { c: nested(depth - 1) });
    for (const depth of [100, 300, 400]) expect(parse(JSON.stringify(encode(nested(depth)))).value).toEqual(nested(depth));
    const nodes = Array.from({ length: 600 }, (_, index) => ({ id: index + 1, c: index < 599 ? index + 2 : null }));
    expect(codes(parse(JSON.stringify({ root: 1, nodes })))).toEqual(['too-deep']);
  });
});

test('a text of megabytes is read like any other', () => {
  const { parse } = compile<unknown>(z.object({ lines: z.array(z.strictObject({ name: z.string(), at: z.number() })) }));
  const lines = Array.from({ length: 150_000 }, (_, index) => ({ name: `line "${index}": ${'é'.repeat(index % 3)}`, at: index }));
  const whole = JSON.stringify({ lines });
  expect(whole.length).toBeGreaterThan(4_000_000);
  expect(parse(whole).value).toEqual({ lines });
  for (const line of [0, 50_000, 149_999]) {
    const twice = whole.replace(`"at":${line}}`, `"at":${line},"at":${line}}`);
    expect(parse(twice).issues).toMatchObject([{ code: 'duplicate-key', path: ['lines', line, 'at'] }]);
  }
});

test('where no code may be made from text, answers are read the same', () => {
  const script = `
    import { compile } from ${JSON.stringify(pathToFileURL(fileURLToPath(new URL('../../src/index.ts', import.meta.url))).href)};
    const { parse } = compile({ type: 'object', properties: { a: { enum: ['x', 'Y'] }, b: { type: 'number' } }, required: ['a'], additionalProperties: false });
    for (let time = 0; time < ${MANY}; time++) parse('{"a":"x"}');
    let allowed = true;
    try { new Function(''); } catch { allowed = false; }
    const texts = ['{"a":"x","b":1}', '{"a":"y"}', '{"a":"x","a":"x"}', '{"a":"x","c":1}', '{"b":1}'];
    console.log(JSON.stringify([allowed, texts.map((text) => parse(text))]));`;
  const [free, strict] = [[], ['--disallow-code-generation-from-strings']].map((flags) => {
    const printed = execFileSync(process.execPath, [...flags, '--import', 'tsx', '--input-type=module', '--eval', script]);
    return JSON.parse(String(printed)) as [boolean, unknown];
  });
  expect([free?.[0], strict?.[0]]).toEqual([true, false]);
  expect(strict?.[1]).toEqual(free?.[1]);
});
