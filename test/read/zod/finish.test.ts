import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { $ZodNumber, $ZodObject, $ZodString } from 'zod/v4/core';
import type { ZodLike } from '../../../src/read/zod/index.js';
import { read } from './show.js';

function finish(schema: ZodLike, value: unknown): unknown {
  return read(schema).source.finish(value);
}

describe('finishing', () => {
  it('gives the output', () => {
    const schema = z.object({
      when: z.codec(z.string(), z.date(), { decode: (text) => new Date(text), encode: String }),
      tags: z.set(z.bigint()),
      left: z.number().default(3),
    });
    expect(finish(schema, { when: '2025-01-01T00:00:00Z', tags: new Set([1n]) })).toStrictEqual({
      value: { when: new Date('2025-01-01T00:00:00Z'), tags: new Set([1n]), left: 3 },
    });
  });

  it('says what is wrong, where, and with which value', () => {
    const schema = z.object({ list: z.array(z.object({ a: z.number() })), map: z.map(z.string(), z.number()) });
    expect(finish(schema, { list: [{ a: 1 }, { a: 'x' }], map: new Map([['k', true]]) })).toEqual({
      issues: [
        { path: ['list', 1, 'a'], code: 'finish', message: 'Invalid input: expected number, received string', value: 'x' },
        { path: ['map', 'k'], code: 'finish', message: 'Invalid input: expected number, received boolean', value: true },
      ],
    });
  });

  it('has no value to show for what is absent', () => {
    expect(finish(z.object({ a: z.string() }), {})).toEqual({
      issues: [{ path: ['a'], code: 'finish', message: 'Invalid input: expected string, received undefined' }],
    });
  });

  it('looks into the one option of a union that nearly fits', () => {
    const schema = z.object({ u: z.union([z.string(), z.object({ a: z.number() })]) });
    expect(finish(schema, { u: { a: 'x' } })).toEqual({
      issues: [{ path: ['u', 'a'], code: 'finish', message: 'Invalid input: expected number, received string', value: 'x' }],
    });
    expect(finish(schema, { u: 1 })).toMatchObject({ issues: [{ path: ['u'], value: 1 }] });
  });

  it.each([
    ['zod/mini', mini.object({ a: mini.number() })],
    ['the bare core', new $ZodObject({ type: 'object', shape: { a: new $ZodNumber({ type: 'number' }) } })],
  ])('works for %s', async (_, schema) => {
    const { source } = read(schema);
    const issues = [{ path: ['a'], code: 'finish', value: 'x' }];
    expect(source.finish({ a: 1 })).toEqual({ value: { a: 1 } });
    expect(source.finish({ a: 'x' })).toMatchObject({ issues });
    expect(await source.finishAsync({ a: 1 })).toEqual({ value: { a: 1 } });
    expect(await source.finishAsync({ a: 'x' })).toMatchObject({ issues });
  });
});

describe('schemas that need promises', () => {
  const schema = z.object({ a: z.string().refine(async (text) => text !== 'no', 'not no') });
  const core = new $ZodString({
    type: 'string',
    checks: [{ _zod: { check: () => Promise.resolve(), def: { check: 'custom' }, onattach: [] } }],
  });

  it.each([
    ['a check', schema, { a: 'x' }],
    ['the bare core', core, 'x'],
    ['a transform inside an object', z.object({ a: z.string().transform(async (text) => text) }), { a: 'x' }],
  ])('%s, without one', (_, each, value) => {
    expect(finish(each, value)).toMatchObject({ issues: [{ path: [], code: 'async-schema' }] });
  });

  it('with one', async () => {
    const { source } = read(schema);
    expect(await source.finishAsync({ a: 'x' })).toEqual({ value: { a: 'x' } });
    expect(await source.finishAsync({ a: 'no' })).toMatchObject({ issues: [{ path: ['a'], message: 'not no', value: 'no' }] });
  });
});

