import { APIConnectionError, APIUserAbortError, BadRequestError, RateLimitError } from '@anthropic-ai/sdk';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OutcomeError, parse, parseOrThrow, RequestError } from '../../src/index.js';
import { Invoice, invoice, misbehaving, request, type Started, start, TEXT, VALUE, WIRE } from './support.js';

let started: Started;
beforeAll(async () => {
  started = await start({ reply: () => ({ value: WIRE }) });
});
beforeEach(() => {
  (started.emulator.requests as unknown[]).length = 0;
});

const asked = (more: object = {}) => parse(started.client, { ...request, output: Invoice, ...more });

describe('ok', () => {
  test('a schema, a compiled schema, over both interfaces', async () => {
    for (const client of [started.client, started.client.messages, started.client.beta, started.client.beta.messages])
      for (const output of [Invoice, invoice]) {
        const answer = await parse(client, { ...request, output });
        expect(answer).toMatchObject({ status: 'ok', value: VALUE, repairs: [] });
        expect(answer.requestId).toMatch(/^req_/);
        expect(answer.usage.input_tokens).toBeGreaterThan(0);
        expect(answer.attempts).toHaveLength(1);
        expect(answer.attempts[0]).toMatchObject({ cause: 'first', requestId: answer.requestId });
      }
  });

  test('what is sent is the wire schema, and nothing of ours', async () => {
    await asked({ repair: { attempts: 1 }, continuations: 2, output_config: { effort: 'low' } });
    expect(started.emulator.requests[0]?.body).toEqual({
      ...request,
      output_config: { effort: 'low', format: { type: 'json_schema', schema: invoice.wire } },
    });
  });

  test('after prose, split over blocks, and in other capitals', async () => {
    expect(await asked(misbehaving('prose'))).toMatchObject({ status: 'ok', value: VALUE });
    expect(await asked(misbehaving('blocks=5'))).toMatchObject({ status: 'ok', value: VALUE });
    expect(await asked(misbehaving('prose; blocks=3'))).toMatchObject({ status: 'ok', value: VALUE });
    const drifted = await asked(misbehaving('capitals'));
    expect(drifted).toMatchObject({ status: 'ok', value: VALUE });
    expect(drifted.status === 'ok' && drifted.repairs.map(({ path }) => path)).toEqual([['state']]);
  });

  test('after thinking and the tools of the server, in a code fence, after prose in one block', async () => {
    const { emulator } = started;
    const text = (words: string) => ({ type: 'text', text: words });
    const search = [
      { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: { query: 'x' } },
      { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [] },
    ];
    const contents = [
      [{ type: 'thinking', thinking: '{"a":', signature: 's' }, text(TEXT)],
      [text('{"number":"a draft"}'), ...search, text('So: '), text(TEXT)],
      [text('See [1].'), text(TEXT)],
      [text('[1]'), text(TEXT)],
      [text('{"number":"another"}'), text(TEXT)],
      [text(TEXT), ...search],
    ];
    for (const content of contents) {
      emulator.script({ content });
      expect(await asked()).toMatchObject({ status: 'ok', value: VALUE, repairs: [] });
    }
    for (const words of [`\`\`\`json\n${TEXT}\n\`\`\``, `Here it is [1]: ${TEXT}`]) {
      emulator.script({ content: [text(words)] });
      expect(await asked()).toMatchObject({ status: 'ok', value: VALUE, repairs: [{ path: [], from: words, to: TEXT }] });
    }
  });
});

describe('refused', () => {
  test('with category and explanation, and text that would be valid', async () => {
    const answer = await asked(misbehaving('refuse=cyber; explanation=not this'));
    expect(answer).toMatchObject({ status: 'refused', category: 'cyber', explanation: 'not this', text: '' });
    started.emulator.script({ text: TEXT, stop_reason: 'refusal' });
    expect(await asked()).toMatchObject({ status: 'refused', category: null, explanation: null, text: TEXT });
  });

  test('is never sent back to be repaired', async () => {
    expect(await asked({ ...misbehaving('refuse'), repair: { attempts: 3 } })).toMatchObject({ status: 'refused' });
    expect(started.emulator.requests).toHaveLength(1);
  });
});

