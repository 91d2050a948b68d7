import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { read } from './reading.js';

const date = Type.Codec(Type.String())
  .Decode((text) => new Date(text))
  .Encode((value) => value.toISOString());
const angry = Type.Codec(Type.String())
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
  ['bigint', Type.BigInt({ minimum: 5n }), 7n, 7n],
  ['undefined', Type.Tuple([Type.Undefined()]), [undefined], [undefined]],
  ['codec', date, '2020-01-01T00:00:00.000Z', new Date('2020-01-01')],
  [
    'codec, deep',
    Type.Object({ at: Type.Array(date), map: Type.Record(Type.String(), date), pair: Type.Tuple([date, Type.Null()]) }),
    { at: ['2020-01-01'], map: { a: '2021-01-01' }, pair: ['2022-01-01', null] },
    { at: [new Date('2020-01-01')], map: { a: new Date('2021-01-01') }, pair: [new Date('2022-01-01'), null] },
  ],
  [
    'codec: nothing else is converted or dropped',
    Type.Object({ at: date, n: Type.Optional(Type.Number({ default: 1 })) }),
    { at: '2020-01-01', x: '1' },
    { at: new Date('2020-01-01'), x: '1' },
  ],
  [
    'codec of codec',
    Type.Codec(date)
      .Decode((value) => value.getTime())
      .Encode((time) => new Date(time)),
    '1970-01-01T00:00:00.007Z',
    7,
  ],
  [
    'codec beside keys of ill fame',
    Type.Object({ at: date }),
    JSON.parse('{"at":"2020-01-01","__proto__":1,"constructor":2,"prototype":3}'),
    Object.assign(JSON.parse('{"at":0,"__proto__":1,"constructor":2,"prototype":3}'), { at: new Date('2020-01-01') }),
  ],
  ['codec in a union', Type.Array(Type.Union([date, Type.Null()])), ['2020-01-01', null], [new Date('2020-01-01'), null]],
  [
    'codec in a recursion',
    Type.Cyclic({ N: Type.Object({ at: date, next: Type.Optional(Type.Ref('N')) }) }, 'N'),
    { at: '2020-01-01', next: { at: '2021-01-01' } },
    { at: new Date('2020-01-01'), next: { at: new Date('2021-01-01') } },
  ],
  ['refine', Type.Refine(Type.String(), (text) => text !== 'x'), 'y', 'y'],
];

const REJECTED: readonly Rejected[] = [
  ['a type', Type.Object({ a: Type.Integer() }), { a: '1' }, [[['a'], 'Must be integer, but this is "1".', '1']]],
  ['a string is not converted', Type.Number(), '1', [[[], 'Must be number, but this is "1".', '1']]],
  ['a list', Type.Object({ a: Type.String() }), { a: [] }, [[['a'], 'Must be string, but this is a list.', []]]],
  [
    'missing properties, one by one',
    Type.Object({ a: Type.Null(), b: Type.Null() }),
    {},
    [
      [['a'], 'This required property is missing.'],
      [['b'], 'This required property is missing.'],
    ],
  ],
  [
    'undeclared properties, one by one',
    Type.Object({}, { additionalProperties: false }),
    { a: 1, b: 2 },
    [
      [['a'], 'This property is not declared, and no other is allowed.', 1],
      [['b'], 'This property is not declared, and no other is allowed.', 2],
    ],
  ],
  ['a constant', Type.Literal('a'), 'b', [[[], 'Must be "a", but this is "b".', 'b']]],
  ['an enum', Type.Enum(['a', 'b']), 'c', [[[], 'Must be one of "a", "b", but this is "c".', 'c']]],
  ['a bound', Type.Array(Type.Integer({ minimum: 3 })), [5, 1], [[[1], 'Must be >= 3, but this is 1.', 1]]],
  ['a bound of a bigint', Type.BigInt({ minimum: 3n }), 1n, [[[], 'Must be >= 3, but this is 1.', 1n]]],
  ['a length', Type.Array(Type.Null(), { minItems: 2 }), [null], [[[], 'Must not have fewer than 2 items.', [null]]]],
  [
    'keys that a pointer escapes',
    Type.Object({ 'a/b~c': Type.Null() }),
    { 'a/b~c': 1 },
    [[['a/b~c'], 'Must be null, but this is 1.', 1]],
  ],
  [
    'a key that is a number is no index',
    Type.Record(Type.String(), Type.Null()),
    { 0: 1 },
    [[['0'], 'Must be null, but this is 1.', 1]],
  ],
  [
    'a union: only the option that fits best',
    Type.Union([
      Type.Object({ kind: Type.Literal('a'), n: Type.Number() }),
      Type.Object({ kind: Type.Literal('b'), deep: Type.Object({ n: Type.Number() }) }),
    ]),
    { kind: 'b', deep: { n: 'x' } },
    [[['deep', 'n'], 'Must be number, but this is "x".', 'x']],
  ],
  ['a union of scalars', Type.Union([Type.String(), Type.Null()]), 1, [[[], 'Must match a schema in anyOf, but this is 1.', 1]]],
  [
    'a refinement in its own words',
    Type.Refine(
      Type.String(),
      () => false,
      (text) => `Not ${text}, please.`,
    ),
    'x',
    [[[], 'Not x, please.', 'x']],
  ],
  [
    'a refinement without words',
    Type.Object({ a: Type.Refine(Type.String(), () => false) }),
    { a: 'x' },
    [[['a'], 'The refinement of the schema rejects this value.', 'x']],
  ],
];

describe('finishing with typebox 1.x', () => {
  test.each(ACCEPTED)('accepts: %s', (_name, schema, value, finished) => {
    const before = structuredClone(value);
    expect(read(schema).finish(value)).toEqual({ value: finished });
    expect(value).toEqual(before);
  });

  test.each(REJECTED)('rejects: %s', (_name, schema, value, issues) => {
    const { finish } = read(schema);
    expect(finish(value)).toEqual({
      issues: issues.map(([path, message, found]) => ({ path, message, code: 'finish', value: found })),
    });
  });

  test('no default, undeclared or inherited key sneaks in by a decode', () => {
    const finished = read(Type.Object({ at: date })).finish(JSON.parse('{"at":"2020-01-01","__proto__":{"evil":1}}'));
    expect(finished).toMatchObject({ value: { at: expect.any(Date) } });
    expect((finished as { value: { evil?: unknown } }).value.evil).toBeUndefined();
  });

  test('a decode function that throws', () => {
    expect(read(Type.Object({ a: angry })).finish({ a: 'x' })).toEqual({
      issues: [{ path: [], message: "The schema's own code threw an error: I do not like x", code: 'user-code-threw' }],
    });
  });

  test('a refinement that throws', () => {
    const schema = Type.Refine(Type.String(), () => {
      throw 'no error object';
    });
    expect(read(schema).finish('x')).toEqual({
      issues: [{ path: [], message: "The schema's own code threw an error: no error object", code: 'user-code-threw' }],
    });
  });

  test('the check comes before the decode', () => {
    expect(read(Type.Object({ a: angry, b: Type.Null() })).finish({ a: 'x', b: 1 })).toMatchObject({
      issues: [{ path: ['b'], code: 'finish' }],
    });
  });

  test('finishAsync says the same', async () => {
    await expect(read(date).finishAsync('2020-01-01')).resolves.toEqual({ value: new Date('2020-01-01') });
    await expect(read(angry).finishAsync('x')).resolves.toMatchObject({ issues: [{ code: 'user-code-threw' }] });
  });
});
