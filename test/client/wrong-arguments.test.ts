import { describe, expect, test } from 'vitest';
import * as bascule from '../../src/index.js';
import { Invoice, request, start } from './support.js';

const { emulator, client } = await start();
const { parse, parseOrThrow, runTools, countTokens, warm, submitBatch, stream, defineTool, RequestError, SchemaError } = bascule;
type Loose = (...given: readonly unknown[]) => unknown;
const CALLS = { parse, parseOrThrow, runTools, countTokens, warm, submitBatch, stream } as unknown as Record<string, Loose>;
const thrown = async (call: () => unknown): Promise<Error> => {
  const before = emulator.requests.length;
  const error = await Promise.resolve()
    .then(call)
    .then(
      () => expect.fail('it went through'),
      (reason: Error) => reason,
    );
  expect(emulator.requests).toHaveLength(before);
  return error;
};

describe.each(Object.entries(CALLS))('%s', (_, call) => {
  test.each([[undefined], [null], [5], ['x'], [[]]])('says that %j are no parameters', async (params) => {
    const error = await thrown(() => call(client, params));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(/^The parameters of the call are .*, but must be an object/);
  });

  test('asks for a client first', async () => {
    expect((await thrown(() => call())).message).toMatch(/^The first argument is no client/);
  });
});

const WRONG: readonly (readonly [name: string, value: unknown, path: string, words: string | RegExp])[] = [
  ['tools', 5, '/tools', '`tools` is 5. Give a list of tools'],
  ['tools', {}, '/tools', '`tools` is an object.'],
  ['tools', [null], '/tools/0', '`tools.0` is null.'],
  ['tools', [undefined], '/tools/0', '`tools.0` is undefined.'],
  ['signal', new AbortController(), '/signal', 'the `signal` of an AbortController, not the controller itself'],
  ['signal', 'x', '/signal', '`signal` is "x".'],
  ['headers', 'x', '/headers', 'an object with the value of each header'],
  ['repair', true, '/repair', '`repair` is true. Give `{ attempts: 1 }`'],
  ['repair', {}, '/repair/attempts', '`repair.attempts` is undefined. Give a whole number from 0 on'],
  ['truncation', true, '/truncation', '`truncation` is true.'],
  ['truncation', { retry: {} }, '/truncation/retry/maxTokens', 'Give a whole number from 1 on'],
  ['planning', 5, '/planning', '`planning` is 5.'],
  ['output_config', 'low', '/output_config', '`output_config` is "low".'],
  ['messages', [null], '/messages/0', 'no message, but no object at all'],
];

test.each(WRONG)('%s: %j is told, and nothing is sent', async (name, value, path, words) => {
  const error = (await thrown(() =>
    CALLS['parse']?.(client, { ...request, output: Invoice, [name]: value }),
  )) as bascule.SchemaError;
  expect(error).toBeInstanceOf(RequestError);
  expect(error.diagnostics).toMatchObject([{ path }]);
  expect(error.message).toMatch(words);
});

test.each(['parse', 'parseOrThrow', 'stream'])('%s without an output does not pass for a request of text', async (name) => {
  const error = await thrown(() => CALLS[name]?.(client, { ...request, output: undefined }));
  expect(error).toBeInstanceOf(RequestError);
  expect(error.message).toMatch(/^\/output: There is no `output`, .* import each other in a circle/);
});

test.each([
  ['idleTimeout', 'stream', 2 ** 31],
  ['idleTimeout', 'stream', 0],
  ['onEvent', 'stream', 5],
  ['toolTimeout', 'runTools', 3e9],
  ['approve', 'runTools', true],
  ['onResult', 'runTools', {}],
  ['onSubmitted', 'submitBatch', 'x'],
])('%s of %s can not be %j', async (name, call, value) => {
  const items = [{ custom_id: 'a' }];
  const error = await thrown(() => CALLS[call]?.(client, { ...request, output: Invoice, tools: [], items, [name]: value }));
  expect(error).toBeInstanceOf(RequestError);
  expect(error.message).toMatch(new RegExp(`^/${name}: \`${name}\` is `));
});

test.each([
  [undefined, /^The definition of the tool is undefined\. Pass/],
  [{ input: Invoice }, /^\/name: `name` is undefined\./],
  [{ name: 5, input: Invoice }, /^\/name: `name` is 5\./],
  [{ name: 'a' }, /^\/input: `input` is undefined\./],
  [{ name: 'a', input: Invoice, run: 'x' }, /^\/run: `run` is "x"\. Give a function/],
  [{ name: 'a', input: Invoice, approve: {} }, /^\/approve: `approve` is an object\./],
  [{ name: 'a', input: Invoice, examples: {} }, /^\/examples: `examples` is an object\. Give a list/],
])('defineTool(%j) says what is wrong', (definition, words) => {
  expect(() => (defineTool as Loose)(definition)).toThrow(words);
  if (definition) expect(() => (defineTool as Loose)(definition)).toThrow(SchemaError);
});

test.each([
  ['a promise', Promise.resolve(Invoice), 'a promise (an `await` is missing)'],
  ['a date', new Date(0), 'an object of the class Date'],
  ['a map', new Map(), 'an object of the class Map'],
])('%s is no schema that takes anything', async (_, output, kind) => {
  const error = await thrown(() => parse(client, { ...request, output }));
  expect(error).toBeInstanceOf(SchemaError);
  expect(error.message).toContain(`Expected a schema, but got ${kind}.`);
});

test('a schema that can not be asked for its parts is a SchemaError', async () => {
  const output = new Proxy({}, { get: () => expect.fail('no'), has: () => expect.fail('no') });
  expect(await thrown(() => parse(client, { ...request, output }))).toBeInstanceOf(SchemaError);
});

test.each([
  ['saveFiles', () => bascule.saveFiles(client, { content: [] }, {} as never), /no `folder`/],
  ['saveFiles', () => bascule.saveFiles(client, {} as never, { folder: 'x' }), /no message: it has no list `content`/],
  ['executions', () => bascule.executions(undefined as never), /no message/],
  ['mcpTools', () => bascule.mcpTools({} as never), /has no `listTools`/],
  ['mcpTools', () => bascule.mcpTools({ listTools: async () => ({ tools: [null] }) } as never), /no list of tools with names/],
  ['retryable', () => bascule.retryable({} as never), /no list of results/],
  ['screened', () => bascule.screened(undefined as never, () => true), /`handlers` is no object/],
  ['screened', () => bascule.screened({}, 5 as never), /`check` is no function/],
])('%s says what it takes', async (_, call, words) => {
  const error = await thrown(call);
  expect(error).toBeInstanceOf(TypeError);
  expect(error.message).toMatch(words);
});

test('what is screened is whatever would be stored, and only true stores it', async () => {
  const stored: unknown[] = [];
  const handlers = { create: async (command: unknown) => void stored.push(command) };
  const secret = { path: '/memories/a', file_text: { key: 'sk-ant-api03-abcdefghijklmnopqrstuvwxyz' } };
  await expect(bascule.screened(handlers, bascule.secretsAndPersonalData).create(secret)).rejects.toThrow(/an API key/);
  for (const answer of [undefined, null, false, 1, {}])
    await expect(bascule.screened(handlers, () => answer as never).create({ path: 'a' })).rejects.toThrow(/^Not stored\.$/);
  expect(stored).toEqual([]);
});
