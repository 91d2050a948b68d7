import { describe, expect, test } from 'vitest';
import { createEmulator } from '../../src/emulator/index.js';
import { validatorFor } from '../support/validator.js';
import { misbehave, params, post, SCHEMA, start, textOf, VALUE } from './support.js';

const TOOLS = [
  { name: 'note', input_schema: { type: 'object' as const, properties: { a: { type: 'integer' } }, required: ['a'] } },
  { name: 'file', input_schema: { type: 'object' as const, properties: { b: { const: 'x' } }, required: ['b'] } },
];
const plain = params();
delete plain.output_config;
const OLD = { ...plain, model: 'claude-opus-4-6' };

/** The events of a stream as they stand there. */
async function events(response: Response) {
  return (await response.text())
    .split('\n\n')
    .filter((text) => text !== '')
    .map((text) => {
      const [name = '', data = ''] = text.split('\n');
      const event = JSON.parse(data.slice('data: '.length)) as { type: string; [member: string]: unknown };
      expect(name).toBe(`event: ${event.type}`);
      return event;
    });
}

describe('shapes', () => {
  test('a message as JSON', async () => {
    const { emulator } = await start();
    emulator.script({ value: VALUE });
    const response = await post(emulator, '/v1/messages', params());
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('request-id')).toMatch(/^req_01\w+$/);
    expect(await response.json()).toEqual({
      id: expect.stringMatching(/^msg_01\w+$/),
      type: 'message',
      role: 'assistant',
      model: 'claude-sonnet-5-5',
      content: [{ type: 'text', text: JSON.stringify(VALUE), citations: null }],
      stop_reason: 'end_turn',
      stop_sequence: null,
      stop_details: null,
      container: null,
      diagnostics: null,
      usage: {
        input_tokens: expect.any(Number),
        output_tokens: expect.any(Number),
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
        cache_creation: null,
        inference_geo: null,
        output_tokens_details: null,
        server_tool_use: null,
        service_tier: 'standard',
        speed: null,
      },
    });
  });

  test('the events of a stream, in order, for every kind of block', async () => {
    const { emulator } = await start();
    const citation = {
      type: 'web_search_result_location',
      url: 'https://example.com',
      title: 'a',
      cited_text: 'b',
      encrypted_index: 'c',
    };
    emulator.script({
      content: [
        { type: 'thinking', thinking: 'Hm', signature: 'sig' },
        { type: 'server_tool_use', id: 's1', name: 'web_search', input: { query: 'q' } },
        { type: 'web_search_tool_result', tool_use_id: 's1', content: [] },
        { type: 'text', text: 'So', citations: [citation] },
      ],
      tools: [{ name: 'note', input: { a: 1 }, id: 't1' }],
    });
    const body = { ...OLD, tools: [...TOOLS, { type: 'web_search_20260318', name: 'web_search' }], stream: true };
    const response = await post(emulator, '/v1/messages', body, { 'x-bascule-misbehave': 'chunk=100' });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const list = await events(response);
    expect(list.map((event) => (event['delta'] as { type?: string })?.type ?? event.type)).toEqual([
      'message_start',
      'content_block_start',
      'ping',
      'thinking_delta',
      'signature_delta',
      'content_block_stop',
      'content_block_start',
      'input_json_delta',
      'input_json_delta',
      'content_block_stop',
      'content_block_start',
      'content_block_stop',
      'content_block_start',
      'text_delta',
      'citations_delta',
      'content_block_stop',
      'content_block_start',
      'input_json_delta',
      'input_json_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
    expect(list[0]?.['message']).toMatchObject({ content: [], stop_reason: null, usage: { output_tokens: 1 } });
    expect(list.filter(({ type }) => type === 'content_block_start').map((event) => event['content_block'])).toEqual([
      { type: 'thinking', thinking: '', signature: '' },
      { type: 'server_tool_use', id: 's1', name: 'web_search', input: {} },
      { type: 'web_search_tool_result', tool_use_id: 's1', content: [] },
      { type: 'text', text: '', citations: [] },
      { type: 'tool_use', id: 't1', name: 'note', input: {}, caller: { type: 'direct' } },
    ]);
    expect(list.at(-2)).toMatchObject({ delta: { stop_reason: 'tool_use', stop_sequence: null, stop_details: null } });
    expect(list.at(-2)?.['usage']).toMatchObject({ server_tool_use: { web_search_requests: 1, web_fetch_requests: 0 } });
  });

  test('the SDK puts a stream together to what it is without one', async () => {
    const { client } = await start({
      reply: () => ({ content: [{ type: 'thinking', thinking: 'Hm', signature: 'sig' }], value: VALUE }),
    });
    const whole = await client.messages.create(params());
    const streamed = await client.messages.stream(params()).finalMessage();
    const { parsed_output: _, ...told } = streamed as typeof streamed & { parsed_output?: unknown };
    expect({ ...told, id: '' }).toEqual({ ...whole, id: '' });
    expect(await client.beta.messages.create({ ...params(), betas: [] })).toMatchObject({
      content: whole.content,
      usage: whole.usage,
    });
  });
});

describe('what is generated', () => {
  test('is valid, the same for the same seed and request, and differs otherwise', async () => {
    const [one, again, other] = await Promise.all([start({ seed: 7 }), start({ seed: 7 }), start({ seed: 8 })]);
    const ask = async ({ client }: typeof one, more = {}) => textOf(await client.messages.create(params(more)));
    const text = await ask(one);
    expect(validatorFor(SCHEMA, '2020')?.(JSON.parse(text))).toBe(true);
    expect(await ask(one)).toBe(text);
    expect(await ask(again)).toBe(text);
    expect(await ask(other)).not.toBe(text);
    expect(await ask(one, { messages: [{ role: 'user', content: 'Another one' }] })).not.toBe(text);
    const streamed = await one.client.messages.stream(params()).finalMessage();
    expect(textOf(streamed)).toBe(text);
  });

  test('is prose without a format, also where there are tools', async () => {
    const { client } = await start();
    const message = await client.messages.create({ ...plain, tools: TOOLS });
    expect(message).toMatchObject({ stop_reason: 'end_turn', content: [{ type: 'text' }] });
    expect(textOf(message)).toMatch(/\w+ \w+/);
  });

  test('calls a tool where that is forced, with input of its schema', async () => {
    const { client } = await start();
    const named = await client.messages.create({ ...OLD, tools: TOOLS, tool_choice: { type: 'tool', name: 'file' } });
    expect(named).toMatchObject({ stop_reason: 'tool_use', content: [{ type: 'tool_use', name: 'file', input: { b: 'x' } }] });
    const any = await client.messages.create({ ...OLD, tools: TOOLS, tool_choice: { type: 'any' } });
    expect(any.content).toEqual([expect.objectContaining({ type: 'tool_use' })]);
  });

  test('follows thinking where the model thinks', async () => {
    const { client } = await start();
    const message = await client.messages.create(params({ thinking: { type: 'adaptive' } }));
    expect(message.content.map(({ type }) => type)).toEqual(['thinking', 'text']);
    expect(message.usage.output_tokens_details?.thinking_tokens).toBeGreaterThan(0);
  });

  test('ends at max_tokens and at stop sequences', async () => {
    const { client } = await start();
    const whole = textOf(await client.messages.create(params()));
    const cut = await client.messages.create(params({ max_tokens: 5 }));
    expect(cut.stop_reason).toBe('max_tokens');
    expect(cut.usage.output_tokens).toBeLessThanOrEqual(5);
    expect(textOf(await client.messages.create(params({ max_tokens: 0 })))).toBe('');
    const stopped = await client.messages.create(params({ stop_sequences: ['zzz', '"title"'] }));
    expect(stopped).toMatchObject({ stop_reason: 'stop_sequence', stop_sequence: '"title"' });
    expect(textOf(stopped).length).toBeLessThan(whole.length);
    expect(textOf(stopped)).not.toContain('"title"');
  });
});

describe('what is scripted', () => {
  test('is used in order, once each, for requests that are not refused; then answers are generated', async () => {
    const { emulator, client } = await start();
    emulator.script({ text: 'one' }, { value: null }, { error: { status: 418, type: 'teapot', message: 'short and stout' } });
    await expect(client.messages.create(params({ max_tokens: -1 }))).rejects.toThrow('max_tokens');
    expect(textOf(await client.messages.create(params()))).toBe('one');
    expect(textOf(await client.messages.create(params()))).toBe('null');
    await expect(client.messages.create(params())).rejects.toMatchObject({
      status: 418,
      error: { error: { type: 'teapot', message: 'short and stout' } },
    });
    expect(JSON.parse(textOf(await client.messages.create(params())))).toHaveProperty('kind');
  });

  test('says all there is to a message', async () => {
    const { emulator, client } = await start();
    emulator.script({
      text: 'a',
      tools: [{ name: 'note' }],
      stop_reason: 'max_tokens',
      usage: { input_tokens: 11, output_tokens: 12 },
      container: 'container_1',
    });
    const message = await client.messages.create({ ...OLD, tools: TOOLS });
    expect(message).toMatchObject({
      stop_reason: 'max_tokens',
      usage: { input_tokens: 11, output_tokens: 12 },
      container: { id: 'container_1', expires_at: expect.any(String) },
      content: [{ text: 'a' }, { name: 'note', input: { a: expect.any(Number) } }],
    });
  });

  test('may be a misbehaviour only, of an answer that is generated', async () => {
    const { emulator, client } = await start();
    const whole = textOf(await client.messages.create(params()));
    emulator.script({ misbehave: { truncate: 10 } });
    expect(await client.messages.create(params())).toMatchObject({
      stop_reason: 'max_tokens',
      content: [{ text: whole.slice(0, 10) }],
    });
  });

  test('a header is added to what a reply says', async () => {
    const { emulator, client } = await start();
    emulator.script({ value: VALUE, misbehave: { prose: 'Well:' } });
    expect(textOf(await client.messages.create(params(), misbehave('truncate=8')))).toBe('Well:{"k');
  });

  test.each([
    [{ txt: 'a' }, 'A reply has no member "txt"; it may have content, text,'],
    [{ text: 1 }, 'The member "text" of a reply must be a string'],
    [{ content: [1] }, 'The member "content" of a reply must be a list of { type: … }.'],
    [{ tools: {} }, 'The member "tools" of a reply must be a list of'],
    [{ error: { status: 200 } }, 'must be an object with a "status" from 400 to 599'],
    [{ error: { status: 500, text: 'a' } }, 'An error has no member "text"'],
    [{ misbehave: { slow: true } }, 'There is no misbehaviour "slow"'],
    [7, 'A reply is an object'],
  ])('a slip is told at once: %j', async (reply, words) => {
    const { emulator } = await start();
    expect(() => emulator.script(reply as never)).toThrow(TypeError);
    expect(() => emulator.script(reply as never)).toThrow(words);
  });
});

describe('the option reply', () => {
  test('is asked after the script, and may leave it to the generator', async () => {
    const { emulator, client } = await start({
      reply: async ({ body }) => ((body as { max_tokens: number }).max_tokens === 100 ? { text: 'hundred' } : undefined),
    });
    emulator.script({ text: 'scripted' });
    expect(textOf(await client.messages.create(params({ max_tokens: 100 })))).toBe('scripted');
    expect(textOf(await client.messages.create(params({ max_tokens: 100 })))).toBe('hundred');
    expect(JSON.parse(textOf(await client.messages.create(params())))).toHaveProperty('kind');
  });

  test.each([
    ['throws', () => Promise.reject(new Error('no idea'))],
    ['answers nonsense', () => ({ nonsense: 1 }) as never],
    ['answers what is no JSON', () => ({ value: { big: 1n } })],
  ])('is said to be at fault when it %s', async (_, reply) => {
    const { client } = await start({ reply });
    await expect(client.messages.create(params())).rejects.toMatchObject({
      status: 500,
      error: {
        error: { type: 'api_error', message: expect.stringContaining('fault of the emulator or of what it was told to reply') },
      },
    });
  });
});

test('requests are recorded, the newest kept', async () => {
  const { emulator, client } = await start({ keep: 2 });
  for (const content of ['a', 'b', 'c']) await client.messages.create({ ...plain, messages: [{ role: 'user', content }] });
  expect(emulator.requests.map(({ body }) => (body as typeof plain).messages[0]?.content)).toEqual(['b', 'c']);
  expect(emulator.requests[1]).toMatchObject({
    method: 'POST',
    path: '/v1/messages',
    query: '',
    headers: { authorization: 'Bearer offline' },
  });
});

test.each([
  [{ port: -1 }, 'The option "port" must be a whole number from 0 to 65535.'],
  [{ seed: Number.NaN }, 'The option "seed" must be a number.'],
  [{ host: '' }, 'The option "host" must be'],
  [{ reply: 1 }, 'The option "reply" must be a function'],
  [{ target: {} }, 'The option "target" can not be used.'],
])('the options %j are refused with a sentence', async (options, words) => {
  await expect(createEmulator(options as never)).rejects.toThrow(words);
});

test('is closed with the block that uses it, stalled streams too', async () => {
  let url = '';
  {
    await using emulator = await createEmulator();
    url = emulator.url;
    const response = await post(emulator, '/v1/messages', { ...params(), stream: true }, { 'x-bascule-misbehave': 'stall=10' });
    expect(response.status).toBe(200);
  }
  await expect(fetch(url)).rejects.toThrow();
});
