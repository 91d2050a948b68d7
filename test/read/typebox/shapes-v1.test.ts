// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of TypeBox's template literals
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import {
  all,
  any,
  facet,
  instance,
  list,
  literal,
  map,
  never,
  number,
  object,
  openRecord,
  positions,
  read,
  ref,
  text,
  union,
} from './reading.js';

const INTEGER_KEY = '^-?(?:0|[1-9][0-9]*)$';
const NUMBER_KEY = '^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$';

type Row = readonly [name: string, schema: object, shape: unknown];

const TABLE: readonly Row[] = [
  ['Any', Type.Any(), any],
  ['Unknown', Type.Unknown(), any],
  ['Never', Type.Never(), never('`not` excludes everything')],
  ['Null', Type.Null(), { kind: 'null' }],
  ['Boolean', Type.Boolean(), { kind: 'boolean' }],
  ['Number', Type.Number({ minimum: 1 }), { ...number, facets: [facet('minimum', 1)] }],
  ['Integer', Type.Integer(), { kind: 'number', integer: true }],
  [
    'String',
    Type.String({ minLength: 2, description: 'a name' }),
    { ...text, facets: [facet('minLength', 2)], notes: { description: 'a name' } },
  ],
  ['String with a pattern', Type.String({ pattern: '^a' }), { ...text, facets: [facet('pattern', '^a', { flags: 'u' })] }],
  [
    'String with a RegExp',
    Type.String({ pattern: /^a/i, minLength: 1 }),
    { ...text, facets: [facet('minLength', 1), facet('pattern', '^a', { flags: 'i' })] },
  ],
  [
    'String of a format that the RFC covers',
    Type.String({ format: 'date-time' }),
    { ...text, facets: [facet('format', 'date-time')] },
  ],
  [
    'String of a format that goes beyond the RFC',
    Type.String({ format: 'email' }),
    { ...text, facets: [facet('format', 'email', { wider: true })] },
  ],
  [
    'String of a format nobody knows',
    Type.String({ format: 'shoe' }),
    { ...text, facets: [facet('format', 'shoe', { wider: true })] },
  ],
  ['Literal', Type.Literal('a'), all(text, literal('a'))],
  ['Literal true', Type.Literal(true), all({ kind: 'boolean' }, literal(true))],
  ['Literal bigint', Type.Literal(1n), instance('bigint', facet('const', '1', { hint: 'Exactly 1.' }))],
  ['Enum of a list', Type.Enum(['a', 'b', 3]), literal('a', 'b', 3)],
  ['Enum of a TypeScript enum', Type.Enum({ A: 'a', B: 2 }), literal('a', 2)],
  [
    'TemplateLiteral',
    Type.TemplateLiteral('x-${number}'),
    { ...text, facets: [facet('pattern', '^x--?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$', { flags: 'u' })] },
  ],
  ['Array', Type.Array(Type.String(), { minItems: 1 }), { ...list(text), facets: [facet('minItems', 1)] }],
  ['Tuple', Type.Tuple([Type.String(), Type.Number()]), { ...positions(text, number), facets: [facet('minItems', 2)] }],
  ['Tuple of nothing', Type.Tuple([]), positions()],
  [
    'Tuple that says more',
    Type.Tuple([Type.String()], { description: 'd', uniqueItems: true }),
    { ...positions(text), facets: [facet('minItems', 1), facet('uniqueItems', true)], notes: { description: 'd' } },
  ],
  [
    'Object',
    Type.Object({ a: Type.String(), b: Type.Optional(Type.Number()), c: Type.Readonly(Type.Null()) }),
    object({ a: text, b: number, c: { kind: 'null' } }, ['b']),
  ],
  [
    'Object that is closed',
    Type.Object({ a: Type.String() }, { additionalProperties: false }),
    { ...object({ a: text }), rest: never('the schema `false` admits nothing'), openness: 'closed' },
  ],
  [
    'Object with a rest',
    Type.Object({ a: Type.String() }, { additionalProperties: Type.Number() }),
    { ...object({ a: text }), rest: number, openness: 'explicit' },
  ],
  ['Object of nothing', Type.Object({}), object({})],
  ['Partial', Type.Partial(Type.Object({ a: Type.String() })), object({ a: text }, ['a'])],
  ['Pick', Type.Pick(Type.Object({ a: Type.String(), b: Type.Null() }), ['a']), object({ a: text })],
  ['Record', Type.Record(Type.String(), Type.Number()), map(number)],
  ['Record of any key', Type.Record(Type.Any(), Type.Number()), map(number)],
  ['Record of numbers', Type.Record(Type.Number(), Type.String()), openRecord(NUMBER_KEY, text)],
  ['Record of integers', Type.Record(Type.Integer(), Type.String()), openRecord(INTEGER_KEY, text)],
  ['Record of a pattern', Type.Record(Type.String({ pattern: '^a' }), Type.String()), openRecord('^a', text)],
  [
    'Record that is closed',
    Type.Record(Type.Integer(), Type.String(), { additionalProperties: false }),
    map(text, INTEGER_KEY, 'u'),
  ],
  [
    'Record that says more',
    Type.Record(Type.String(), Type.Null(), { minProperties: 1, title: 'T' }),
    { ...map({ kind: 'null' }), facets: [facet('minProperties', 1)], notes: { title: 'T' } },
  ],
  [
    'Record of a union of literals',
    Type.Record(Type.Union([Type.Literal('a'), Type.Literal('b')]), Type.Null()),
    object({ a: { kind: 'null' }, b: { kind: 'null' } }),
  ],
  [
    'Record with other properties is plain JSON Schema',
    Type.Record(Type.Integer(), Type.Null(), { additionalProperties: Type.String() }),
    { ...map(text), patterns: [{ pattern: INTEGER_KEY, shape: { kind: 'null' } }] },
  ],
  ['Union', Type.Union([Type.String(), Type.Null()]), union(text, { kind: 'null' })],
  ['Union with undefined', Type.Union([Type.String(), Type.Undefined()]), union(text, instance('undefined'))],
  [
    'Intersect',
    Type.Intersect([Type.Object({ a: Type.String() }), Type.Object({ b: Type.Null() })]),
    all(object({ a: text }), object({ b: { kind: 'null' } })),
  ],
  [
    'Evaluate',
    Type.Evaluate(Type.Intersect([Type.Object({ a: Type.String() }), Type.Object({ b: Type.Null() })])),
    object({ a: text, b: { kind: 'null' } }),
  ],
  [
    'Interface',
    Type.Interface([Type.Object({ a: Type.String() })], { b: Type.Null() }),
    object({ a: text, b: { kind: 'null' } }),
  ],
  [
    'BigInt',
    Type.BigInt({ minimum: 5n, maximum: 2n ** 70n + 1n }),
    instance(
      'bigint',
      facet('minimum', 5, { hint: 'At least 5.' }),
      facet('maximum', '1180591620717411303425', { hint: 'At most 1180591620717411303425.' }),
    ),
  ],
  ['Undefined', Type.Undefined(), instance('undefined')],
  ['Void', Type.Void(), instance('undefined')],
  [
    'a bare node of a type that only TypeBox knows',
    Type.Unsafe({ type: 'bigint', title: 'T' }),
    { ...instance('bigint'), notes: { title: 'T' } },
  ],
  [
    'Codec',
    Type.Codec(Type.String({ format: 'date' }))
      .Decode((v) => new Date(v))
      .Encode((v) => v.toISOString()),
    { ...text, facets: [facet('format', 'date')] },
  ],
  ['Decode', Type.Decode(Type.Number(), (v) => String(v)), number],
  [
    'Refine',
    Type.Refine(Type.String({ minLength: 1 }), (v) => v !== 'x'),
    { ...text, facets: [facet('minLength', 1), facet('refine', true)] },
  ],
  [
    'Refine on a kind of ours',
    Type.Refine(Type.Record(Type.String(), Type.Null()), () => true),
    { ...map({ kind: 'null' }), facets: [facet('refine', true)] },
  ],
  ['Refine on bare JSON Schema', Type.Refine({ type: 'string' }, () => true), { ...text, facets: [facet('refine', true)] }],
  ['Unsafe', Type.Unsafe<'a'>({ type: 'string', enum: ['a'] }), all(text, literal('a'))],
  ['Unsafe without a type', Type.Unsafe<1>({}), any],
  ['Unsafe of a type', Type.Unsafe<'a'>(Type.String()), text],
  ['Script', Type.Script('{ a: string, b?: number[] }'), object({ a: text, b: list(number) }, ['b'])],
  ['Script of a tuple', Type.Script('[string, null]'), { ...positions(text, { kind: 'null' }), facets: [facet('minItems', 2)] }],
  ['a default', Type.String({ default: 'x' }), { ...text, notes: { default: 'x' } }],
  [
    'a default that is no JSON is left out',
    Type.String({ default: () => 'x', description: 'd' }),
    { ...text, notes: { description: 'd' } },
  ],
  ['a default bigint is left out', Type.BigInt({ default: 1n }), instance('bigint')],
  [
    'Cyclic',
    Type.Cyclic({ Node: Type.Object({ kids: Type.Array(Type.Ref('Node')) }) }, 'Node', { description: 'd' }),
    { ...ref('Node'), notes: { description: 'd' } },
  ],
];

describe('shapes of typebox 1.x', () => {
  test.each(TABLE)('%s', (_name, schema, shape) => {
    const { root, findings } = read(schema);
    expect(findings).toEqual([]);
    expect(root).toEqual(shape);
  });

  test('Dependent', () => {
    const { root, findings } = read(
      Type.Dependent(Type.Object({ a: Type.Literal(1) }), Type.Object({ b: Type.String() }), Type.Object({ c: Type.String() })),
    );
    expect(findings).toEqual([]);
    expect(root).toMatchObject({ facets: [{ keyword: 'if' }] });
  });

  test('Intersect that is closed', () => {
    const { root } = read(
      Type.Intersect([Type.Object({ a: Type.String() }), Type.Object({ b: Type.Null() })], { unevaluatedProperties: false }),
    );
    expect(root).toMatchObject({ kind: 'all', unevaluatedProperties: { kind: 'never' } });
  });
});