describe('code that throws', () => {
  const schema = z.string().transform((): string => {
    throw new Error('bang');
  });
  it('is an issue', async () => {
    const { source } = read(schema);
    const issue = { issues: [{ path: [], code: 'user-code-threw', message: expect.stringContaining('bang') }] };
    expect(source.finish('x')).toMatchObject(issue);
    expect(await source.finishAsync('x')).toMatchObject(issue);
  });

  it.each([[null], ['text'], [undefined]])('even when it throws %s', (thrown) => {
    const throwing = z.string().refine(() => {
      throw thrown;
    });
    expect(finish(throwing, 'x')).toMatchObject({ issues: [{ code: 'user-code-threw' }] });
  });

  it('a value too deep for the stack is an issue', () => {
    const node = z.object({
      get a(): z.ZodType {
        return node.nullable();
      },
    });
    let value: unknown = null;
    for (let level = 0; level < 100_000; level++) value = { a: value };
    expect(finish(node, value)).toMatchObject({ issues: [{ code: 'too-deep' }] });
  });
});

describe('fallbacks that were used', () => {
  const three = z.number().catch(3);
  const tree = z.object({
    n: three,
    get kids(): z.ZodType {
      return z.array(tree).catch([]);
    },
  });
  // biome-ignore format: a table
  const rows: readonly (readonly [name: string, schema: z.ZodType, value: unknown, places: readonly unknown[][]])[] = [
    ['none', z.object({ a: three }), { a: 1 }, []],
    ['a property', z.object({ a: three, b: three }), { a: 'x', b: 1 }, [['a']]],
    ['an absent property', z.object({ a: three }), {}, [['a']]],
    ['an absent optional property', z.object({ a: three.optional(), b: z.number().optional().catch(3) }), {}, []],
    ['items', z.array(three), [1, 'x', null], [[1], [2]]],
    ['tuples', z.tuple([three], three), ['x', 1, 'y'], [[0], [2]]],
    ['records', z.record(z.string(), three), { a: 1, b: 'x' }, [['b']]],
    ['catchall', z.object({ a: z.null() }).catchall(three), { a: null, b: 'x' }, [['b']]],
    ['maps and sets', z.object({ m: z.map(z.string(), three), s: z.set(three) }), { m: new Map([['k', 'x']]), s: new Set(['y']) }, [['m', 'k'], ['s', 0]]],
    ['unions', z.union([z.object({ t: z.literal('a'), v: z.null() }), z.object({ t: z.literal('b'), v: three })]), { t: 'b', v: 'x' }, [['v']]],
    ['an option that is not taken', z.union([z.string(), three]), 'x', []],
    ['discriminated unions', z.discriminatedUnion('t', [z.object({ t: z.literal('a') }), z.object({ t: z.literal('b'), v: three })]), { t: 'b', v: 'x' }, [['v']]],
    ['intersections', z.object({ a: three }).and(z.object({ b: three })), { a: 'x', b: 'y' }, [['a'], ['b']]],
    ['wrappers', z.object({ a: three.readonly(), b: three.nullable(), c: three.default(1), d: z.lazy(() => three) }), { a: 'x', b: null, d: 'y' }, [['a'], ['d']]],
    ['an inner fallback', z.object({ a: three }).catch({ a: 1 }), { a: 'x' }, [['a']]],
    ['an outer fallback', z.object({ a: three }).catch({ a: 1 }), 'x', [[]]],
    ['before a transform', three.transform(String), 'x', [[]]],
    ['after a pipe', z.string().transform(Number).pipe(z.number().min(5).catch(5)), '1', [[]]],
    ['recursion', tree, { n: 1, kids: [{ n: 'x', kids: 'y' }] }, [['kids', 0, 'n'], ['kids', 0, 'kids']]],
  ];

  it.each(rows)('%s', async (_, schema, value, places) => {
    const { source } = read(schema);
    const output = schema.parse(value);
    for (const finished of [source.finish(value), await source.finishAsync(value)]) {
      expect(finished).toHaveProperty('value', output);
      expect('repairs' in finished ? finished.repairs?.map(({ path }) => path) : []).toEqual(places);
    }
  });

  it('say what they replaced', () => {
    expect(finish(z.object({ a: three }), { a: 'x' })).toEqual({
      value: { a: 3 },
      repairs: [{ path: ['a'], message: 'The fallback replaced a value that does not fit: expected number.', from: 'x' }],
    });
  });

  it('are found in schemas that need promises', async () => {
    const schema = z.object({
      a: z
        .string()
        .refine(async (text) => text !== 'no')
        .catch('yes'),
    });
    expect(await read(schema).source.finishAsync({ a: 'no' })).toMatchObject({
      value: { a: 'yes' },
      repairs: [{ path: ['a'], from: 'no' }],
    });
  });
});
