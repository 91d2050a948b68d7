import Anthropic from '@anthropic-ai/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { compile } from '../../src/index.js';
import { MessagesServer } from '../support/messages-server.js';

const Invoice = z.object({ id: z.string(), at: z.date(), lines: z.record(z.string(), z.number()) });
const invoice = compile(Invoice);
const value = { id: 'a', at: new Date('2026-01-02T03:04:05.000Z'), lines: { x: 1, __proto__x: 2 } };
const wire = {
  id: 'a',
  at: '2026-01-02T03:04:05.000Z',
  lines: [
    { key: 'x', value: 1 },
    { key: '__proto__x', value: 2 },
  ],
};
const request = { model: 'test', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hi' }] };

const server = new MessagesServer();
let client: Anthropic;

beforeAll(async () => {
  client = new Anthropic({ apiKey: 'test', baseURL: await server.start(), maxRetries: 0 });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.requests.length = 0;
});

describe('the format in the SDK', () => {
  const output_config = { format: invoice.format };

  test('messages.create sends the wire schema and nothing of ours', async () => {
    server.willAnswer({ text: JSON.stringify(wire) });
    const message = await client.messages.create({ ...request, output_config });
    expect(message.content[0]).toMatchObject({ text: JSON.stringify(wire) });
    expect(server.requests[0]?.output_config).toEqual({ format: { type: 'json_schema', schema: invoice.wire } });
  });

  test('messages.parse lifts the answer', async () => {
    server.willAnswer({ text: JSON.stringify(wire) });
    const message = await client.messages.parse({ ...request, output_config });
    expect(message.parsed_output).toEqual(value);
    expect(server.requests[0]?.output_config).toEqual({ format: { type: 'json_schema', schema: invoice.wire } });
  });

  test('messages.parse throws with the place of what is wrong', async () => {
    server.willAnswer({ text: JSON.stringify({ ...wire, lines: [{ key: 'x', value: 'one' }] }) });
    await expect(client.messages.parse({ ...request, output_config })).rejects.toThrow(/lines\.x/);
  });

  test('messages.stream ends with the lifted message', async () => {
    server.willAnswer({ text: JSON.stringify(wire) });
    const message = await client.messages.stream({ ...request, output_config }).finalMessage();
    expect(message.parsed_output).toEqual(value);
  });

  test('the beta interface takes it too', async () => {
    server.willAnswer({ text: JSON.stringify(wire) });
    const message = await client.beta.messages.parse({ ...request, output_config });
    expect(message.parsed_output).toEqual(value);
  });
});

describe('a tool in the SDK', () => {
  test('tools take it as it is', async () => {
    server.willAnswer({ text: 'done' });
    const tool = invoice.tool({ name: 'save', description: 'Saves', cache_control: { type: 'ephemeral' }, examples: [value] });
    await client.messages.create({ ...request, tools: [tool] });
    expect(server.requests[0]?.tools).toEqual([
      {
        name: 'save',
        description: 'Saves',
        strict: true,
        cache_control: { type: 'ephemeral' },
        input_schema: compile(Invoice, { mode: 'tool' }).wire,
        input_examples: [wire],
      },
    ]);
  });

  test.each([false, true])('toolRunner runs it with the lifted input (stream: %s)', async (stream) => {
    const seen: unknown[] = [];
    const tool = invoice.tool({
      name: 'save',
      description: 'Saves',
      run: async (input, context) => {
        seen.push(input, context?.toolUse.id);
        return 'saved';
      },
    });
    server.willAnswer({ call: { name: 'save', input: wire } }, { text: 'done' });
    const runner = client.beta.messages.toolRunner({ ...request, stream, tools: [tool] });
    const last = await runner.runUntilDone();
    expect(last.content[0]).toMatchObject({ text: 'done' });
    expect(seen).toEqual([value, 'toolu_1']);
    expect(JSON.stringify(server.requests[1])).toContain('saved');
    expect(server.requests[0]?.tools).toEqual([
      { name: 'save', description: 'Saves', strict: true, type: 'custom', input_schema: tool.input_schema },
    ]);
  });

  test('toolRunner hands the model the issues of an input that is not valid', async () => {
    const tool = invoice.tool({ name: 'save', run: () => 'saved' });
    server.willAnswer({ call: { name: 'save', input: { ...wire, at: 'never' } } }, { text: 'done' });
    await client.beta.messages.toolRunner({ ...request, tools: [tool] }).runUntilDone();
    expect(JSON.stringify(server.requests[1])).toMatch(/is_error":true/);
    expect(JSON.stringify(server.requests[1])).toMatch(/at: /);
  });
});
