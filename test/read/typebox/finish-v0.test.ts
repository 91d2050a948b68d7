import { FormatRegistry, Kind, Type, TypeRegistry } from '@sinclair/typebox';
import { afterEach, describe, expect, test } from 'vitest';
import { read } from './reading.js';

const date = Type.Transform(Type.String())
  .Decode((text) => new Date(text))
  .Encode((value) => value.toISOString());
const angry = Type.Transform(Type.String())
  .Decode((text): string => {
    throw new Error(`I do not like ${text}`);
  })
  .Encode((text) => text);

type Row = readonly [name: string, schema: object, value: unknown, finished: unknown];
type Rejected = readonly [
  name: string,
  schema: object,
  value: unknown,
  issues: readonly (readonly [path: readonly (string | number)[], message: string, value?: unknown])[],
];

const ACCEPTED: readonly Row[] = [
  ['a value as it is', Type.Object({ a: Type.Integer() }), { a: 1 }, { a: 1 }],
  ['no default is filled in', Type.Object({ a: Type.Optional(Type.Integer({ default: 3 })) }), {}, {}],
  ['undeclared properties stay', Type.Object({ a: Type.Null() }), { a: null, b: 1 }, { a: null, b: 1 }],
  [
    'instances',
    Type.Tuple([Type.Date(), Type.BigInt(), Type.Uint8Array(), Type.Undefined()]),
    [new Date(0), 1n, new Uint8Array([1]), undefined],
    [new Date(0), 1n, new Uint8Array([1]), undefined],
  ],
  ['transform', date, '2020-01-01', new Date('2020-01-01')],
  [
    'transform, deep',
    Type.Object({ at: Type.Array(date), map: Type.Record(Type.String(), date), pair: Type.Tuple([date, Type.Null()]) }),
    { at: ['2020-01-01'], map: { a: '2021-01-01' }, pair: ['2022-01-01', null] },
    { at: [new Date('2020-01-01')], map: { a: new Date('2021-01-01') }, pair: [new Date('2022-01-01'), null] },
  ],
  [
    'transform: nothing else is converted or dropped',
    Type.Object({ at: date, n: Type.Optional(Type.Number({ default: 1 })) }),
    { at: '2020-01-01', x: '1' },
    { at: new Date('2020-01-01'), x: '1' },
  ],
  ['transform in a union', Type.Array(Type.Union([date, Type.Null()])), ['2020-01-01', null], [new Date('2020-01-01'), null]],
  [
    'transform in a recursion',
    Type.Recursive((This) => Type.Object({ at: date, next: Type.Optional(This) })),
    { at: '2020-01-01', next: { at: '2021-01-01' } },
    { at: new Date('2020-01-01'), next: { at: new Date('2021-01-01') } },
  ],
  [
    'transform in a module',
    Type.Module({ A: Type.Object({ at: date }) }).Import('A'),
    { at: '2020-01-01' },
    { at: new Date('2020-01-01') },
  ],
  ['a format that is not registered', Type.String({ format: 'email' }), 'a@b.de', 'a@b.de'],
  ['Unsafe', Type.Object({ a: Type.Unsafe({ type: 'string', minLength: 2 }) }), { a: 'ab' }, { a: 'ab' }],
  [
    'Unsafe in a union, under a transform',
    Type.Transform(Type.Union([Type.Unsafe<string>({ type: 'string' }), Type.Null()]))
      .Decode((value) => [value])
      .Encode(([value]) => value ?? null),
    'x',
    ['x'],
  ],
  ['bare JSON Schema', Type.Object({ a: { type: 'array', items: { enum: [1, 2] } } as never }), { a: [1, 2] }, { a: [1, 2] }],
];

