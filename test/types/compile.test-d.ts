import { Type as Type0 } from '@sinclair/typebox';
import { Type } from 'typebox';
import { describe, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { type Compiled, compile, type InputOf, type OutputOf } from '../../src/index.js';
import { type } from './standard.js';

interface Invoice {
  readonly id: string;
  readonly total: number;
}

const Zod = z.object({ id: z.string(), at: z.string().pipe(z.coerce.date()), note: z.string().default('') });
const Mini = mini.object({ id: mini.string(), tag: mini.optional(mini.string()) });
const Box = Type.Object({
  id: Type.String(),
  at: Type.Codec(Type.String())
    .Decode((text) => new Date(text))
    .Encode((value) => value.toISOString()),
});
const Box0 = Type0.Object({
  id: Type0.String(),
  at: Type0.Transform(Type0.String())
    .Decode((text) => new Date(text))
    .Encode((value) => value.toISOString()),
});

describe('the types of compile', () => {
  test('Zod', () => {
    expectTypeOf(compile(Zod)).toEqualTypeOf<Compiled<z.input<typeof Zod>, z.output<typeof Zod>>>();
    expectTypeOf<OutputOf<typeof Zod>>().toEqualTypeOf<{ id: string; at: Date; note: string }>();
    expectTypeOf<InputOf<typeof Zod>>().toEqualTypeOf<{ id: string; at: string; note?: string | undefined }>();
  });

  test('zod/mini', () => {
    expectTypeOf(compile(Mini)).toEqualTypeOf<Compiled<z.input<typeof Mini>, z.output<typeof Mini>>>();
  });

  test('a Zod schema whose type is not known in detail', () => {
    const schema: z.ZodType<Invoice> = z.object({ id: z.string(), total: z.number() });
    expectTypeOf(compile(schema)).toEqualTypeOf<Compiled<unknown, Invoice>>();
    expectTypeOf(compile(schema as z.ZodType)).toEqualTypeOf<Compiled<unknown, unknown>>();
  });

  test('TypeBox', () => {
    expectTypeOf(compile(Box)).toEqualTypeOf<Compiled<{ id: string; at: string }, { id: string; at: Date }>>();
    expectTypeOf(compile(Box0)).toEqualTypeOf<Compiled<{ id: string; at: string }, { id: string; at: Date }>>();
  });

  test('any Standard Schema', () => {
    expectTypeOf(compile(type<string, Date>())).toEqualTypeOf<Compiled<string, Date>>();
  });

  test('a type given for a JSON Schema', () => {
    const schema: object = {};
    expectTypeOf(compile<Invoice>(schema)).toEqualTypeOf<Compiled<Invoice, Invoice>>();
    expectTypeOf(compile<Invoice>({ type: 'object' }, { mode: 'tool' })).toEqualTypeOf<Compiled<Invoice, Invoice>>();
    expectTypeOf(compile<unknown>(schema)).toEqualTypeOf<Compiled<unknown, unknown>>();
    expectTypeOf(compile(schema)).toEqualTypeOf<Compiled<unknown, unknown>>();
  });

  test('no type is made up from where the result goes', () => {
    // @ts-expect-error the schema says text
    const wrong: Compiled<number, number> = compile(z.string());
    expectTypeOf(wrong).toEqualTypeOf<Compiled<number, number>>();
  });

  test('a compiled schema is one of an unknown type too', () => {
    expectTypeOf(compile(Zod)).toExtend<Compiled>();
  });

  test('any schema at all', () => {
    expectTypeOf(compile({} as unknown)).toEqualTypeOf<Compiled<unknown, unknown>>();
    expectTypeOf(compile(JSON.parse('{}'))).toEqualTypeOf<Compiled<unknown, unknown>>();
  });

  test('what is decoded, encoded and parsed', () => {
    const compiled = compile(Zod);
    expectTypeOf(compiled.encode).parameter(0).toEqualTypeOf<z.input<typeof Zod>>();
    const decoded = compiled.decode({});
    if (decoded.issues) expectTypeOf(decoded.value).toEqualTypeOf<undefined>();
    else expectTypeOf(decoded.value).toEqualTypeOf<z.output<typeof Zod>>();
    expectTypeOf(compiled.format.parse('')).toEqualTypeOf<z.output<typeof Zod>>();
  });

  test('the compiled schema is itself a Standard Schema of the same types', () => {
    const compiled = compile(Zod);
    expectTypeOf<InputOf<typeof compiled>>().toEqualTypeOf<z.input<typeof Zod>>();
    expectTypeOf<OutputOf<typeof compiled>>().toEqualTypeOf<z.output<typeof Zod>>();
  });
});
