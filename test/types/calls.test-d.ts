import type Anthropic from '@anthropic-ai/sdk';
import { Type } from 'typebox';
import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { DeepPartial } from '../../src/index.js';
import { collectBatch, compile, defineTool, type Issue, parse, parseOrThrow, runTools, stream } from '../../src/index.js';

declare const client: Anthropic;
const request = { model: 'claude-sonnet-5-5', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hi' }] };
const Invoice = z.object({
  id: z.string(),
  at: z.string().transform((text) => new Date(text)),
  lines: z.array(z.object({ text: z.string(), count: z.number().default(1) })),
  totals: z.record(z.string(), z.number()),
});
type Value = z.output<typeof Invoice>;
type Lifted = z.input<typeof Invoice>;

describe('parse', () => {
  test('narrows by status', async () => {
    const answer = await parse(client, { ...request, output: Invoice });
    expectTypeOf(answer.message).toExtend<Anthropic.Message>();
    expectTypeOf(answer.requestId).toEqualTypeOf<string | undefined>();
    expectTypeOf(answer.attempts[0]?.message).toExtend<Anthropic.Message | undefined>();
    switch (answer.status) {
      case 'ok':
        expectTypeOf(answer.value).toEqualTypeOf<Value>();
        break;
      case 'refused':
        expectTypeOf(answer.category).toEqualTypeOf<string | null>();
        // @ts-expect-error there is none
        answer.value;
        break;
      case 'truncated':
        expectTypeOf(answer.partial).toEqualTypeOf<DeepPartial<Lifted> | undefined>();
        expectTypeOf(answer.complete).toEqualTypeOf<readonly string[]>();
        // @ts-expect-error it is never passed off as one
        answer.value;
        break;
      case 'invalid':
        expectTypeOf(answer.issues).toEqualTypeOf<readonly Issue[]>();
        break;
      case 'tool_use':
        expectTypeOf(answer.calls).toEqualTypeOf<readonly never[]>();
        break;
      default:
        expectTypeOf(answer.status).toEqualTypeOf<'paused' | 'empty'>();
    }
  });

  test('takes schemas of every kind, compiled or not', async () => {
    expectTypeOf(await parseOrThrow(client, { ...request, output: Invoice })).toEqualTypeOf<Value>();
    expectTypeOf(await parseOrThrow(client, { ...request, output: compile(Invoice) })).toEqualTypeOf<Value>();
    const Box = Type.Object({ a: Type.Number() });
    expectTypeOf(await parseOrThrow(client, { ...request, output: Box })).toEqualTypeOf<{ a: number }>();
    const json = await parseOrThrow(client, {
      ...request,
      output: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false },
    });
    expectTypeOf(json.a).toEqualTypeOf<string>();
  });

  test('takes what the client takes, beta or not', async () => {
    const beta = await parse(client.beta, { ...request, output: Invoice, betas: ['x'] });
    expectTypeOf(beta.message).toExtend<Anthropic.Beta.BetaMessage>();
    expectTypeOf((await parse(client.messages, { ...request, output: Invoice })).message).toExtend<Anthropic.Message>();
    // @ts-expect-error max_tokens is missing
    void parse(client, { model: 'm', messages: [], output: Invoice });
    // @ts-expect-error a schema that is missing is no request for text
    void parse(client, { ...request, output: undefined });
    // @ts-expect-error neither is a number
    void stream(client, { ...request, output: 5 });
    // @ts-expect-error there is no such setting
    void parse(client, { ...request, output: Invoice, repairs: 1 });
  });
});

const save = defineTool({ name: 'save', input: Invoice, run: ({ at }) => at.toISOString() });
const find = defineTool({ name: 'find', input: z.object({ id: z.string() }), approve: ({ input }) => input.id !== '' });

describe('tools', () => {
  test('keep their name, their schema and their input', () => {
    expectTypeOf(save.name).toEqualTypeOf<'save'>();
    expectTypeOf(save.input).toEqualTypeOf<typeof Invoice>();
    expectTypeOf(save.parse({})).toEqualTypeOf<Value>();
  });

  test('calls narrow by name and by whether they are valid', async () => {
    const answer = await parse(client, { ...request, output: Invoice, tools: [save, find] });
    if (answer.status !== 'tool_use') return;
    for (const call of answer.calls) {
      expectTypeOf(call.name).toEqualTypeOf<'save' | 'find'>();
      if (call.issues) expectTypeOf(call.issues).toEqualTypeOf<readonly Issue[]>();
      else if (call.name === 'save') expectTypeOf(call.input).toEqualTypeOf<Value>();
      else expectTypeOf(call.input).toEqualTypeOf<{ id: string }>();
    }
  });

  test('runs end in the same outcomes, with and without an output', async () => {
    const text = await runTools(client, { ...request, tools: [save] });
    if (text.status === 'ok') expectTypeOf(text.value).toEqualTypeOf<string>();
    const answer = await runTools(client, { ...request, tools: [save, find], output: Invoice });
    if (answer.status === 'ok') expectTypeOf(answer.value).toEqualTypeOf<Value>();
    void client.messages.create({ ...request, messages: [...answer.transcript, { role: 'user', content: 'And then?' }] });
    void runTools(client.beta, { ...request, tools: [save] }).then(({ transcript }) =>
      client.beta.messages.create({ ...request, messages: transcript }),
    );
    expectTypeOf(answer.ran[0]?.isError).toEqualTypeOf<boolean | undefined>();
  });

  test('fit the SDK', () => {
    void client.beta.messages.toolRunner({ ...request, tools: [save] });
    void client.messages.create({ ...request, tools: [save, find] });
  });
});

describe('stream', () => {
  test('partials, elements, the outcome', async () => {
    const answer = stream(client, { ...request, output: Invoice });
    for await (const { value, complete } of answer) {
      expectTypeOf(value).toEqualTypeOf<DeepPartial<Lifted> | undefined>();
      expectTypeOf(value?.lines?.[0]?.count).toEqualTypeOf<number | undefined>();
      expectTypeOf(complete.has('/lines')).toEqualTypeOf<boolean>();
    }
    for await (const line of answer.elements('/lines')) expectTypeOf(line).toEqualTypeOf<Lifted['lines'][number]>();
    const outcome = await answer.answer();
    if (outcome.status === 'ok') expectTypeOf(outcome.value).toEqualTypeOf<Value>();
  });

  test('inputs of tools narrow by the name of the tool', async () => {
    for await (const update of stream(client, { ...request, output: Invoice, tools: [find] }))
      if (update.tool) {
        expectTypeOf(update.tool.name).toEqualTypeOf<'find'>();
        expectTypeOf(update.value).toEqualTypeOf<DeepPartial<{ id: string }> | undefined>();
      } else expectTypeOf(update.value).toEqualTypeOf<DeepPartial<Lifted> | undefined>();
  });
});

test('batches', async () => {
  for await (const result of collectBatch(client, 'b', { output: Invoice })) {
    expectTypeOf(result.custom_id).toEqualTypeOf<string>();
    if (result.status === 'ok') expectTypeOf(result.value).toEqualTypeOf<Value>();
    else if (result.status === 'errored') expectTypeOf(result.error.type).toEqualTypeOf<string>();
  }
});
