import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countTokens, parse, RequestError, stream, warm } from '../../src/index.js';
import { Invoice, invoice, misbehaving, request, type Started, start } from './support.js';

let started: Started;
beforeAll(async () => {
  started = await start({
    models: [{ id: 'claude-plain-9', structuredOutputs: false }],
  });
});
beforeEach(() => {
  (started.emulator.requests as unknown[]).length = 0;
});
const sent = () => started.emulator.requests.map(({ path, body }) => ({ path, body }));

describe('countTokens', () => {
  test('counts the lowered request, and sends nothing else', async () => {
    const tools = [invoice.tool({ name: 'save' })];
    const counted = await countTokens(started.client, { ...request, output: Invoice, tools, repair: { attempts: 1 } });
    expect(counted.input_tokens).toBeGreaterThan(100);
    const { max_tokens: _, ...counts } = request;
    expect(sent()).toMatchObject([
      {
        path: '/v1/messages/count_tokens',
        body: { ...counts, output_config: { format: { schema: invoice.wire } }, tools: [{ name: 'save', strict: true }] },
      },
    ]);
    expect(sent()[0]?.body).not.toHaveProperty('max_tokens');
    const plain = await countTokens(started.client, { ...request });
    expect(plain.input_tokens).toBeLessThan(counted.input_tokens);
  });

  test('a client without it says so', async () => {
    await expect(countTokens({ messages: { create: async () => ({}) } } as never, { ...request } as never)).rejects.toThrow(
      /countTokens/,
    );
  });
});

test('warm asks for one token of the same schema, and says how long it took', async () => {
  const warmed = await warm(started.client, { model: request.model, output: Invoice });
  expect(warmed.ms).toBeGreaterThan(0);
  expect(warmed.requestId).toMatch(/^req_/);
  expect(sent()).toMatchObject([
    { path: '/v1/messages', body: { max_tokens: 1, output_config: { format: { schema: invoice.wire } } } },
  ]);
});

describe('a request that can not work', () => {
  const strict = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      name: `tool${index}`,
      strict: true,
      input_schema: { type: 'object' as const, properties: {}, additionalProperties: false },
    }));

  test.each<[string, object]>([
    [
      'citations',
      {
        messages: [
          {
            role: 'user',
            content: [
              { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' }, citations: { enabled: true } },
            ],
          },
        ],
      },
    ],
    ['prefill', { messages: [...request.messages, { role: 'assistant', content: '{' }] }],
    ['stop sequences', { stop_sequences: ['}'] }],
    ['a forced tool on a model that has none', { tools: strict(1), tool_choice: { type: 'any' } }],
    ['strict and called by code', { tools: [{ ...strict(1)[0], allowed_callers: ['code_execution_20260120'] }] }],
    ['tools of one name', { tools: [...strict(1), ...strict(1)] }],
    ['a bad name', { tools: [{ ...strict(1)[0], name: 'a b' }] }],
    ['too many strict tools', { tools: strict(21) }],
    ['a model without structured outputs', { model: 'claude-3-5-haiku-20241022' }],
    [
      'an older code execution beside the newer search',
      {
        tools: [
          { type: 'web_search_20260318', name: 'web_search' },
          { type: 'code_execution_20250825', name: 'code_execution' },
        ],
      },
    ],
  ])('is not sent: %s', async (_, more) => {
    const asked = { ...request, output: Invoice, ...more };
    for (const way of [() => parse(started.client, asked as never), () => stream(started.client, asked as never).answer()]) {
      const error = await (way() as Promise<unknown>).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(RequestError);
      for (const { message, help } of (error as RequestError).diagnostics) {
        expect(message.length).toBeGreaterThan(20);
        expect(help.length).toBeGreaterThan(10);
      }
    }
    expect(sent()).toEqual([]);
  });

  test('a model that the Models API knows to have none is refused', async () => {
    const asked = { ...request, model: 'claude-plain-9', output: Invoice, checkModel: true };
    await expect(parse(started.client, asked)).rejects.toThrow(/claude-plain-9.*structured outputs/);
    expect(sent().map(({ path }) => path)).toEqual(['/v1/models/claude-plain-9']);
  });

  test('the Models API is asked when wanted', async () => {
    const asked = { ...request, output: Invoice, checkModel: true, ...misbehaving('truncate=1') };
    await parse(started.client, asked);
    await parse(started.client, asked);
    expect(sent().map(({ path }) => path)).toEqual([`/v1/models/${request.model}`, '/v1/messages', '/v1/messages']);
  });
});