const REJECTED: readonly Rejected[] = [
  ['a type', Type.Object({ a: Type.Integer() }), { a: '1' }, [[['a'], 'Expected integer, but this is "1".', '1']]],
  [
    'missing properties',
    Type.Object({ a: Type.Null(), b: Type.Null() }),
    {},
    [
      [['a'], 'This required property is missing.'],
      [['b'], 'This required property is missing.'],
    ],
  ],
  [
    'undeclared properties',
    Type.Object({}, { additionalProperties: false }),
    { a: 1 },
    [[['a'], 'This property is not declared, and no other is allowed, but this is 1.', 1]],
  ],
  ['a constant', Type.Literal('a'), 'b', [[[], 'Expected \'a\', but this is "b".', 'b']]],
  [
    'a bound',
    Type.Array(Type.Integer({ minimum: 3 })),
    [5, 1],
    [[[1], 'Expected integer to be greater or equal to 3, but this is 1.', 1]],
  ],
  [
    'a length',
    Type.Array(Type.Null(), { minItems: 2 }),
    [null],
    [[[], 'Expected array length to be greater or equal to 2.', [null]]],
  ],
  [
    'keys that a pointer escapes',
    Type.Object({ 'a/b~c': Type.Null() }),
    { 'a/b~c': 1 },
    [[['a/b~c'], 'Expected null, but this is 1.', 1]],
  ],
  [
    'a union: only the option that fits best',
    Type.Union([
      Type.Object({ kind: Type.Literal('a'), n: Type.Number() }),
      Type.Object({ kind: Type.Literal('b'), deep: Type.Object({ n: Type.Number() }) }),
    ]),
    { kind: 'b', deep: { n: 'x' } },
    [[['deep', 'n'], 'Expected number, but this is "x".', 'x']],
  ],
  ['a union of scalars', Type.Union([Type.String(), Type.Null()]), 1, [[[], 'Expected union value, but this is 1.', 1]]],
  [
    'a date',
    Type.Date({ minimumTimestamp: 5 }),
    new Date(1),
    [[[], 'Expected Date timestamp to be greater or equal to 5.', new Date(1)]],
  ],
];

afterEach(() => {
  FormatRegistry.Clear();
  TypeRegistry.Delete('Even');
});

describe('finishing with @sinclair/typebox 0.34', () => {
  test.each(ACCEPTED)('accepts: %s', (_name, schema, value, finished) => {
    const before = structuredClone(value);
    expect(read(schema).finish(value)).toEqual({ value: finished });
    expect(value).toEqual(before);
  });

  test.each(REJECTED)('rejects: %s', (_name, schema, value, issues) => {
    expect(read(schema).finish(value)).toEqual({
      issues: issues.map(([path, message, found]) => ({ path, message, code: 'finish', value: found })),
    });
  });

  test('what TypeBox can not check is checked as JSON Schema, and issues lead into it', () => {
    const { finish } = read(
      Type.Object({
        a: Type.Unsafe({ type: 'object', properties: { b: { type: 'string' } } }),
        c: Type.String({ format: 'email' }),
      }),
    );
    expect(finish({ a: { b: 1 }, c: 'x' })).toMatchObject({
      issues: [
        { path: ['a', 'b'], code: 'finish', value: 1 },
        { path: ['c'], code: 'finish', value: 'x' },
      ],
    });
  });

  test('a format that the user registered', () => {
    FormatRegistry.Set('even', (text) => text.length % 2 === 0);
    const { root, finish } = read(Type.String({ format: 'even' }));
    expect(root).toMatchObject({ facets: [{ keyword: 'format', value: 'even', wider: true }] });
    expect(finish('ab')).toEqual({ value: 'ab' });
    expect(finish('abc')).toMatchObject({ issues: [{ path: [] }] });
  });

  test('a kind that the user registered', () => {
    TypeRegistry.Set('Even', (_schema, value) => typeof value === 'number' && value % 2 === 0);
    const { finish } = read(Type.Array(Type.Unsafe<number>({ [Kind]: 'Even', type: 'number' })));
    expect(finish([2, 4])).toEqual({ value: [2, 4] });
    expect(finish([2, 3])).toMatchObject({ issues: [{ path: [1], value: 3 }] });
  });

  test('a decode function that throws, and where', () => {
    const { finish } = read(Type.Object({ 'a/b': Type.Array(angry) }));
    expect(finish({ 'a/b': ['x'] })).toEqual({
      issues: [{ path: ['a/b', 0], message: "The schema's own code threw an error: I do not like x", code: 'user-code-threw' }],
    });
  });

  test('a check of the user that throws', () => {
    TypeRegistry.Set('Even', () => {
      throw new Error('no');
    });
    expect(read(Type.Unsafe<number>({ [Kind]: 'Even', type: 'number' })).finish(1)).toMatchObject({
      issues: [{ code: 'user-code-threw' }],
    });
  });

  test('the check comes before the decode', () => {
    expect(read(Type.Object({ a: angry, b: Type.Null() })).finish({ a: 'x', b: 1 })).toMatchObject({
      issues: [{ path: ['b'], code: 'finish' }],
    });
  });
});
