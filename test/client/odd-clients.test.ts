import { APIConnectionError } from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parse, runTools, stream } from '../../src/index.js';
import { misbehaving, request, start } from './support.js';

const S = z.object({ lines: z.array(z.string()), name: z.string() });
const { client } = await start({ reply: () => ({ value: { lines: ['a', 'b'], name: 'x' } }) });
const streamed = (more: object = {}) => stream(client, { ...request, output: S, ...more });
const duck = (create: () => unknown) => ({ messages: { create } }) as unknown as typeof client;
const never = duck(() => new Promise(() => undefined));
const asked = { ...request, output: S };
const drain = async (items: AsyncIterable<unknown>) => {
  for await (const _ of items);
};

describe('elements', () => {
  test.each([['lines'], ['$.lines'], ['#/lines'], [5], [undefined], [['lines']]])(
    'refuses %j, which is no pointer',
    async (pointer) => {
      await expect(drain(streamed().elements(pointer as '/lines'))).rejects.toThrow(
        /^`elements` takes a JSON Pointer, such as "\/lines"/,
      );
    },
  );

  test('complete.has does, too', async () => {
    for await (const { complete } of streamed()) {
      expect(() => complete.has('name')).toThrow('`complete.has` takes a JSON Pointer');
      break;
    }
  });

  test('says that what stands there is no list', async () => {
    await expect(drain(streamed().elements('/name'))).rejects.toThrow('what stands at "/name" is none');
    await expect(drain(streamed().elements(''))).rejects.toThrow('what stands at "" is none');
  });
});

test('a connection that breaks off inside an answer is the SDK’s connection error', async () => {
  const broken = streamed(misbehaving('drop=1000; chunk=1'));
  const error = await broken.answer().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(APIConnectionError);
  expect((error as Error).message).toMatch(/^The connection broke off while the answer was coming in \(/);
  expect((error as Error).cause).toBeInstanceOf(TypeError);
});

describe('a client that heeds no signal is not waited for', () => {
  const signal = () => AbortSignal.timeout(50);
  test.each<[string, () => Promise<unknown>]>([
    ['parse', () => parse(never, { ...asked, signal: signal() })],
    ['stream', () => stream(never, { ...asked, signal: signal() }).answer()],
    ['runTools', () => runTools(never, { ...request, tools: [], signal: signal() })],
  ])('%s', async (_, call) => {
    await expect(call()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('abort', async () => {
    const answer = stream(never, asked);
    setTimeout(() => answer.abort(), 50);
    await expect(answer.answer()).rejects.toMatchObject({ name: 'AbortError' });
  });
});

const message = (more: object) => ({ role: 'assistant', content: [], stop_reason: null, ...more });

test.each<[string, object, RegExp]>([
  ['text that is a number', { content: [{ type: 'text', text: 5 }] }, /`content\[0\]` is text without a string/],
  ['a block that is null', { content: [null] }, /`content\[0\]` has no type/],
])('%s is no message', async (_, more, words) => {
  await expect(
    parse(
      duck(async () => message(more)),
      asked,
    ),
  ).rejects.toThrow(words);
});

test('an answer without a stop reason is known to have broken off', async () => {
  const { stop_reason: _, ...cut } = message({ content: [{ type: 'text', text: '{' }] });
  expect(
    await parse(
      duck(async () => cut),
      asked,
    ),
  ).toMatchObject({
    status: 'invalid',
    issues: [{ message: 'The answer has no `stop_reason`: it broke off before its end.' }],
  });
});

test('a client that gives nothing for a stream is told', async () => {
  await expect(
    stream(
      duck(() => undefined),
      asked,
    ).answer(),
  ).rejects.toThrow(/^The client did not stream/);
});

test('an error that comes as an event ends the stream with its words', async () => {
  const events = async () =>
    (async function* () {
      yield { type: 'message_start', message: message({}) };
      yield { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    })();
  await expect(stream(duck(events), asked).answer()).rejects.toThrow(
    'The API broke the answer off: Overloaded (overloaded_error).',
  );
});
