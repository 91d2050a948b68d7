// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of TypeBox's template literals
import { type Static, type StaticDecode, Type } from 'typebox';
import { describe, expectTypeOf, test } from 'vitest';
import type { TypeBoxInput, TypeBoxOutput, TypeBoxSchema } from '../../../src/read/typebox/index.js';

/** Both sides must be exactly what TypeBox itself infers. */
function same<Schema extends object>(_schema: Schema) {
  return {
    input: expectTypeOf<TypeBoxInput<Schema>>(),
    output: expectTypeOf<TypeBoxOutput<Schema>>(),
    known: expectTypeOf<Schema>(),
  };
}

const date = Type.Codec(Type.String())
  .Decode((text) => new Date(text))
  .Encode((value) => value.toISOString());
const node = Type.Cyclic({ Node: Type.Object({ id: Type.String(), at: date, kids: Type.Array(Type.Ref('Node')) }) }, 'Node');
const module = Type.Module({
  User: Type.Object({ name: Type.String(), posts: Type.Array(Type.Ref('Post')) }),
  Post: Type.Object({ at: date, by: Type.Optional(Type.Ref('User')) }),
  Plain: Type.Object({ n: Type.Number() }),
});

const SCHEMAS = {
  any: Type.Any(),
  unknown: Type.Unknown(),
  never: Type.Never(),
  null: Type.Null(),
  boolean: Type.Boolean(),
  number: Type.Number(),
  integer: Type.Integer(),
  string: Type.String(),
  bigint: Type.BigInt(),
  undefined: Type.Undefined(),
  void: Type.Void(),
  literal: Type.Literal('a'),
  literalNumber: Type.Literal(1),
  enum: Type.Enum(['a', 'b', 3]),
  array: Type.Array(Type.String()),
  immutable: Type.Immutable(Type.Array(Type.String())),
  tuple: Type.Tuple([Type.String(), Type.Number()]),
  tupleOptional: Type.Tuple([Type.String(), Type.Optional(Type.Number())]),
  emptyTuple: Type.Tuple([]),
  union: Type.Union([Type.String(), Type.Null()]),
  intersect: Type.Intersect([Type.Object({ a: Type.String() }), Type.Object({ b: Type.Number() })]),
  object: Type.Object({
    a: Type.String(),
    b: Type.Optional(Type.Number()),
    c: Type.Readonly(Type.String()),
    d: Type.Readonly(Type.Optional(Type.Null())),
  }),
  empty: Type.Object({}),
  nested: Type.Object({ a: Type.Object({ b: Type.Array(Type.Object({ c: Type.String() })) }) }),
  record: Type.Record(Type.String(), Type.Number()),
  recordNumber: Type.Record(Type.Number(), Type.String()),
  recordInteger: Type.Record(Type.Integer(), Type.String()),
  recordTemplate: Type.Record(Type.TemplateLiteral('x-${number}'), Type.String()),
  recordUnion: Type.Record(Type.Union([Type.Literal('a'), Type.Literal('b')]), Type.Number()),
  template: Type.TemplateLiteral('a-${number}-b'),
  templateUnion: Type.TemplateLiteral([Type.Literal('get'), Type.Union([Type.Literal('A'), Type.Literal('B')]), Type.String()]),
  templateScript: Type.TemplateLiteral('on${"x" | "y"}${bigint}'),
  unsafe: Type.Unsafe<{ a: 1 }>({ type: 'object' }),
  refine: Type.Refine(Type.String(), (text) => text.length > 1),
  codec: date,
  codecOptional: Type.Object({ at: Type.Optional(date), list: Type.Array(date), map: Type.Record(Type.String(), date) }),
  codecTuple: Type.Tuple([date, Type.Union([date, Type.Null()])]),
  codecTwice: Type.Codec(date)
    .Decode((value) => value.getTime())
    .Encode((time) => new Date(time)),
  codecObject: Type.Codec(Type.Object({ a: Type.String() }))
    .Decode((value) => value.a.length)
    .Encode(() => ({ a: '' })),
  dependent: Type.Dependent(
    Type.Object({ a: Type.Literal(1) }),
    Type.Object({ b: Type.String() }),
    Type.Object({ c: Type.String() }),
  ),
  partial: Type.Partial(Type.Object({ a: Type.String(), b: date })),
  pick: Type.Pick(Type.Object({ a: Type.String(), b: Type.Number() }), ['a']),
  script: Type.Script('{ a: string, b?: number[], c: "x" | "y", d: [string, null] }'),
  self: Type.Object({ a: Type.String(), kids: Type.Array(Type.This()) }),
  plain: module.Plain,
} as const;

describe('typebox 1.x', () => {
  test('every schema is known by its form', () => {
    expectTypeOf<(typeof SCHEMAS)[keyof typeof SCHEMAS]>().toExtend<TypeBoxSchema>();
    expectTypeOf<{ type: 'string' }>().not.toExtend<TypeBoxSchema>();
  });

  test('types are those that TypeBox infers', () => {
    type Inputs = { [Name in keyof typeof SCHEMAS]: TypeBoxInput<(typeof SCHEMAS)[Name]> };
    type Outputs = { [Name in keyof typeof SCHEMAS]: TypeBoxOutput<(typeof SCHEMAS)[Name]> };
    type Statics = { [Name in keyof typeof SCHEMAS]: Static<(typeof SCHEMAS)[Name]> };
    type Decodeds = { [Name in keyof typeof SCHEMAS]: StaticDecode<(typeof SCHEMAS)[Name]> };
    expectTypeOf<Inputs>().toEqualTypeOf<Statics>();
    expectTypeOf<Outputs>().toEqualTypeOf<Decodeds>();
  });

  test('recursion', () => {
    same(node).output.toHaveProperty('at').toEqualTypeOf<Date>();
    expectTypeOf<TypeBoxOutput<typeof node>['kids'][number]['kids'][number]['at']>().toEqualTypeOf<Date>();
    expectTypeOf<TypeBoxInput<typeof node>['kids'][number]['at']>().toEqualTypeOf<string>();
    expectTypeOf<TypeBoxOutput<typeof module.User>['posts'][number]['at']>().toEqualTypeOf<Date>();
    expectTypeOf<NonNullable<TypeBoxOutput<typeof module.Post>['by']>['name']>().toEqualTypeOf<string>();
  });

  test('spelled out', () => {
    same(SCHEMAS.codecOptional).output.toEqualTypeOf<{ at?: Date; list: Date[]; map: Record<string, Date> }>();
    same(SCHEMAS.codecOptional).input.toEqualTypeOf<{ at?: string; list: string[]; map: Record<string, string> }>();
    same(SCHEMAS.template).output.toEqualTypeOf<`a-${number}-b`>();
    expectTypeOf<TypeBoxOutput<{ type: 'string' }>>().toBeNever();
  });
});
