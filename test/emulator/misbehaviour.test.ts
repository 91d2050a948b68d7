import { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Misbehaviour } from '../../src/emulator/index.js';
import { misbehaviourFrom } from '../../src/emulator/misbehaviour-forms.js';
import { misbehave, type Params, params, post, type Started, start, textOf, VALUE } from './support.js';

let started: Started;
beforeAll(async () => {
  started = await start({ reply: () => ({ value: VALUE }) });
});

const TEXT = JSON.stringify(VALUE);

/** The answer as JSON and as a stream: both must tell the same. */
async function both(header: string, more: Partial<Params> = {}) {
  const { client } = started;
  const whole = await client.messages.create(params(more), misbehave(header));
  const streamed = await client.messages.stream({ ...params(more), stream: true }, misbehave(header)).finalMessage();
  const told = ({ content, stop_reason, stop_details, usage }: typeof whole) => ({ content, stop_reason, stop_details, usage });
  expect(told(streamed)).toEqual(told(whole));
  return whole;
}

describe('the content', () => {
  test('refusal with nothing', async () => {
    const message = await both('refuse');
    expect(message).toMatchObject({ stop_reason: 'refusal', content: [] });
    expect(message.stop_details).toEqual({ type: 'refusal', category: null, explanation: null });
  });

  test('refusal with category, explanation and partial text', async () => {
    const message = await both('refuse=cyber; explanation=not this; truncate=20');
    expect(message.stop_reason).toBe('refusal');
    expect(message.stop_details).toEqual({ type: 'refusal', category: 'cyber', explanation: 'not this' });
    expect(textOf(message)).toBe(TEXT.slice(0, 20));
  });

  test('truncation at every byte', async () => {
    const bytes = Buffer.from(TEXT);
    for (let at = 0; at <= bytes.length; at++) {
      const message = await started.client.messages.create(params(), misbehave(`truncate=${at}`));
      expect(message.stop_reason).toBe('max_tokens');
      const text = textOf(message);
      expect(TEXT.startsWith(text)).toBe(true);
      expect(at - Buffer.byteLength(text)).toBeLessThan(4);
      expect(at - Buffer.byteLength(text)).toBeGreaterThanOrEqual(0);
    }
    const { stop_reason } = await started.client.messages.create(params(), misbehave(`truncate=${bytes.length + 1}`));
    expect(stop_reason).toBe('end_turn');
  });

  test('truncation in a stream, and by the context window', async () => {
    expect(textOf(await both('truncate=33'))).toBe(TEXT.slice(0, 33));
    expect((await both('truncate=33; reason=model_context_window_exceeded')).stop_reason).toBe('model_context_window_exceeded');
  });

  test('other capitals', async () => {
    expect(JSON.parse(textOf(await both('capitals')))).toEqual({ ...VALUE, kind: 'Bug Report' });
  });

  test('prose first', async () => {
    const message = await both('prose');
    expect(message.content).toHaveLength(2);
    expect(message.content[1]).toMatchObject({ type: 'text', text: TEXT });
    expect(textOf(await both('prose=Well, now'))).toBe(`Well, now${TEXT}`);
  });

  test('empty', async () => {
    expect(await both('empty')).toMatchObject({ stop_reason: 'end_turn', content: [] });
    expect(await both('empty=text')).toMatchObject({ stop_reason: 'end_turn', content: [{ type: 'text', text: '' }] });
  });

  test('several blocks', async () => {
    const message = await both('blocks=4');
    expect(message.content).toHaveLength(4);
    expect(textOf(message)).toBe(TEXT);
  });

  test('duplicate keys', async () => {
    expect(textOf(await both('duplicate'))).toBe(`{"kind":null,${TEXT.slice(1)}`);
  });

  test('numbers that no double holds', async () => {
    expect(textOf(await both('numbers'))).toContain('"stars":9007199254740993');
  });

  test('everything at once', async () => {
    const message = await both('prose; capitals; blocks=2; duplicate; numbers; chunk=1; write=1');
    expect(textOf(message)).toContain('"kind":null,"kind":"Bug Report"');
    expect(message.content).toHaveLength(3);
  });
});