describe('truncated', () => {
  test('says what is certain', async () => {
    const at = TEXT.indexOf('"green') + 3;
    const answer = await asked(misbehaving(`truncate=${Buffer.byteLength(TEXT.slice(0, at))}`));
    expect(answer).toMatchObject({ status: 'truncated', reason: 'max_tokens', text: TEXT.slice(0, at) });
    if (answer.status !== 'truncated') return;
    expect(answer.partial?.number).toBe(VALUE.number);
    expect(answer.complete).toContain('/number');
    expect(answer.complete).not.toContain('/lines/0');
  });

  test('a whole answer is not passed off as one', async () => {
    started.emulator.script({ text: TEXT, stop_reason: 'max_tokens' });
    const answer = await asked();
    expect(answer).toMatchObject({ status: 'truncated', complete: [''] });
    expect(answer).not.toHaveProperty('value');
  });

  test('by the context window; without any text', async () => {
    const cut = await asked(misbehaving('truncate=9; reason=model_context_window_exceeded'));
    expect(cut).toMatchObject({ status: 'truncated', reason: 'model_context_window_exceeded' });
    started.emulator.script({ content: [], stop_reason: 'max_tokens' });
    expect(await asked()).toMatchObject({ status: 'truncated', text: '', partial: undefined, complete: [] });
  });

  test('is asked for again with more tokens', async () => {
    const answer = await asked({ ...misbehaving('truncate=20; times=1'), truncation: { retry: { maxTokens: 8000 } } });
    // The request differs by its limit, so that the fault meets it once more; then there is no third.
    expect(answer.attempts.map(({ cause }) => cause)).toEqual(['first', 'truncation']);
    started.emulator.script({ text: TEXT.slice(0, 9), stop_reason: 'max_tokens' });
    const second = await asked({ truncation: { retry: { maxTokens: 8000 } } });
    expect(second).toMatchObject({ status: 'ok', value: VALUE });
    expect(second.usage.output_tokens).toBe(second.attempts.reduce((sum, attempt) => sum + attempt.usage.output_tokens, 0));
    expect(started.emulator.requests.at(-1)?.body).toMatchObject({ max_tokens: 8000 });
  });
});

describe('invalid', () => {
  test('the form, the check, the JSON', async () => {
    for (const [reply, path] of [
      [{ value: { ...(WIRE as object), number: 5 } }, ['number']],
      [{ text: TEXT.replace('"count":12', '"count":120') }, ['lines', 1, 'count']],
      [{ text: TEXT.slice(0, -3) }, undefined],
    ] as const) {
      started.emulator.script(reply);
      const answer = await asked();
      expect(answer.status).toBe('invalid');
      if (answer.status !== 'invalid') continue;
      expect(answer.issues.length).toBeGreaterThan(0);
      if (path) expect(answer.issues[0]?.path).toEqual(path);
    }
    expect(await asked(misbehaving('duplicate'))).toMatchObject({ status: 'invalid', issues: [{ code: 'duplicate-key' }] });
    expect(await asked(misbehaving('numbers'))).toMatchObject({ status: 'invalid' });
  });

  test('a stop reason that nobody knows', async () => {
    started.emulator.script({ text: TEXT, stop_reason: 'tired' });
    expect(await asked()).toMatchObject({ status: 'invalid', issues: [{ code: 'stop-reason' }] });
  });

  test('is repaired in the same conversation, with the issues beside the values', async () => {
    started.emulator.script({ text: TEXT.replace('"count":12', '"count":120') });
    const answer = await asked({ repair: { attempts: 1 } });
    expect(answer).toMatchObject({ status: 'ok', value: VALUE, attempts: [{ cause: 'first' }, { cause: 'repair' }] });
    expect(answer.attempts[0]?.issues?.[0]?.path).toEqual(['lines', 1, 'count']);
    const { body } = started.emulator.requests[1] as { body: unknown };
    const { messages } = body as { messages: { role: string; content: { text: string }[] }[] };
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(messages[2]?.content[0]?.text).toMatch(/"count": 120.* \/\/ ✗ /);
  });

  test('is repaired only so often, and only within the budget', async () => {
    const wrong = { text: '{}' };
    started.emulator.script(wrong, wrong, wrong);
    const answer = await asked({ repair: { attempts: 2 } });
    expect(answer).toMatchObject({ status: 'invalid' });
    expect(answer.attempts.map(({ cause }) => cause)).toEqual(['first', 'repair', 'repair']);
    started.emulator.script(wrong);
    expect((await asked({ repair: { attempts: 2, tokens: 10 } })).attempts).toHaveLength(1);
  });
});

