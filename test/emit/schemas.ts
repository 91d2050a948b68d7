import { FormatRegistry, Type as Type0 } from '@sinclair/typebox';
import { Type } from 'typebox';
import * as z from 'zod';
import * as mini from 'zod/mini';

/** Schemas of every library, as users export them: what the generated modules of the tests import. */

export const Invoice = z.object({
  id: z.string(),
  at: z.date(),
  lines: z.record(z.string(), z.number()),
  size: z.tuple([z.number(), z.number()]).optional(),
  mail: z.email().catch('nobody@example.com'),
  note: z.string().default('none'),
});

export interface Tree {
  readonly name: string;
  readonly kids: readonly Tree[];
}
const Node: z.ZodType<Tree> = z.object({ name: z.string(), kids: z.lazy(() => z.array(Node)) });
export default Node;

export const Small = mini.object({ id: mini.string(), tag: mini.optional(mini.enum(['a', 'b'])) });

export const Later = z.object({ id: z.string().refine(async (id) => id !== 'no') });

export const Box = Type.Object({
  id: Type.String(),
  at: Type.Codec(Type.String())
    .Decode((text) => new Date(text))
    .Encode((value) => value.toISOString()),
  any: Type.Unknown(),
});

FormatRegistry.Set('even', (text) => text.length % 2 === 0);
export const Box0 = Type0.Object({
  id: Type0.String({ format: 'even' }),
  mail: Type0.Optional(Type0.String({ format: 'email' })),
  at: Type0.Transform(Type0.String())
    .Decode((text) => new Date(text))
    .Encode((value) => value.toISOString()),
});

interface Standard<Input, Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
    ) => { readonly value: Output } | { readonly issues: readonly { readonly message: string }[] };
    readonly jsonSchema: { input(): Record<string, unknown>; output(): Record<string, unknown> };
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

export const Std: Standard<{ n: number }, { doubled: number }> = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: (value) => {
      const { n } = value as { n: number };
      return n > 0 ? { value: { doubled: n * 2 } } : { issues: [{ message: 'n is not positive' }] };
    },
    jsonSchema: {
      input: () => ({ type: 'object', properties: { n: { type: 'number' } }, required: ['n'], additionalProperties: false }),
      output: () => ({
        type: 'object',
        properties: { doubled: { type: 'number' } },
        required: ['doubled'],
        additionalProperties: false,
      }),
    },
  },
};
const odd = Std;

export { odd as 'odd name', odd as schema };
