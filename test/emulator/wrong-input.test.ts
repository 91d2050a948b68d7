import { connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { createEmulator } from '../../src/emulator/index.js';

const emulator = await createEmulator();
afterAll(() => emulator.close());
const headers = { 'x-api-key': 'x', 'content-type': 'application/json' };

/** Sends a path as it is, which `fetch` would not. */
function raw(path: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
    socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nx-api-key: x\r\nconnection: close\r\n\r\n`);
  });
}

test.each([['//'], ['///v1/models'], ['/%'], ['*'], ['http://[']])('the path %s is not found, and no fault', async (path) => {
  expect(await raw(path)).toBe('HTTP/1.1 404 Not Found');
});

async function refusal(body: object): Promise<unknown> {
  const request = { model: 'claude-sonnet-5-5', max_tokens: 10, messages: [{ role: 'user', content: 'Hi' }], ...body };
  const response = await fetch(`${emulator.url}/v1/messages`, { method: 'POST', headers, body: JSON.stringify(request) });
  return response.status === 400 ? ((await response.json()) as { error: { message: string } }).error.message : response.status;
}

const AT = 'messages.2.content.0.tool_result.content';
test.each([
  ['text', 'done', 200],
  ['nothing', undefined, 200],
  ['an image', [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'aa' } }], 200],
  ['a number', 5, `${AT}: Input should be a valid string or list`],
  ['an object', {}, `${AT}: Input should be a valid string or list`],
  ['a list of null', [null], `${AT}.0.type: Field required`],
  ['text without text', [{ type: 'text' }], `${AT}.0.text: Field required`],
  ['rows', [{ type: 'dog' }], expect.stringContaining(`${AT}.0: Input tag 'dog' found using 'type' does not match`)],
])('a result that is %s', async (_, content, answer) => {
  const tools = [{ name: 'a', input_schema: { type: 'object' } }];
  const messages = [
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'a', input: {} }] },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content }] },
  ];
  expect(await refusal({ messages, tools })).toEqual(answer);
});

test('output_config takes what the SDK knows', async () => {
  expect(await refusal({ output_config: { effort: 'low' } })).toBe(200);
  expect(await refusal({ output_config: { schema: {} } })).toBe('output_config.schema: Extra inputs are not permitted');
});

test.each<[unknown, RegExp]>([
  [null, /options of an emulator are an object/],
  [5, /options of an emulator are an object/],
  [{ prot: 8787 }, /no option "prot"; there are port, /],
  [{ models: 5 }, /"models" must be a list of models/],
  [{ models: ['claude-x'] }, /"models" must be a list of models/],
  [{ files: 5 }, /"files" must be an object/],
  [{ files: { a: {} } }, /The file "a" can not be handed out/],
])('options that are %j are refused', async (options, words) => {
  await expect(createEmulator(options as object)).rejects.toThrow(words);
});

test.each<[object, RegExp]>([
  [{ stop_reason: 5 }, /"stop_reason" of a reply must be a string/],
  [{ usage: 5 }, /"usage" of a reply must be an object/],
  [{ stop_details: 'x' }, /"stop_details" of a reply must be an object/],
  [{ value: { id: 5n } }, /"value" of a reply can't be sent as JSON/],
])('a reply that can not be sent is refused where it is scripted', (reply, words) => {
  expect(() => emulator.script(reply as never)).toThrow(words);
});

test('a file without content is refused', () => {
  expect(() => emulator.addFile('f', { filename: 'x' } as never)).toThrow(/The file "f" can not be handed out/);
});