describe('tool inputs', () => {
  const tools = [{ name: 'note', input_schema: { type: 'object' as const }, eager_input_streaming: true }];
  const call = { model: 'claude-opus-4-6', tools, messages: [{ role: 'user' as const, content: 'Note it' }] };

  /** The input as it was streamed. */
  async function streamed(header: string) {
    const { emulator, client } = started;
    emulator.script({ tools: [{ name: 'note', input: { a: 1, b: ['é', 2.5] } }] });
    let text = '';
    const parts: string[] = [];
    for await (const event of await client.messages.create({ ...params(call), stream: true }, misbehave(header))) {
      if (event.type !== 'content_block_delta' || event.delta.type !== 'input_json_delta') continue;
      text += event.delta.partial_json;
      parts.push(event.delta.partial_json);
    }
    return { text, parts };
  }

  test('that are no JSON', async () => {
    const { text } = await streamed('invalid');
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(text.startsWith('{"a":1,"b":["é",2.5]')).toBe(true);
  });

  test('with repeated keys and large numbers, whole and streamed', async () => {
    expect((await streamed('duplicate; numbers')).text).toBe('{"a":null,"a":9007199254740993,"b":["é",9007199254740993]}');
    started.emulator.script({ tools: [{ name: 'note', input: { a: 1 } }] });
    const raw = await post(started.emulator, '/v1/messages', params(call), { 'x-bascule-misbehave': 'duplicate; numbers' });
    expect(await raw.text()).toContain('"input":{"a":null,"a":9007199254740993}');
  });

  test('one character at a time, and cut', async () => {
    expect((await streamed('chunk=1')).parts.every((part) => [...part].length <= 1)).toBe(true);
    expect((await streamed('truncate=9')).text).toBe('{"a":1,"b');
    started.emulator.script({ tools: [{ name: 'note', input: { a: 1, b: 'long' } }] });
    const message = await started.client.messages.create(params(call), misbehave('truncate=12'));
    expect(message).toMatchObject({ stop_reason: 'max_tokens', content: [{ type: 'tool_use', input: { a: 1 } }] });
  });
});

describe('failures', () => {
  test.each([
    [429, 'rate_limit_error'],
    [500, 'api_error'],
    [503, 'api_error'],
    [529, 'overloaded_error'],
  ])('%i', async (status, type) => {
    const error = await started.client.messages
      .create(params(), misbehave(`fail=${status}; retry-after-ms=1500`))
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(APIError);
    expect(error.status).toBe(status);
    expect(error.error).toMatchObject({ type: 'error', error: { type } });
    expect(error.error.request_id).toBe(error.requestID);
    expect(error.headers.get('retry-after-ms')).toBe('1500');
    expect(error.headers.get('retry-after')).toBe('2');
  });

  test.each([429, 500, 503, 529])('%i twice, then the SDK gets through by its own retries', async (status) => {
    const { emulator, client } = await start({ reply: () => ({ value: VALUE }) }, 2);
    const header = misbehave(`fail=${status}; times=2; retry-after-ms=1`);
    expect(textOf(await client.messages.create(params(), header))).toBe(TEXT);
    expect(emulator.requests).toHaveLength(3);
    expect(textOf(await client.messages.create(params({ max_tokens: 5 }), header))).toBe(TEXT);
    expect(emulator.requests).toHaveLength(6);
  });

  test('three times is too often for two retries, and uses up no scripted reply', async () => {
    const { emulator, client } = await start({}, 2);
    emulator.script({ text: 'still here' });
    const header = misbehave('fail=529; times=3; retry-after-ms=1');
    await expect(client.messages.create(params(), header)).rejects.toThrow('529');
    expect(textOf(await client.messages.create(params(), header))).toBe('still here');
  });

  test('a scripted reply fails so many times, then answers', async () => {
    const { emulator, client } = await start({}, 2);
    emulator.script({ value: 1, misbehave: { fail: 529, times: 2, retryAfterMs: 1 } }, { value: 2 });
    expect(textOf(await client.messages.create(params()))).toBe('1');
    expect(textOf(await client.messages.create(params()))).toBe('2');
    expect(emulator.requests).toHaveLength(4);
  });
});

