import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { modelsById } from '../../src/emulator/models.js';
import { claude } from '../../src/targets/claude.js';
import { misbehave, params, post, start, textOf } from './support.js';

describe('counting tokens', () => {
  test('gives what the message then says', async () => {
    const { client } = await start();
    const { max_tokens: _, ...counted } = params();
    const { input_tokens } = await client.messages.countTokens(counted);
    expect((await client.messages.create(params())).usage.input_tokens).toBe(input_tokens);
    expect((await client.beta.messages.countTokens(counted)).input_tokens).toBe(input_tokens);
    expect((await client.messages.countTokens({ ...counted, system: 'Be brief, and say so.' })).input_tokens).toBeGreaterThan(
      input_tokens,
    );
  });

  test('refuses what a message would be refused for, but compiles no grammar', async () => {
    const { client } = await start();
    const schema = {
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`p${at}`, { type: 'null' }])),
      additionalProperties: false,
    };
    const { max_tokens: _, ...counted } = params({ output_config: { format: { type: 'json_schema', schema } } });
    expect((await client.messages.countTokens(counted)).input_tokens).toBeGreaterThan(100);
    await expect(client.messages.countTokens({ ...counted, model: 'none' })).rejects.toMatchObject({ status: 404 });
  });
});

test('everything else fails so many times too', async () => {
  const { client, emulator } = await start({ batchMs: 0 }, 2);
  const header = misbehave('fail=503; times=2; retry-after-ms=1');
  const { max_tokens: _, ...counted } = params();
  expect((await client.messages.countTokens(counted, header)).input_tokens).toBeGreaterThan(0);
  expect((await client.models.retrieve('claude-sonnet-5-5', {}, header)).type).toBe('model');
  const { id } = await client.messages.batches.create({ requests: [{ custom_id: 'a', params: params() }] }, header);
  expect((await client.messages.batches.retrieve(id, {}, header)).id).toBe(id);
  expect(emulator.requests).toHaveLength(12);
});

describe('models', () => {
  test('are listed in pages, with what they can do', async () => {
    const { client } = await start({ models: [{ id: 'mine', structuredOutputs: false }] });
    const all = [];
    for await (const model of client.models.list({ limit: 5 })) all.push(model);
    expect(all.map(({ id }) => id)).toEqual([...modelsById([{ id: 'mine' }], claude).keys()]);
    expect(all[0]).toMatchObject({ id: 'mine', type: 'model', capabilities: { structured_outputs: { supported: false } } });
    const sonnet = await client.models.retrieve('claude-sonnet-5-5');
    expect(sonnet).toMatchObject({
      display_name: 'Claude Sonnet 5.5',
      line: 'sonnet',
      capabilities: { structured_outputs: { supported: true } },
    });
    expect((await client.models.retrieve('claude-opus-4-1')).capabilities?.structured_outputs.supported).toBe(false);
    await expect(client.models.retrieve('claude-0')).rejects.toMatchObject({
      status: 404,
      error: { error: { message: 'model: claude-0' } },
    });
    expect((await client.beta.models.retrieve('mine')).id).toBe('mine');
  });

  test('are the ones that the target knows by name', () => {
    const known = [...modelsById([], claude).values()];
    for (const id of claude.models?.structuredOutputs.value ?? [])
      expect(
        known.some((model) => model.id.replace(/-\d{8}$/, '') === id && model.structuredOutputs),
        id,
      ).toBe(true);
  });
});

test('files are told of and handed out', async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
  const { client, emulator } = await start({ files: { file_1: { filename: 'a.csv', content: 'a,é\n', mimeType: 'text/csv' } } });
  emulator.addFile('file_2', { filename: '../b.bin', content: bytes });
  expect(await client.files.retrieveMetadata('file_1')).toMatchObject({
    id: 'file_1',
    type: 'file',
    filename: 'a.csv',
    mime_type: 'text/csv',
    size_bytes: 5,
    downloadable: true,
  });
  expect(await (await client.files.download('file_1')).text()).toBe('a,é\n');
  expect(new Uint8Array(await (await client.beta.files.download('file_2')).arrayBuffer())).toEqual(bytes);
  await expect(client.files.download('file_3')).rejects.toMatchObject({ status: 404 });
});

