// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of TypeBox's template literals
import { Kind, Type } from '@sinclair/typebox';
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

const NUMBER_KEY = '^(0|[1-9][0-9]*)$';

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
  ['String of a format', Type.String({ format: 'email' }), { ...text, facets: [facet('format', 'email')] }],
  [
    'String with a pattern, read without the flag u',
    Type.String({ pattern: '^a' }),
    { ...text, facets: [facet('pattern', '^a')] },
  ],
  ['RegExp', Type.RegExp(/^a/), { ...text, facets: [facet('pattern', '^a')] }],
  [
    'RegExp with flags',
    Type.RegExp(/^a/giu, { maxLength: 3 }),
    { ...text, facets: [facet('maxLength', 3), facet('pattern', '^a', { flags: 'iu' })] },
  ],
  ['Literal', Type.Literal('a'), all(text, literal('a'))],
  ['Enum', Type.Enum({ A: 'a', B: 2 }), union(all(text, literal('a')), all(number, literal(2)))],
  ['TemplateLiteral', Type.TemplateLiteral('x-${number}'), { ...text, facets: [facet('pattern', '^x-(0|[1-9][0-9]*)$')] }],
  ['Array', Type.Array(Type.String(), { minItems: 1 }), { ...list(text), facets: [facet('minItems', 1)] }],
  ['Tuple', Type.Tuple([Type.String(), Type.Number()]), { ...positions(text, number), facets: [facet('minItems', 2)] }],
  ['Tuple of nothing', Type.Tuple([]), positions()],
  [
    'Object',
    Type.Object({ a: Type.String(), b: Type.Optional(Type.Number()), c: Type.ReadonlyOptional(Type.Null()) }),
    object({ a: text, b: number, c: { kind: 'null' } }, ['b', 'c']),
  ],
  [
    'Object that is closed',
    Type.Object({ a: Type.String() }, { additionalProperties: false }),
    { ...object({ a: text }), rest: never('the schema `false` admits nothing'), openness: 'closed' },
  ],
  [
    'Composite',
    Type.Composite([Type.Object({ a: Type.String() }), Type.Object({ b: Type.Null() })]),
    object({ a: text, b: { kind: 'null' } }),
  ],
  ['Record', Type.Record(Type.String(), Type.Number()), map(number)],
  ['Record of numbers', Type.Record(Type.Number(), Type.String()), openRecord(NUMBER_KEY, text)],
  ['Record of a RegExp', Type.Record(Type.RegExp(/^a/), Type.String()), openRecord('^a', text)],
  ['Record that is closed', Type.Record(Type.Number(), Type.String(), { additionalProperties: false }), map(text, NUMBER_KEY)],
  [
    'Record of a union of literals',
    Type.Record(Type.Union([Type.Literal('a'), Type.Literal('b')]), Type.Null()),
    object({ a: { kind: 'null' }, b: { kind: 'null' } }),
  ],
  ['Union', Type.Union([Type.String(), Type.Null()]), union(text, { kind: 'null' })],
  ['Not', Type.Not(Type.String()), { ...any, facets: [facet('not', { type: 'string' })] }],
  ['Date', Type.Date(), instance('date')],
  [
    'Date with bounds',
    Type.Date({ minimumTimestamp: 0, description: 'd' }),
    {
      ...instance('date', facet('minimumTimestamp', 0, { hint: 'On or after 1970-01-01T00:00:00.000Z.' })),
      notes: { description: 'd' },
    },
  ],
  ['a default date is left out', Type.Date({ default: new Date(0) }), instance('date')],
  ['BigInt', Type.BigInt({ exclusiveMinimum: 5n }), instance('bigint', facet('exclusiveMinimum', 5, { hint: 'More than 5.' }))],
  [
    'Uint8Array',
    Type.Uint8Array({ maxByteLength: 9 }),
    instance('bytes', facet('maxByteLength', 9, { hint: 'At most 9 bytes.' })),
  ],
  ['Undefined', Type.Undefined(), instance('undefined')],
  ['Void', Type.Void(), instance('undefined')],
  [
    'Transform',
    Type.Transform(Type.Integer())
      .Decode((v) => new Date(v))
      .Encode((v) => v.getTime()),
    { kind: 'number', integer: true },
  ],
  ['Unsafe', Type.Unsafe<'a'>({ type: 'string', enum: ['a'] }), all(text, literal('a'))],
  ['a kind of the user', Type.Unsafe<string>({ [Kind]: 'Decimal', type: 'string' }), text],
  ['a kind of the user that says nothing', Type.Unsafe<string>({ [Kind]: 'Thing' }), any],
  ['Recursive', Type.Recursive((This) => Type.Object({ kids: Type.Array(This) })), ref('root')],
];

describe('shapes of @sinclair/typebox 0.34', () => {
  test.each(TABLE)('%s', (_name, schema, shape) => {
    const { root, findings } = read(schema);
    expect(findings).toEqual([]);
    expect(root).toEqual(shape);
  });

  test('Intersect', () => {
    const { root } = read(
      Type.Intersect([Type.Object({ a: Type.String() }), Type.Object({ b: Type.Null() })], { unevaluatedProperties: false }),
    );
    expect(root).toMatchObject({ kind: 'all', unevaluatedProperties: { kind: 'never' } });
  });
});
