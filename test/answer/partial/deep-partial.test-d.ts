import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { DeepPartial } from '../../../src/answer/partial/deep-partial.js';
import type { PartialReader } from '../../../src/answer/partial/reader.js';

interface Tree {
  name: string;
  children: Tree[];
}

describe('DeepPartial', () => {
  test('properties may be missing, at any depth', () => {
    expectTypeOf<DeepPartial<{ a: { b: string; c?: number } }>>().toEqualTypeOf<{
      readonly a?: { readonly b?: string; readonly c?: number };
    }>();
  });
  test('lists hold partial items', () => {
    expectTypeOf<DeepPartial<{ a: string }[]>>().toEqualTypeOf<readonly { readonly a?: string }[]>();
    expectTypeOf<DeepPartial<readonly number[]>>().toEqualTypeOf<readonly number[]>();
    expectTypeOf<DeepPartial<[string, { a: number }]>>().toEqualTypeOf<readonly (string | { readonly a?: number })[]>();
  });
  test('what comes whole stays itself', () => {
    expectTypeOf<DeepPartial<Date>>().toEqualTypeOf<Date>();
    expectTypeOf<DeepPartial<Map<string, { a: 1 }>>>().toEqualTypeOf<Map<string, { a: 1 }>>();
    expectTypeOf<DeepPartial<Set<string>>>().toEqualTypeOf<Set<string>>();
    expectTypeOf<DeepPartial<Uint8Array>>().toEqualTypeOf<Uint8Array>();
    expectTypeOf<DeepPartial<URL>>().toEqualTypeOf<URL>();
    expectTypeOf<DeepPartial<bigint | null | undefined | 'a' | 3 | true>>().toEqualTypeOf<
      bigint | null | undefined | 'a' | 3 | true
    >();
  });
  test('unknown stays unknown, unions are taken apart', () => {
    expectTypeOf<DeepPartial<unknown>>().toEqualTypeOf<unknown>();
    expectTypeOf<DeepPartial<{ k: 'a'; x: string } | null>>().toEqualTypeOf<{ readonly k?: 'a'; readonly x?: string } | null>();
  });
  test('records and recursion', () => {
    expectTypeOf<DeepPartial<Record<string, { a: number }>>>().toEqualTypeOf<{
      readonly [key: string]: { readonly a?: number } | undefined;
    }>();
    expectTypeOf<NonNullable<DeepPartial<Tree>['children']>[number]['name']>().toEqualTypeOf<string | undefined>();
  });
  test('the input side of a schema', () => {
    const schema = z.object({ at: z.string().pipe(z.coerce.date()), r: z.record(z.string(), z.object({ n: z.number() })) });
    expectTypeOf<DeepPartial<z.input<typeof schema>>['at']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<PartialReader<{ a: string }>['value']>().toEqualTypeOf<{ readonly a?: string } | undefined>();
  });
});
