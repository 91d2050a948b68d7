import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mayWait } from '../../../src/read/zod/parts.js';
import type { Schema } from '../../../src/read/zod/schema.js';

const late = z.string().refine(async (text) => text !== 'no');
const waits = (schema: z.ZodType): boolean => mayWait(schema as unknown as Schema);

describe('a check that has to be waited for is found wherever it stands', () => {
  test.each<[string, z.ZodType]>([
    ['itself', late],
    ['in an object', z.object({ a: late })],
    ['in the rest of an object', z.object({}).catchall(late)],
    ['in a list', z.array(late)],
    ['in a tuple', z.tuple([z.string(), late])],
    ['in the rest of a tuple', z.tuple([z.string()], late)],
    ['in a record', z.record(z.string(), late)],
    ['in a union', z.union([z.number(), late])],
    ['in an intersection', z.intersection(z.object({ a: late }), z.object({ b: z.string() }))],
    ['in an option', z.object({ a: late.optional().nullable() })],
    ['on an object', z.object({ a: z.string() }).refine(async () => true)],
    ['in a transform', z.string().transform(async (text) => text)],
    ['in a pipe', z.string().pipe(late)],
    ['in a preprocess', z.preprocess(async (value) => value, z.string())],
    ['behind a lazy one', z.lazy(() => late)],
    [
      'in a recursive one',
      z.object({
        a: late,
        get next() {
          return z.array(z.object({ a: late }));
        },
      }),
    ],
  ])('%s', (_, schema) => expect(waits(schema)).toBe(true));
});

test('schemas without code of the user are not waited for', () => {
  expect(
    waits(z.object({ id: z.uuid(), n: z.int().min(1), tags: z.array(z.enum(['a', 'b'])).max(3), at: z.tuple([z.number()]) })),
  ).toBe(false);
  expect(waits(z.union([z.object({ k: z.literal('a') }), z.record(z.string(), z.number().nullable())]))).toBe(false);
});
