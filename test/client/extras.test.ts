import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { betaMemoryTool } from '@anthropic-ai/sdk/helpers/beta/memory';
import { BetaLocalFilesystemMemoryTool } from '@anthropic-ai/sdk/tools/memory/node';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { safeName } from '../../src/client/save-files.js';
import { executions, mcpTools, runTools, SchemaError, saveFiles, screened, secretsAndPersonalData } from '../../src/index.js';
import { request, type Started, start } from './support.js';
import '../support/seed.js';

const folder = mkdtempSync(join(tmpdir(), 'bascule-extras-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let started: Started;
beforeAll(async () => {
  started = await start({
    files: { file_1: { filename: '../../etc/plot.png', content: 'one' }, file_2: { filename: 'plot.png', content: 'two' } },
  });
});

describe('code execution', () => {
  const message = {
    content: [
      { type: 'text', text: 'x' },
      {
        type: 'code_execution_tool_result',
        tool_use_id: 'a',
        content: {
          type: 'code_execution_result',
          return_code: 0,
          stdout: 'hi',
          stderr: '',
          content: [{ type: 'code_execution_output', file_id: 'file_1' }],
        },
      },
      {
        type: 'bash_code_execution_tool_result',
        tool_use_id: 'b',
        content: {
          type: 'bash_code_execution_result',
          return_code: 2,
          stdout: '',
          stderr: 'no',
          content: [{ type: 'bash_code_execution_output', file_id: 'file_2' }],
        },
      },
      {
        type: 'code_execution_tool_result',
        tool_use_id: 'c',
        content: { type: 'code_execution_tool_result_error', error_code: 'unavailable' },
      },
    ],
  };

  test('is told as it was', () =>
    expect(executions(message)).toEqual([
      { toolUseId: 'a', returnCode: 0, stdout: 'hi', stderr: '', files: ['file_1'] },
      { toolUseId: 'b', returnCode: 2, stdout: '', stderr: 'no', files: ['file_2'] },
      { toolUseId: 'c', error: 'unavailable' },
    ]));

  test('files are saved into one folder, nothing overwritten', async () => {
    const into = join(folder, 'files');
    const saved = await saveFiles(started.client, message, { folder: into });
    expect(saved).toEqual([
      { id: 'file_1', name: '../../etc/plot.png', path: join(into, 'plot.png') },
      { id: 'file_2', name: 'plot.png', path: join(into, 'plot-2.png') },
    ]);
    expect(readdirSync(into).sort()).toEqual(['plot-2.png', 'plot.png']);
    expect(saved.map(({ path }) => readFileSync(path, 'utf8'))).toEqual(['one', 'two']);
    await expect(saveFiles({}, message, { folder: into })).rejects.toThrow(/beta.files/);
  });

  test('no name leads anywhere else', () => {
    for (const [name, safe] of [
      ['a/b\\c.txt', 'c.txt'],
      ['..', 'file'],
      ['.bashrc', 'bashrc'],
      ['CON.txt', '_CON.txt'],
      ['a\u0000b:c', 'a_b_c'],
      [`${'x'.repeat(200)}.csv`, `${'x'.repeat(116)}.csv`],
    ] as const)
      expect(safeName(name)).toBe(safe);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(safeName(name)).toMatch(/^[^/\\:\0]{1,120}$/u);
        expect(safeName(name)).not.toMatch(/^\.|[. ]$/);
      }),
    );
  });
});

