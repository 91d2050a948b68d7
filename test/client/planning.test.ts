import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as light from '../../src/client.js';
import { createEmulator } from '../../src/emulator/index.js';
import {
  collectBatch,
  compile,
  compileRequest,
  countTokens,
  defineTool,
  mcpTools,
  parse,
  RequestError,
  runTools,
  stream,
  submitBatch,
} from '../../src/index.js';
import { measureOf } from '../../src/plan/spend.js';
import { manyTools, optionals } from '../request/requests.js';
import { Invoice, request, type Started, start } from './support.js';

let started: Started;
beforeAll(async () => {
  started = await start();
});

const Large = optionals(60);
const VALUE = { field0: 'a', field20: 'b', field59: 'c' };
const WIRE = compileRequest({ output: Large }).output.encode(VALUE);

interface Sent {
  readonly output_config: { readonly format: { readonly schema: never } };
  readonly tools: readonly { readonly name: string; readonly strict?: boolean; readonly input_schema: never }[];
}

function lastSent(): Sent {
  return started.emulator.requests.at(-1)?.body as unknown as Sent;
}

describe('a schema that is too large by itself', () => {
  test('parse, stream and countTokens send what fits, and read what comes back', async () => {
    started.emulator.script({ value: WIRE }, { value: WIRE });
    const answer = await parse(started.client, { ...request, output: Large });
    expect(answer).toMatchObject({ status: 'ok', value: VALUE, demoted: [] });
    expect(measureOf(lastSent().output_config.format.schema)).toMatchObject({ optional: 10, union: 16 });
    const streamed = stream(started.client, { ...request, output: Large });
    for await (const _ of streamed);
    expect(await streamed.answer()).toMatchObject({ status: 'ok', value: VALUE });
    expect((await countTokens(started.client, { ...request, output: Large })).input_tokens).toBeGreaterThan(0);
  });

  test('settings of the plan are not sent', async () => {
    const { output, plan } = compileRequest({ output: Large, margin: 0 });
    started.emulator.script({ value: output.encode(VALUE) });
    const answer = await parse(started.client, { ...request, output: Large, planning: { margin: 0, plan } });
    expect(answer).toMatchObject({ status: 'ok', value: VALUE });
    expect(measureOf(lastSent().output_config.format.schema).optional).toBe(24);
    expect(lastSent()).not.toHaveProperty('planning');
  });

  test('batches are read by the plan they were sent with', async () => {
    const tools = [defineTool({ name: 'other', input: optionals(8) })];
    const wire = compileRequest({ output: Large, tools, margin: 3 }).output.encode(VALUE);
    const emulator = await createEmulator({ reply: () => ({ value: wire }) });
    const client = new Anthropic({ baseURL: emulator.url, apiKey: 'offline', maxRetries: 0 });
    const batch = await submitBatch(client, {
      ...request,
      output: Large,
      tools,
      planning: { margin: 3 },
      probe: false,
      items: [{ custom_id: 'one', messages: request.messages }],
    });
    expect(batch.plan).toMatchObject({ version: 1, target: 'claude' });
    for await (const result of collectBatch(client, JSON.parse(JSON.stringify(batch)), { output: Large, poll: 10 }))
      expect(result).toMatchObject({ custom_id: 'one', status: 'ok', value: VALUE });
    await emulator.close();
  });
});

describe('more tools than can be strict', () => {
  const tools = [
    ...manyTools().slice(0, 30),
    defineTool({ name: 'last', input: optionals(30, 'x'), run: (input) => Object.keys(input).join() }),
  ];

  test('the last ones are not, and the outcome says so', async () => {
    started.emulator.script({ tools: [{ name: 'tool_29', input: { t29_0: 'x' } }] });
    const answer = await parse(started.client, { ...request, output: Invoice, tools });
    expect(answer).toMatchObject({ status: 'tool_use', calls: [{ name: 'tool_29', input: { t29_0: 'x' } }] });
    expect(answer.demoted).toEqual(tools.slice(20).map(({ name }) => name));
    expect(lastSent().tools.filter(({ strict }) => strict)).toHaveLength(20);
  });

  test('their inputs are decoded and checked all the same', async () => {
    const last = [...tools.slice(0, 20), tools.at(-1) as (typeof tools)[number]];
    started.emulator.script(
      {
        tools: [
          { name: 'last', input: { x3: 'a', x29: 'b' } },
          { name: 'last', input: { x3: 7 } },
        ],
      },
      { text: 'done' },
    );
    const answer = await runTools(started.client, { ...request, tools: last });
    expect(answer).toMatchObject({ status: 'ok', demoted: ['last'] });
    expect(answer.ran).toMatchObject([{ isError: false, content: 'x3,x29' }, { isError: true }]);
  });
});

test('what does not fit is refused before it is sent', async () => {
  const before = started.emulator.requests.length;
  const strict = Array.from({ length: 21 }, (_, index) => ({
    name: `t${index}`,
    strict: true,
    input_schema: { type: 'object' as const, properties: {}, additionalProperties: false },
  }));
  await expect(parse(started.client, { ...request, output: Invoice, tools: strict })).rejects.toThrow(RequestError);
  expect(started.emulator.requests).toHaveLength(before);
});

test('the entry without the compiler sends compiled schemas as they are, and plans nothing', async () => {
  const output = compile(optionals(20));
  started.emulator.script({ value: {} });
  expect(await light.parse(started.client, { ...request, output })).toMatchObject({ status: 'ok', value: {}, demoted: [] });
  expect(lastSent().output_config.format.schema).toEqual(output.wire);
  await expect(light.parse(started.client, { ...request, output, planning: { margin: 0 } })).rejects.toThrow(/holds no compiler/);
});

describe('three real MCP servers at once', () => {
  const servers = [
    ['server-everything', ['stdio']],
    ['server-filesystem', [mkdtempSync(join(tmpdir(), 'files-'))]],
    ['server-memory', []],
  ] as const;
  const clients: Client[] = [];
  beforeAll(async () => {
    const require = createRequire(import.meta.url);
    for (const [name, more] of servers) {
      const client = new Client({ name: 'test', version: '1' });
      const manifest = require.resolve(`@modelcontextprotocol/${name}/package.json`);
      const args = [join(manifest, '../dist/index.js'), ...more];
      await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
      clients.push(client);
    }
  }, 60_000);
  afterAll(() => Promise.all(clients.map((client) => client.close())));

  test('all their tools and an output fit in one request', async () => {
    const tools = (await Promise.all(clients.map((client) => mcpTools(client)))).flat();
    expect(tools.length).toBeGreaterThan(30);
    const { spend, demoted } = compileRequest({ output: Invoice, tools });
    expect(spend.optional).toBeLessThanOrEqual(10);
    expect(spend.union).toBeLessThanOrEqual(16);
    expect(spend.strictTools).toBe(20);
    expect(demoted).toHaveLength(tools.length - 20);
    started.emulator.script(
      {
        tools: [
          { name: 'echo', input: { message: 'hello' } },
          { name: 'create_entities', input: { entities: [{ name: 'a', entityType: 'b', observations: [] }] } },
        ],
      },
      { text: 'done' },
    );
    const answer = await runTools(started.client, { ...request, tools });
    expect(answer.status).toBe('ok');
    expect(answer.ran).toMatchObject([{ isError: false }, { isError: false }]);
  });
});