describe('paused, empty, tool_use', () => {
  test('a pause is continued as the API wants it', async () => {
    const answer = await asked(misbehaving('pause=2'));
    expect(answer).toMatchObject({ status: 'ok', value: VALUE });
    expect(answer.attempts.map(({ cause }) => cause)).toEqual(['first', 'continuation', 'continuation']);
  });

  test('up to the cap', async () => {
    expect(await asked({ ...misbehaving('pause=9'), continuations: 2 })).toMatchObject({
      status: 'paused',
      attempts: [{}, {}, {}],
    });
    expect(await asked({ ...misbehaving('pause=9'), continuations: 0 })).toMatchObject({ status: 'paused', attempts: [{}] });
  });

  test('nothing at all', async () => {
    for (const kind of ['content', 'text']) expect(await asked(misbehaving(`empty=${kind}`))).toMatchObject({ status: 'empty' });
  });

  test('calls are decoded and checked, each by its own tool', async () => {
    const tools = [
      invoice.tool({ name: 'save', description: 'Saves' }),
      { name: 'plain', input_schema: { type: 'object' as const, properties: {} } },
    ];
    started.emulator.script({
      tools: [
        { name: 'save', input: WIRE, id: 'a' },
        { name: 'save', input: { ...(WIRE as object), number: 1 }, id: 'b' },
        { name: 'plain', input: { x: 1 }, id: 'c' },
      ],
    });
    const answer = await asked({ tools });
    expect(answer).toMatchObject({
      status: 'tool_use',
      calls: [
        { id: 'a', name: 'save', input: VALUE },
        { id: 'b', name: 'save', issues: [{ path: ['number'] }] },
        { id: 'c', name: 'plain', input: { x: 1 } },
      ],
    });
  });
});

describe('errors', () => {
  test('of the SDK come through unchanged', async () => {
    await expect(asked(misbehaving('fail=429'))).rejects.toBeInstanceOf(RateLimitError);
    await expect(asked(misbehaving('drop=headers'))).rejects.toBeInstanceOf(APIConnectionError);
    await expect(asked(misbehaving('fail=400'))).rejects.toBeInstanceOf(BadRequestError);
    await expect(asked({ ...misbehaving('stall=headers'), signal: AbortSignal.timeout(50) })).rejects.toBeInstanceOf(
      APIUserAbortError,
    );
  });

  test('are retried by the rules of the SDK', async () => {
    const patient = await start({ reply: () => ({ value: WIRE }) }, { maxRetries: 3 });
    for (const status of [429, 500, 529]) {
      const headers = misbehaving(`fail=${status}; times=2; retry-after-ms=1`);
      const answer = await parse(patient.client, { ...request, output: Invoice, max_tokens: status, ...headers });
      expect(answer).toMatchObject({ status: 'ok', attempts: [{}] });
    }
  });

  test('a request that can not work is not sent', async () => {
    await expect(asked({ stop_sequences: ['x'] })).rejects.toBeInstanceOf(RequestError);
    await expect(asked({ continuations: -1 })).rejects.toThrow(/continuations/);
    await expect(asked({ output_config: { format: {} } })).rejects.toBeInstanceOf(RequestError);
    await expect(parse({} as never, { ...request, output: Invoice } as never)).rejects.toThrow(/no client/);
    expect(started.emulator.requests).toHaveLength(0);
  });

  test('parseOrThrow carries the outcome', async () => {
    expect(await parseOrThrow(started.client, { ...request, output: Invoice })).toEqual(VALUE);
    const thrown = await parseOrThrow(started.client, { ...request, output: Invoice, ...misbehaving('refuse=bio') }).catch(
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(OutcomeError);
    expect(thrown).toMatchObject({ outcome: { status: 'refused' }, message: expect.stringContaining('bio') });
  });
});

test('an answer cut at every byte is never a value', { timeout: 120_000 }, async () => {
  const bytes = Buffer.byteLength(TEXT);
  for (let at = 0; at <= bytes; at++) {
    const answer = await asked(misbehaving(`truncate=${at}`));
    expect(answer.status).toBe('truncated');
    if (answer.status !== 'truncated') continue;
    for (const { path, value } of answer.complete.map((path) => ({ path, value: at_(answer.partial, path) })))
      expect(value, path).toEqual(at_(LIFTED, path));
  }
});

const LIFTED = { ...VALUE };
function at_(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((inner, step) => (inner as Record<string, unknown>)[step], value);
}