describe('memory', () => {
  const call = (input: object) => started.emulator.script({ tools: [{ name: 'memory', input }] }, { text: 'done' });
  const remember = async (input: object) => {
    call(input);
    const handlers = await BetaLocalFilesystemMemoryTool.init(folder);
    const tools = [betaMemoryTool(screened(handlers, secretsAndPersonalData))];
    const answer = await runTools(started.client.beta, { ...request, tools });
    expect(answer.status).toBe('ok');
    return answer.ran[0];
  };

  test('of the SDK survives a restart, refuses other paths, and is screened', async () => {
    const create = { command: 'create', path: '/memories/notes.md', file_text: 'The customer likes tea.' };
    expect(await remember(create)).toMatchObject({ isError: false });
    // Each call has a tool of its own, as after a restart.
    expect(await remember({ command: 'view', path: '/memories/notes.md' })).toMatchObject({
      isError: false,
      content: expect.stringContaining('likes tea'),
    });
    expect(await remember({ ...create, path: '/memories/../../outside.md' })).toMatchObject({ isError: true });
    expect(existsSync(join(folder, '..', 'outside.md'))).toBe(false);
    const secret = { ...create, path: '/memories/keys.md', file_text: 'key: sk-ant-abcdefghijklmnopqrstuv' };
    expect(await remember(secret)).toMatchObject({ isError: true, content: expect.stringContaining('an API key') });
    expect(existsSync(join(folder, 'memories', 'keys.md'))).toBe(false);
    const insert = { command: 'str_replace', path: '/memories/notes.md', old_str: 'tea', new_str: 'ann@example.com' };
    expect(await remember(insert)).toMatchObject({ isError: true, content: expect.stringContaining('an e-mail address') });
  });

  test.each([
    ['Call me at +49 30 901820 please', false],
    ['DE89 3704 0044 0532 0130 00', false],
    ['4242 4242 4242 4242', false],
    ['4242 4242 4242 4243', true],
    ['AKIAIOSFODNN7EXAMPLE', false],
    ['-----BEGIN RSA PRIVATE KEY-----', false],
    ['password: hunter2!', false],
    ['Order 8812345 of 2026-01-17 costs 1,250.00 EUR', true],
    ['The token limit is 4096.', true],
  ])('%s', (text, may) => expect(secretsAndPersonalData(text) === true).toBe(may));

  test('a screen takes linear time', () => {
    for (const piece of ['a', '1', '@', '1 ', '+1 ', 'AB12', '-----BEGIN ', 'a.'])
      expect(typeof secretsAndPersonalData(piece.repeat(20_000))).not.toBe('undefined');
  });
});

describe('a real MCP server', () => {
  const client = new Client({ name: 'test', version: '1' });
  beforeAll(async () => {
    const require = createRequire(import.meta.url);
    const manifest = require.resolve('@modelcontextprotocol/server-everything/package.json');
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [join(manifest, '../dist/index.js'), 'stdio'],
        stderr: 'ignore',
      }),
    );
  });
  afterAll(() => client.close());

  test('its tools are lowered, strict, and called through', async () => {
    const refused: string[] = [];
    const tools = await mcpTools(client, { onRefused: (name) => refused.push(name) });
    expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['echo', 'get-sum']));
    expect(refused).toEqual([]);
    for (const tool of tools)
      expect(tool).toMatchObject({ strict: true, input_schema: { type: 'object', additionalProperties: false } });
    const some = tools.filter(({ name }) => ['echo', 'get-sum', 'get-tiny-image'].includes(name));
    started.emulator.script(
      {
        tools: [
          { name: 'echo', input: { message: 'hello' } },
          { name: 'get-sum', input: { a: 2, b: 40 } },
          { name: 'get-sum', input: { a: 'x', b: 1 } },
          { name: 'get-tiny-image', input: {} },
        ],
      },
      { text: 'done' },
    );
    const answer = await runTools(started.client, { ...request, tools: some });
    expect(answer.status).toBe('ok');
    expect(answer.ran).toMatchObject([
      { isError: false, content: [{ type: 'text', text: expect.stringContaining('hello') }] },
      { isError: false, content: [{ type: 'text', text: expect.stringContaining('42') }] },
      { isError: true },
      { isError: false },
    ]);
    expect(JSON.stringify(answer.ran[3]?.content)).toContain('"media_type":"image/png"');
  });

  test('odd servers: names, pages, failures, schemas', async () => {
    const pages = [
      { tools: [{ name: 'a b', inputSchema: { type: 'object', properties: {} } }], nextCursor: 'x' },
      { tools: [{ name: 'a.b', inputSchema: { type: 'object', properties: {} } }] },
      { tools: [{ name: 'bad', inputSchema: { type: 'object', properties: { a: { $ref: 'https://example.com/a' } } } }] },
    ];
    const odd = (from: number) => {
      let page = from;
      return {
        listTools: async () => pages[page++] as (typeof pages)[number],
        callTool: async () => ({ isError: true, content: [{ type: 'text', text: 'jammed' }] }),
      };
    };
    const tools = await mcpTools(odd(0));
    expect(tools.map(({ name }) => name)).toEqual(['a_b', 'a_b_2']);
    started.emulator.script({ tools: [{ name: 'a_b', input: {} }] }, { text: 'done' });
    const answer = await runTools(started.client, { ...request, tools });
    expect(answer.ran).toMatchObject([{ isError: true, content: [{ type: 'text', text: 'jammed' }] }]);
    await expect(mcpTools(odd(2))).rejects.toBeInstanceOf(SchemaError);
  });
});
