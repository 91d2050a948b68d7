import type Anthropic from '@anthropic-ai/sdk';
import type { MessageStream } from '@anthropic-ai/sdk/lib/MessageStream';
import type { BetaRunnableTool, BetaToolRunContext } from '@anthropic-ai/sdk/lib/tools/BetaRunnableTool';
import { expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { compile } from '../../src/index.js';

const Invoice = z.object({ id: z.string(), at: z.date(), lines: z.record(z.string(), z.number()) });
type Invoice = z.output<typeof Invoice>;
const invoice = compile(Invoice);
const request = {
  model: 'claude-sonnet-5-5',
  max_tokens: 100,
  messages: [{ role: 'user', content: 'Hi' }],
} satisfies Anthropic.MessageCreateParams;
declare const client: Anthropic;

test('messages.parse types parsed_output', () => {
  const answer = client.messages.parse({ ...request, output_config: { format: invoice.format } });
  expectTypeOf<Awaited<typeof answer>['parsed_output']>().toEqualTypeOf<Invoice | null>();
  const beta = client.beta.messages.parse({ ...request, output_config: { format: invoice.format } });
  expectTypeOf<Awaited<typeof beta>['parsed_output']>().toEqualTypeOf<Invoice | null>();
});

test('messages.create takes the format', () => {
  const answer = client.messages.create({ ...request, output_config: { format: invoice.format } });
  expectTypeOf<Awaited<typeof answer>>().toExtend<Anthropic.Message>();
});

test('messages.stream types the parsed message', () => {
  const stream = client.messages.stream({ ...request, output_config: { format: invoice.format } });
  expectTypeOf(stream).toEqualTypeOf<MessageStream<Invoice>>();
});

test('a tool fits tools', () => {
  const tool = invoice.tool({ name: 'save', description: 'Saves an invoice' });
  client.messages.create({ ...request, tools: [tool] });
  client.messages.stream({ ...request, tools: [tool], output_config: { format: invoice.format } });
  expectTypeOf(tool).not.toHaveProperty('run');
});

test('a tool with run fits toolRunner', () => {
  const tool = invoice.tool({
    name: 'save',
    description: 'Saves an invoice',
    examples: [{ id: 'a', at: new Date(0), lines: { x: 1 } }],
    run: async (input, context) => {
      expectTypeOf(input).toEqualTypeOf<Invoice>();
      return `${input.at.toISOString()} ${context?.toolUse.id}`;
    },
  });
  client.beta.messages.toolRunner({ ...request, tools: [tool] });
  client.beta.messages.toolRunner({ ...request, stream: true, tools: [tool] });
  expectTypeOf(tool).toExtend<BetaRunnableTool<Invoice>>();
  expectTypeOf(tool.run).returns.toExtend<Promise<string>>();
});

test('run may answer content blocks, and take the context of the SDK', () => {
  const tool = invoice.tool({
    name: 'save',
    cache_control: { type: 'ephemeral', ttl: '1h' },
    allowed_callers: ['direct'],
    defer_loading: true,
    eager_input_streaming: true,
    close: () => undefined,
    run: (input, context?: BetaToolRunContext) => [{ type: 'text', text: input.id + context?.toolUse.type }],
  });
  client.beta.messages.toolRunner({ ...request, tools: [tool] });
  expectTypeOf(tool).toExtend<BetaRunnableTool<Invoice>>();
});

test('what run may not be', () => {
  // @ts-expect-error the answer of a tool is text or blocks
  invoice.tool({ name: 'save', run: () => 1 });
  // @ts-expect-error the input is an invoice
  invoice.tool({ name: 'save', run: (input: { other: string }) => input.other });
  // @ts-expect-error an example is an invoice
  invoice.tool({ name: 'save', examples: [{ id: 1 }] });
});
