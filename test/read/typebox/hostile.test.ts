import { Type as V0 } from '@sinclair/typebox';
import { type TSchema, Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { read } from './reading.js';

const own = (key: string, value: unknown) =>
  Object.defineProperty({}, key, { value, enumerable: true, configurable: true, writable: true }) as Record<string, never>;

describe.each([
  ['1.x', Type],
  ['0.34', V0 as unknown as typeof Type],
] as const)('%s', (version, T) => {
  test('nesting beyond the limit is a finding', () => {
    let schema: TSchema = T.String();
    for (let depth = 0; depth < 3000; depth++) schema = T.Array(schema);
    expect(read(schema).findings).toMatchObject([{ code: 'too-deep', severity: 'error' }]);
  });

  test('nesting within the limit is none', () => {
    let schema: TSchema = T.String();
    for (let depth = 0; depth < 400; depth++) schema = T.Object({ a: schema });
    expect(read(schema).findings).toEqual([]);
  });

  test('a value nested too deeply is an issue, whatever it is nested in', () => {
    const tree = version === '1.x' ? Type.Cyclic({ N: Type.Array(Type.Ref('N')) }, 'N') : V0.Recursive((This) => V0.Array(This));
    let value: unknown[] = [];
    for (let depth = 0; depth < 50_000; depth++) value = [value];
    expect(read(tree).finish(value)).toEqual({
      issues: [{ path: [], code: 'finish', message: 'The value is nested too deeply to be checked.' }],
    });
  });

  test('a shared type is read once, not once for each way to it', () => {
    let schema: TSchema = T.Object({ a: T.String() });
    for (let depth = 0; depth < 40; depth++) schema = T.Object({ a: schema, b: schema });
    const { findings, definitions } = read(schema);
    expect(findings).toEqual([]);
    expect(Object.keys(definitions).length).toBeLessThan(100);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString'])('a property named %s', (key) => {
    const { root, findings, finish } = read(T.Object(own(key, T.String())));
    expect(findings).toEqual([]);
    expect(root).toMatchObject({ properties: [{ key, required: true, shape: { kind: 'string' } }] });
    expect(finish(own(key, 'x'))).toEqual({ value: own(key, 'x') });
    expect(finish(own(key, 1))).toMatchObject({ issues: [{ path: [key] }] });
    expect(finish({})).toMatchObject({ issues: [{ path: [key] }] });
  });

  test('no prototype is changed', () => {
    read(T.Object(own('__proto__', T.Object({ polluted: T.Literal(true) })))).finish(
      JSON.parse('{"__proto__":{"polluted":true}}'),
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('values of every kind are answered, never thrown at', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const { finish } = read(T.Object({ a: T.Union([T.String(), T.Array(T.Integer())]), b: T.Record(T.String(), T.Null()) }));
    for (const value of [
      undefined,
      null,
      0,
      Number.NaN,
      '',
      [],
      {},
      circular,
      Symbol('x'),
      1n,
      () => 1,
      new Date(0),
      new Map(),
      Object.create(null),
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('trap');
          },
          has: () => {
            throw new Error('trap');
          },
          ownKeys: () => {
            throw new Error('trap');
          },
          getOwnPropertyDescriptor: () => {
            throw new Error('trap');
          },
        },
      ),
    ])
      expect(finish(value)).toHaveProperty('issues');
  });

  test('annotations of any kind do no harm', () => {
    const schema = T.Object({
      a: T.String({ default: Symbol('x'), examples: [1n, () => 1], title: 7 as never, description: null as never }),
    });
    const { findings, root, occurrences } = read(schema);
    expect(findings).toEqual([]);
    expect(root).toMatchObject({ properties: [{ shape: { kind: 'string' } }] });
    expect(occurrences).toContainEqual({ path: '/properties/a', keyword: 'default', inert: 'its value is no JSON' });
  });
});

describe('marks without sense', () => {
  const marked = (kind: unknown, node: object) => Object.defineProperty({ ...node }, '~kind', { value: kind });

  test.each([
    ['a kind that is no text', marked(7, { type: 'string' }), 'string'],
    ['a Record without a pattern', marked('Record', { type: 'object' }), 'object'],
    ['a Record of two patterns', marked('Record', { type: 'object', patternProperties: { a: {}, b: {} } }), 'object'],
    ['a Tuple without items', marked('Tuple', { type: 'array' }), 'array'],
    ['a Tuple that is open', marked('Tuple', { type: 'array', items: [{}] }), 'array'],
    ['a Ref without a name', marked('Ref', { type: 'string' }), 'string'],
    ['a Cyclic without definitions', marked('Cyclic', { type: 'string' }), 'string'],
    ['refinements that are no list', Object.defineProperty({ type: 'string' }, '~refine', { value: 7 }), 'string'],
  ])('%s is read as JSON Schema', (_name, schema, kind) => {
    expect(read(schema).root).toMatchObject({ kind });
  });

  test('a Record whose pattern is none', () => {
    expect(read(marked('Record', { type: 'object', patternProperties: { '(': { type: 'string' } } })).findings).toMatchObject([
      { severity: 'error', path: expect.stringContaining('patternProperties') },
    ]);
  });
});
