// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of TypeBox's template literals
import { type Static, type StaticDecode, Type } from '@sinclair/typebox';
import { describe, expectTypeOf, test } from 'vitest';
import type { TypeBoxInput, TypeBoxOutput, TypeBoxSchema } from '../../../src/read/typebox/index.js';

const date = Type.Transform(Type.String())
  .Decode((text) => new Date(text))
  .Encode((value) => value.toISOString());
const recursive = Type.Recursive((This) => Type.Object({ id: Type.String(), kids: Type.Array(This) }));
const module = Type.Module({ A: Type.Object({ b: Type.Ref('B') }), B: Type.Object({ n: Type.Number() }) });

const SCHEMAS = {
  unknown: Type.Unknown(),
  never: Type.Never(),
  string: Type.String(),
  date: Type.Date(),
  bigint: Type.BigInt(),
  bytes: Type.Uint8Array(),
  undefined: Type.Undefined(),
  literal: Type.Literal('a'),
  enum: Type.Enum({ A: 'a', B: 2 }),
  array: Type.Array(Type.String()),
  tuple: Type.Tuple([Type.String(), Type.Number()]),
  emptyTuple: Type.Tuple([]),
  union: Type.Union([Type.String(), Type.Null()]),
  intersect: Type.Intersect([Type.Object({ a: Type.String() }), Type.Object({ b: Type.Number() })]),
  composite: Type.Composite([Type.Object({ a: Type.String() }), Type.Object({ b: Type.Number() })]),
  object: Type.Object({
    a: Type.String(),
    b: Type.Optional(Type.Number()),
    c: Type.Readonly(Type.String()),
    d: Type.ReadonlyOptional(Type.Null()),
  }),
  empty: Type.Object({}),
  record: Type.Record(Type.String(), Type.Number()),
  recordNumber: Type.Record(Type.Number(), Type.String()),
  template: Type.TemplateLiteral('a-${number}-b'),
  unsafe: Type.Unsafe<{ a: 1 }>({ type: 'object' }),
  partial: Type.Partial(Type.Object({ a: Type.String() })),
  recursive,
  not: Type.Not(Type.String()),
  transform: date,
  transformNested: Type.Object({
    at: date,
    maybe: Type.Optional(date),
    list: Type.Array(date),
    fixed: Type.Readonly(date),
    deep: Type.Object({ x: Type.Object({ at: date }) }),
  }),
  transformMap: Type.Record(Type.String(), date),
  transformTuple: Type.Tuple([date, Type.String()]),
  transformUnion: Type.Union([date, Type.Null()]),
  transformAll: Type.Intersect([Type.Object({ at: date }), Type.Object({ b: Type.String() })]),
} as const;

describe('@sinclair/typebox 0.34', () => {
  test('every schema is known by its form', () => {
    expectTypeOf<(typeof SCHEMAS)[keyof typeof SCHEMAS]>().toExtend<TypeBoxSchema>();
  });

  test('types are those that TypeBox infers', () => {
    type Inputs = { [Name in keyof typeof SCHEMAS]: TypeBoxInput<(typeof SCHEMAS)[Name]> };
    type Outputs = { [Name in keyof typeof SCHEMAS]: TypeBoxOutput<(typeof SCHEMAS)[Name]> };
    type Statics = { [Name in keyof typeof SCHEMAS]: Static<(typeof SCHEMAS)[Name]> };
    type Decodeds = { [Name in keyof typeof SCHEMAS]: StaticDecode<(typeof SCHEMAS)[Name]> };
    expectTypeOf<Inputs>().toEqualTypeOf<Statics>();
    expectTypeOf<Outputs>().toEqualTypeOf<Decodeds>();
  });

  test('an import keeps its references, which StaticDecode loses', () => {
    const imported = module.Import('A');
    expectTypeOf<TypeBoxInput<typeof imported>>().toEqualTypeOf<{ b: { n: number } }>();
    expectTypeOf<TypeBoxOutput<typeof imported>>().toEqualTypeOf<{ b: { n: number } }>();
  });

  test('spelled out', () => {
    expectTypeOf<TypeBoxInput<typeof SCHEMAS.transformMap>>().toEqualTypeOf<{ [x: string]: string }>();
    expectTypeOf<TypeBoxOutput<typeof SCHEMAS.transformMap>>().toEqualTypeOf<{ [x: string]: Date }>();
    expectTypeOf<TypeBoxOutput<typeof SCHEMAS.transformNested>['deep']['x']['at']>().toEqualTypeOf<Date>();
    expectTypeOf<TypeBoxOutput<typeof recursive>['kids'][number]['id']>().toEqualTypeOf<string>();
  });
});