describe('the wire', () => {
  /** What comes before the connection breaks or falls silent. */
  async function read(header: string, body: object, milliseconds = 300) {
    const abort = new AbortController();
    let text = '';
    let end = 'whole';
    const timer = setTimeout(() => abort.abort(), milliseconds);
    try {
      const response = await fetch(`${started.emulator.url}/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': 'k', 'x-bascule-misbehave': header },
        body: JSON.stringify(body),
        signal: abort.signal,
      });
      const decoder = new TextDecoder();
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
        text += decoder.decode(chunk, { stream: true });
    } catch {
      end = abort.signal.aborted ? 'silence' : 'broken';
    } finally {
      clearTimeout(timer);
    }
    return { text, end, bytes: Buffer.byteLength(text) };
  }

  test.each([false, true])('a stall after so many bytes, half-way, and before the headers (stream: %s)', async (stream) => {
    expect(await read('stall=200', { ...params(), stream })).toMatchObject({ end: 'silence', bytes: 200 });
    const half = await read('stall', { ...params(), stream });
    expect(half.end).toBe('silence');
    expect(half.bytes).toBeGreaterThan(50);
    expect(half.text).not.toContain('message_stop');
    expect(await read('stall=headers', { ...params(), stream })).toMatchObject({ end: 'silence', bytes: 0 });
  });

  test.each([false, true])('a drop after so many bytes, half-way, and before the headers (stream: %s)', async (stream) => {
    expect(await read('drop=200', { ...params(), stream })).toMatchObject({ end: 'broken', bytes: 200 });
    expect((await read('drop', { ...params(), stream })).end).toBe('broken');
    expect(await read('drop=headers', { ...params(), stream })).toMatchObject({ end: 'broken', bytes: 0 });
  });

  test('to the SDK a stall is a timeout, a drop a connection error', async () => {
    const { client } = started;
    await expect(client.messages.create(params(), { ...misbehave('stall=headers'), timeout: 100 })).rejects.toBeInstanceOf(
      APIConnectionError,
    );
    await expect(client.messages.create(params(), misbehave('drop=headers'))).rejects.toBeInstanceOf(APIConnectionError);
    await expect(client.messages.stream(params(), misbehave('drop=700')).finalMessage()).rejects.toThrow('terminated');
  });

  test('a dropped connection is met once, then the SDK gets through', async () => {
    const { emulator, client } = await start({ reply: () => ({ value: VALUE }) }, 2);
    expect(textOf(await client.messages.create(params(), misbehave('drop=headers; times=1')))).toBe(TEXT);
    expect(emulator.requests).toHaveLength(2);
  });

  test('an error event in the stream', async () => {
    const failing = started.client.messages.stream(params(), misbehave('error; errorType=api_error'));
    const error = await failing.finalMessage().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(APIError);
    expect(error.error).toMatchObject({ type: 'error', error: { type: 'api_error' } });
    const { text, end } = await read('error=1', { ...params(), stream: true });
    expect(end).toBe('whole');
    expect(text.split('\n\n').map((event) => event.split('\n')[0])).toEqual(['event: message_start', 'event: error', '']);
  });

  test('that error without a stream', async () => {
    await expect(started.client.messages.create(params(), misbehave('error'))).rejects.toMatchObject({ status: 529 });
  });

  test('deltas of so many characters', async () => {
    for (const size of [1, 5]) {
      const deltas: string[] = [];
      for await (const event of await started.client.messages.create({ ...params(), stream: true }, misbehave(`chunk=${size}`)))
        if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') deltas.push(event.delta.text);
      expect(deltas.join('')).toBe(TEXT);
      expect(deltas.slice(0, -1).every((delta) => [...delta].length === size)).toBe(true);
    }
  });

  test.each(['split', 'write=1', 'write=3'])('characters cut in two by the socket (%s)', async (header) => {
    const response = await fetch(`${started.emulator.url}/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': 'k', 'x-bascule-misbehave': header },
      body: JSON.stringify({ ...params(), stream: true }),
    });
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
    expect(chunks.some((chunk) => ((chunk[0] as number) & 0xc0) === 0x80)).toBe(true);
    const message = await started.client.messages.stream(params(), misbehave(header)).finalMessage();
    expect(textOf(message)).toBe(TEXT);
  });

  test('time between the events', async () => {
    const from = performance.now();
    const times: number[] = [];
    for await (const _ of await started.client.messages.create({ ...params(), stream: true }, misbehave('delay=20; chunk=30')))
      times.push(performance.now() - from);
    expect(times.length).toBeGreaterThan(5);
    expect(times.at(-1)).toBeGreaterThan(20 * (times.length - 1));
  });
});

describe('the header', () => {
  test.each<[string, Misbehaviour]>([
    ['truncate=120; chunk=1', { truncate: 120, chunk: 1 }],
    ['capitals;prose', { capitals: true, prose: true }],
    ['prose=a = b', { prose: 'a = b' }],
    ['retry-after-ms=5', { retryAfterMs: 5 }],
    ['Retry-After-Ms=5; FAIL=529', { retryAfterMs: 5, fail: 529 }],
    ['refuse=false', { refuse: false }],
    ['{"prose":"é; x=1"}', { prose: 'é; x=1' }],
    ['', {}],
  ])('%s', (header, expected) => expect(misbehaviourFrom(header)).toEqual(expected));

  test.each([
    ['trunkate=1', 'There is no misbehaviour "trunkate"; there are refuse, explanation, truncate,'],
    ['truncate', 'The misbehaviour "truncate" takes a whole number, not true.'],
    ['truncate=-1', 'The misbehaviour "truncate" takes a whole number, not "-1".'],
    ['fail=200', 'The misbehaviour "fail" takes an HTTP status from 400 to 599, not 200.'],
    ['empty=all', 'The misbehaviour "empty" takes true or false or "content", "text", not "all".'],
    ['{"a"', 'This is no JSON object: {"a"'],
    ['__proto__=1', 'There is no misbehaviour "__proto__"'],
  ])('%s is refused with a sentence', async (header, words) => {
    await expect(started.client.messages.create(params(), misbehave(header))).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(JSON.stringify(words).slice(1, -1)),
    });
  });
});
