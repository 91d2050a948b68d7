import { describe, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { isZod, type ZodInput, type ZodLike, type ZodOutput } from '../../../src/read/zod/index.js';

describe('types', () => {
  it('are those of Zod', () => {
    const schema = z.object({ n: z.string().transform(Number), d: z.date().default(new Date(0)) });
    expectTypeOf<ZodInput<typeof schema>>().toEqualTypeOf<z.input<typeof schema>>();
    expectTypeOf<ZodOutput<typeof schema>>().toEqualTypeOf<z.output<typeof schema>>();
  });

  it('of zod/mini too', () => {
    const schema = mini.object({ a: mini.optional(mini.string()) });
    expectTypeOf<ZodInput<typeof schema>>().toEqualTypeOf<mini.input<typeof schema>>();
  });

  it('recognise a schema', () => {
    expectTypeOf<z.ZodType<string, number>>().toExtend<ZodLike<number, string>>();
    const unknown: unknown = z.string();
    if (isZod(unknown)) expectTypeOf(unknown).toEqualTypeOf<ZodLike>();
  });
});
