import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIUserAbortError,
  AuthenticationError,
  InternalServerError,
  OverloadedError,
  RateLimitError,
  ServiceUnavailableError,
} from '@anthropic-ai/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  collectBatch,
  compile,
  countTokens,
  defineTool,
  parse,
  parseOrThrow,
  runTools,
  stream,
  submitBatch,
  warm,
} from '../../src/index.js';
import { type Answer, begun, ENDED, failure, message, startApi } from '../support/api-server.js';

const { api, client } = await startApi({ logLevel: 'off' });
const patient = client.withOptions({ maxRetries: 2 });
const base = { model: 'claude-sonnet-5', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hi' }] };
const output = compile({
  type: 'object',
  properties: { a: { type: 'string' } },
  required: ['a'],
  additionalProperties: false,
});
const text = [{ type: 'text', text: '{"a":"x"}', citations: null }];

type Client = typeof client;
type More = { readonly signal?: AbortSignal };
const CALLS: Readonly<Record<string, (client: Client, more?: More) => Promise<unknown>>> = {
  parse: (client, more) => parse(client, { ...base, output, ...more }),
  parseOrThrow: (client, more) => parseOrThrow(client, { ...base, output, ...more }),
  stream: (client, more) => stream(client, { ...base, output, ...more }).answer(),
  'a loop over stream': async (client, more) => {
    for await (const _ of stream(client, { ...base, output, ...more }));
  },
  runTools: (client, more) => runTools(client, { ...base, output, tools: [], ...more }),
  submitBatch: (client, more) => submitBatch(client, { ...base, output, items: [{ custom_id: 'a' }], ...more }),
  countTokens: (client, more) => countTokens(client, { ...base, output, ...more }),
  warm: (client, more) => warm(client, { ...base, output, ...more }),
};

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

async function thrownBy(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.fail('it was answered'),
    (error: unknown) => error,
  );
}

const soon = (answer: Answer): Answer =>
  typeof answer === 'object' && 'status' in answer
    ? { ...answer, headers: { ...answer.headers, 'retry-after-ms': '1' } }
    : answer;

describe.each(Object.entries(CALLS))('%s', (name, call) => {
  describe.each<[string, Answer, abstract new (...given: never) => Error, object]>([
    ['429', failure('Slow down', 429, 'rate_limit_error'), RateLimitError, { status: 429, type: 'rate_limit_error' }],
    ['529', failure('Overloaded', 529, 'overloaded_error'), OverloadedError, { status: 529, type: 'overloaded_error' }],
    ['500', failure('Internal', 500, 'api_error'), InternalServerError, { status: 500 }],
    [
      '503',
      failure('Grammar compilation is temporarily unavailable. Please try again.', 503, 'api_error'),
      ServiceUnavailableError,
      { status: 503 },
    ],
    ['a connection that breaks', 'break', APIConnectionError, {}],
  ])('%s', (_title, answer, Class, members) => {
    test.each([
      [0, client],
      [2, patient],
    ])('is tried %d times more', async (retries, each) => {
      api.willAnswer(soon(answer));
      const error = await thrownBy(call(each));
      expect(error).toBeInstanceOf(Class);
      expect(error).toMatchObject({ name: Class.name, ...members });
      if (answer !== 'break') expect(error).toMatchObject({ requestID: 'req_7' });
      expect(api.requests.map(({ headers }) => headers['x-stainless-retry-count'])).toEqual(
        Array.from({ length: retries + 1 }, (_, index) => String(index)),
      );
    });

    if (!name.includes('stream') && name !== 'submitBatch' && name !== 'countTokens')
      test('is gone the second time', async () => {
        api.willAnswer(soon(answer), message(text));
        await expect(call(patient)).resolves.toBeDefined();
        expect(api.requests).toHaveLength(2);
      });
  });

  test('what the server says must not be tried again is not', async () => {
    api.willAnswer({ status: 529, body: '{}', headers: { 'x-should-retry': 'false' } });
    expect(await thrownBy(call(patient))).toBeInstanceOf(OverloadedError);
    expect(api.requests).toHaveLength(1);
  });

  test('what is not for trying again is not', async () => {
    api.willAnswer(failure('invalid x-api-key', 401, 'authentication_error'));
    expect(await thrownBy(call(patient))).toBeInstanceOf(AuthenticationError);
    expect(api.requests).toHaveLength(1);
  });

  test('that takes too long', async () => {
    api.willAnswer('silence');
    expect(await thrownBy(call(client.withOptions({ timeout: 50 })))).toBeInstanceOf(APIConnectionTimeoutError);
    expect(api.requests.length).toBeLessThanOrEqual(1);
  });

  test.each<[string, unknown]>([
    ['without a reason', undefined],
    ['for a reason', new Error('enough')],
    ['for a text', 'enough'],
  ])('aborted before it begins, %s', async (_title, reason) => {
    const controller = new AbortController();
    controller.abort(reason);
    api.willAnswer(message(text));
    expect(await thrownBy(call(client, { signal: controller.signal }))).toBeInstanceOf(APIUserAbortError);
    expect(api.requests).toHaveLength(0);
  });

  test('aborted while the SDK waits to try again', async () => {
    const controller = new AbortController();
    api.willAnswer({ status: 429, body: '{}', headers: { 'retry-after': '30' } });
    void api.until(({ requests }) => requests.length === 1).then(() => controller.abort());
    expect(await thrownBy(call(patient, { signal: controller.signal }))).toBeInstanceOf(APIUserAbortError);
    expect(api.requests).toHaveLength(1);
  });
});

