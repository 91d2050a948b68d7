// What a consumer sees of the built declarations: compiled by `npm run types`, never run.
import type Anthropic from '@anthropic-ai/sdk';
import { Type as OldType } from '@sinclair/typebox';
import { compile, SchemaError } from 'bascule';
import type * as runtime from 'bascule/runtime';
import { Type } from 'typebox';
import { z } from 'zod';

const Invoice = z.object({ total: z.number() });

const zod = compile(Invoice).decode(null);
if (zod.issues === undefined) zod.value.total satisfies number;

const typebox = compile(Type.Object({ total: Type.Number() })).decode(null);
if (typebox.issues === undefined) typebox.value.total satisfies number;

const oldTypebox = compile(OldType.Object({ total: OldType.Number() })).decode(null);
if (oldTypebox.issues === undefined) oldTypebox.value.total satisfies number;

export async function ask(client: Anthropic): Promise<number | undefined> {
  const { format } = compile(Invoice);
  const message = await client.messages.parse({
    model: 'claude-sonnet-4-5',
    max_tokens: 100,
    messages: [],
    output_config: { format },
  });
  return message.parsed_output?.total;
}

export type Runtime = keyof typeof runtime;
export const isOurs = (error: unknown): boolean => error instanceof SchemaError;