describe('bad requests', () => {
  const key = { 'x-api-key': 'offline' };
  test.each<[string, string, RequestInit, number, string, string]>([
    [
      'no key',
      '/v1/messages',
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
      401,
      'authentication_error',
      'x-api-key header is required',
    ],
    [
      'an empty key',
      '/v1/models',
      { headers: { 'x-api-key': ' ' } },
      401,
      'authentication_error',
      'x-api-key header is required',
    ],
    ['an unknown path', '/v1/complete', { headers: key }, 404, 'not_found_error', 'Not found: GET /v1/complete'],
    ['the root', '/', { headers: key }, 404, 'not_found_error', 'Not found: GET /'],
    ['another method', '/v1/messages', { headers: key }, 405, 'invalid_request_error', 'Method Not Allowed: GET /v1/messages'],
    [
      'no JSON',
      '/v1/messages',
      { method: 'POST', body: '{"a":', headers: { ...key, 'content-type': 'application/json' } },
      400,
      'invalid_request_error',
      'The request body is not valid JSON',
    ],
    [
      'no body',
      '/v1/messages',
      { method: 'POST', headers: { ...key, 'content-type': 'application/json' } },
      400,
      'invalid_request_error',
      'The request body is not valid JSON',
    ],
    [
      'a list',
      '/v1/messages',
      { method: 'POST', body: '[]', headers: { ...key, 'content-type': 'application/json' } },
      400,
      'invalid_request_error',
      'The request body must be a JSON object.',
    ],
    [
      'another type',
      '/v1/messages',
      { method: 'POST', body: '{}', headers: { ...key, 'content-type': 'text/plain' } },
      400,
      'invalid_request_error',
      "must be application/json, but it is 'text/plain'",
    ],
    [
      'great depth',
      '/v1/messages',
      { method: 'POST', body: `{"a":${'['.repeat(200_000)}`, headers: { ...key, 'content-type': 'application/json' } },
      400,
      'invalid_request_error',
      'The request body is nested too deeply.',
    ],
    [
      'an odd limit',
      '/v1/models?limit=0',
      { headers: key },
      400,
      'invalid_request_error',
      'limit: Input should be between 1 and 1000',
    ],
    [
      'an unknown place',
      '/v1/models?after_id=x',
      { headers: key },
      400,
      'invalid_request_error',
      "after_id: there is nothing with the id 'x'",
    ],
    ['an odd escape', '/v1/models/%E0%A4%A', { headers: key }, 404, 'not_found_error', 'model: %E0%A4%A'],
  ])('%s', async (_, path, init, status, type, message) => {
    const { emulator } = await start();
    const response = await fetch(`${emulator.url}${path}`, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      type: 'error',
      error: { type, message: expect.stringContaining(message) },
      request_id: response.headers.get('request-id'),
    });
    expect(emulator.requests).toHaveLength(1);
  });

  test('more than 32 MB', async () => {
    const { emulator } = await start();
    const large = JSON.stringify({ ...params(), system: 'x'.repeat(33 * 1024 * 1024) });
    const response = await post(emulator, '/v1/messages', large);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      error: { type: 'request_too_large', message: 'Request exceeds the maximum size' },
    });
  });

  test('what is no HTTP', async () => {
    const { emulator, client } = await start();
    const socket = connect(Number(new URL(emulator.url).port), '127.0.0.1');
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
      socket.write('BLURB\r\n\r\n');
    });
    expect(answer).toContain('400 Bad Request');
    expect(textOf(await client.messages.create(params()))).not.toBe('');
  });

  test('a client that leaves in the middle', async () => {
    const { emulator, client } = await start();
    for (let turn = 0; turn < 20; turn++) {
      const stream = await client.messages.create({ ...params(), stream: true }, misbehave('chunk=1; delay=1'));
      for await (const event of stream) if (event.type === 'content_block_delta') break;
    }
    expect(textOf(await client.messages.create(params()))).not.toBe('');
    expect(emulator.requests).toHaveLength(21);
  });
});

test('200 requests at a time, with faults among them, all end', async () => {
  const { client, emulator } = await start({}, 3);
  const faults = [
    '',
    'fail=529; times=1; retry-after-ms=1',
    'truncate=9',
    'refuse',
    'prose; chunk=1',
    'drop=100',
    'error',
    'split',
    'drop=headers; times=1',
  ];
  const ends = await Promise.allSettled(
    Array.from({ length: 200 }, (_, at) => {
      const body = params({ messages: [{ role: 'user', content: `Number ${at}` }] });
      const header = misbehave(faults[at % faults.length] as string);
      return at % 2 === 0 ? client.messages.create(body, header) : client.messages.stream(body, header).finalMessage();
    }),
  );
  expect(ends).toHaveLength(200);
  expect(ends.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(130);
  expect(emulator.requests.length).toBeGreaterThan(200);
});