test.each(['parse', 'stream'])('%s waits as long as `retry-after` says', async (name) => {
  api.willAnswer({ status: 429, body: '{}', headers: { 'retry-after': '1' } }, 'break');
  const from = performance.now();
  await thrownBy((CALLS[name] as (typeof CALLS)[string])(client.withOptions({ maxRetries: 1 })));
  expect(performance.now() - from).toBeGreaterThan(900);
  expect(api.requests).toHaveLength(2);
});

describe('aborted inside a stream', () => {
  const hanging: Answer = { events: begun('{"a":"x'), then: 'hang' };
  const AFTER = 5000;

  async function isPrompt(call: Promise<unknown>, reason?: unknown): Promise<void> {
    const error = await thrownBy(call);
    expect(error).toBeInstanceOf(APIUserAbortError);
    expect(error).toMatchObject({ name: 'AbortError', message: expect.stringMatching(/^Request was aborted/) });
    if (reason !== undefined) expect((error as Error).cause).toBe(reason);
    await api.until(({ closed }) => closed === 1);
  }

  test.each<[string, unknown]>([
    ['without a reason', undefined],
    ['for an error', new Error('enough')],
    ['for a text', 'enough'],
  ])(
    'by the signal, %s',
    async (_title, reason) => {
      for (const each of [client, client.beta, client.messages, client.beta.messages]) {
        const controller = new AbortController();
        api.willAnswer(hanging);
        const answer = stream(each as Client, { ...base, output, signal: controller.signal });
        setTimeout(() => controller.abort(reason), 60);
        await isPrompt(answer.answer(), reason);
      }
    },
    AFTER,
  );

  test(
    'by the signal, while nobody reads',
    async () => {
      const controller = new AbortController();
      api.willAnswer(hanging);
      const answer = stream(client, { ...base, output, signal: controller.signal });
      const loop = (async () => {
        for await (const _ of answer) {
          controller.abort();
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
      })();
      await isPrompt(loop);
    },
    AFTER,
  );

  test(
    'by `abort`',
    async () => {
      api.willAnswer(hanging);
      const answer = stream(client, { ...base, output });
      const waiting = answer.answer();
      setTimeout(() => answer.abort(), 60);
      await isPrompt(waiting);
      await expect(answer.answer()).rejects.toBeInstanceOf(APIUserAbortError);
    },
    AFTER,
  );

  test(
    'by leaving the loop',
    async () => {
      api.willAnswer(hanging);
      const answer = stream(client, { ...base, output });
      for await (const _ of answer) break;
      await isPrompt(answer.answer());
    },
    AFTER,
  );

  test('before anyone reads: nothing is sent', async () => {
    api.willAnswer(hanging);
    const answer = stream(client, { ...base, output });
    answer.abort();
    expect(await thrownBy(answer.answer())).toBeInstanceOf(APIUserAbortError);
    expect(api.requests).toHaveLength(0);
  });

  test('an answer that is there already stays', async () => {
    const controller = new AbortController();
    api.willAnswer({ events: [...begun('{"a":"x"}'), ...ENDED] });
    const answer = stream(client, { ...base, output, signal: controller.signal });
    expect(await answer.answer()).toMatchObject({ status: 'ok' });
    controller.abort();
    answer.abort();
    expect(await answer.answer()).toMatchObject({ status: 'ok', value: { a: 'x' } });
  });

  test(
    'a stream of another client that heeds no signal',
    async () => {
      const controller = new AbortController();
      const deaf = {
        create: async () =>
          (async function* () {
            yield* begun('{"a":"x');
            await new Promise(() => undefined);
          })(),
      };
      const answer = stream(deaf as never, { ...base, output, signal: controller.signal } as never);
      setTimeout(() => controller.abort(new Error('enough')), 30);
      await expect(answer.answer()).rejects.toThrow('enough');
    },
    AFTER,
  );
});

describe('aborted while tools run', () => {
  const call = message([{ type: 'tool_use', id: 'toolu_1', name: 'wait', input: {} }], 'tool_use');
  const never = () => new Promise<never>(() => undefined);
  const input = { type: 'object', properties: {}, additionalProperties: false } as const;
  const run = (tools: object, more: object) => runTools(client, { ...base, ...tools, ...more } as never);

  test.each<[string, (controller: AbortController) => object]>([
    ['a tool that does not end', () => ({ tools: [defineTool({ name: 'wait', input, run: never })] })],
    ['its approval', () => ({ tools: [defineTool({ name: 'wait', input, run: () => 'x', approve: never })] })],
    ['the approval of all', () => ({ approve: never, tools: [defineTool({ name: 'wait', input, run: () => 'x' })] })],
  ])(
    'in %s',
    async (_title, more) => {
      const controller = new AbortController();
      api.willAnswer(call);
      setTimeout(() => controller.abort(new Error('enough')), 60);
      const error = await thrownBy(run(more(controller), { signal: controller.signal }));
      expect(error).toBeInstanceOf(APIUserAbortError);
      expect(error).toMatchObject({ message: 'Request was aborted: enough', cause: { message: 'enough' } });
      expect(api.requests).toHaveLength(1);
    },
    5000,
  );
});

test('aborted while a batch is waited for', async () => {
  const controller = new AbortController();
  api.willAnswer({
    status: 200,
    body: '{"id":"b","processing_status":"in_progress"}',
    headers: { 'content-type': 'application/json' },
  });
  const loop = (async () => {
    for await (const _ of collectBatch(client, 'b', { output, poll: 60_000, signal: controller.signal }));
  })();
  void api.until(({ requests }) => requests.length === 1).then(() => setTimeout(() => controller.abort(), 30));
  expect(await thrownBy(loop)).toBeInstanceOf(APIUserAbortError);
}, 5000);

test('a client of no SDK rejects with the signal’s reason', async () => {
  const controller = new AbortController();
  const create = async () => {
    controller.abort(new Error('enough'));
    return { content: [{ type: 'tool_use', id: 't', name: 'x', input: {} }], stop_reason: 'tool_use' };
  };
  const tool = defineTool({ name: 'x', input: { type: 'object', properties: {}, additionalProperties: false }, run: () => 'x' });
  const call = runTools({ create } as never, { ...base, tools: [tool], signal: controller.signal } as never);
  await expect(call).rejects.toThrow(/^enough$/);
});
