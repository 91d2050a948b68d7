import { APIConnectionError, APIError, RateLimitError } from '@anthropic-ai/sdk';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse, StalledError, stream } from '../../src/index.js';
import { Invoice, invoice, misbehaving, request, type Started, start, TEXT, VALUE, WIRE } from './support.js';

let started: Started;
beforeAll(async () => {
  started = await start({ reply: () => ({ value: WIRE }) });
});
beforeEach(() => {
  (started.emulator.requests as unknown[]).length = 0;
});

const streamed = (more: object = {}) => stream(started.client, { ...request, output: Invoice, ...more });
const bytes = Buffer.byteLength(TEXT);

describe('the value as it grows', () => {
  test('ends as the value, and every state before is a beginning of it', async () => {
    const answer = streamed(misbehaving('chunk=1'));
    let last: unknown;
    let updates = 0;
    for await (const { value, complete, attempt, tool } of answer) {
      expect([attempt, tool]).toEqual([0, undefined]);
      updates++;
      begins(value, VALUE, '');
      for (const pointer of complete) expect(at(value, pointer), pointer).toEqual(at(VALUE, pointer));
      last = value;
    }
    expect(updates).toBeGreaterThan(TEXT.length / 2);
    expect(last).toEqual(VALUE);
    expect(await answer.answer()).toMatchObject({ status: 'ok', value: VALUE });
  });

  test('is live, and what is complete is frozen and keeps its identity', async () => {
    const roots = new Set<unknown>();
    let line: unknown;
    const answer = streamed(misbehaving('chunk=3'));
    for await (const { value, complete } of answer) {
      roots.add(value);
      if (!complete.has('/lines/0')) continue;
      line ??= value?.lines?.[0];
      expect(value?.lines?.[0]).toBe(line);
      expect(Object.isFrozen(line)).toBe(true);
    }
    roots.delete(undefined);
    expect(roots.size).toBe(1);
  });

  test('snapshot copies', async () => {
    const answer = streamed(misbehaving('chunk=5'));
    const copies: unknown[] = [];
    for await (const _ of answer) copies.push(answer.snapshot());
    const texts = copies.map((copy) => JSON.stringify(copy));
    expect(new Set(texts).size).toBeGreaterThan(10);
    expect(answer.snapshot()).toEqual(VALUE);
  });

  test('elements gives each item once, when it is whole', async () => {
    const answer = streamed(misbehaving('chunk=2'));
    const items: unknown[] = [];
    for await (const line of answer.elements('/lines')) items.push(structuredClone(line));
    expect(items).toEqual(VALUE.lines);
    expect(await answer.answer()).toMatchObject({ status: 'ok' });
  });

  test('several readers share one request', async () => {
    const answer = streamed(misbehaving('chunk=4'));
    const all = await Promise.all([
      answer.answer(),
      (async () => {
        let count = 0;
        for await (const _ of answer.elements('/lines')) count++;
        return count;
      })(),
      (async () => {
        let last: unknown;
        for await (const { value } of answer) last = value;
        return last;
      })(),
    ]);
    expect(all).toMatchObject([{ status: 'ok' }, 2, VALUE]);
    expect(started.emulator.requests).toHaveLength(1);
  });

  test('split characters, prose before, several blocks, other capitals', async () => {
    for (const header of ['split; chunk=1', 'write=1', 'prose', 'blocks=4; chunk=2', 'prose; blocks=3; chunk=1', 'capitals']) {
      const answer = streamed(misbehaving(header));
      let last: unknown;
      for await (const { value } of answer) last = value;
      expect(last, header).toEqual(VALUE);
      expect(await answer.answer(), header).toMatchObject({ status: 'ok', value: VALUE });
    }
  });
});

describe('the outcome', () => {
  test('is the same as that of parse, whatever happens', { timeout: 60_000 }, async () => {
    for (const header of [
      'refuse=bio; explanation=no',
      'refuse; truncate=30',
      'truncate=40',
      'truncate=40; reason=model_context_window_exceeded',
      'empty=content',
      'empty=text',
      'pause=2',
      'pause=9',
      'duplicate',
      'numbers',
      'invalid',
      'capitals',
      'prose',
      'blocks=3',
    ]) {
      const [one, other] = [
        await parse(started.client, { ...request, output: Invoice, ...misbehaving(header) }),
        await streamed(misbehaving(header)).answer(),
      ];
      const told = ({ requestId: _, message, attempts, ...outcome }: typeof one) => ({
        ...outcome,
        // The ids of the server's tools differ from request to request.
        content: header.startsWith('pause') ? undefined : (message as { content: unknown }).content,
        attempts: attempts.map(({ cause, usage }) => ({ cause, usage })),
      });
      // A broken answer is broken at random places of the text.
      if (header === 'invalid') expect(other.status).toBe(one.status);
      else expect(told(other), header).toEqual(told(one));
      expect(other.requestId).toMatch(/^req_/);
    }
  });

  test('repairs begin the value anew', async () => {
    started.emulator.script({ text: TEXT.replace('"count":12', '"count":120') });
    const attempts = new Set<number>();
    const answer = streamed({ repair: { attempts: 1 } });
    for await (const { value, attempt } of answer) {
      attempts.add(attempt);
      if (attempt === 1) begins(value, VALUE, '');
    }
    expect([...attempts]).toEqual([0, 1]);
    expect(await answer.answer()).toMatchObject({ status: 'ok', attempts: [{ cause: 'first' }, { cause: 'repair' }] });
  });

  test('an answer cut at every byte never yields a wrong value', { timeout: 120_000 }, async () => {
    for (let cut = 0; cut < bytes; cut++) {
      const answer = streamed(misbehaving(`truncate=${cut}; chunk=7`));
      for await (const { value, complete } of answer) {
        begins(value, VALUE, `cut at ${cut}`);
        expect(complete.has('')).toBe(false);
      }
      const outcome = await answer.answer();
      expect(outcome.status, `cut at ${cut}`).toBe('truncated');
      if (outcome.status === 'truncated')
        for (const pointer of outcome.complete) expect(at(outcome.partial, pointer), pointer).toEqual(at(VALUE, pointer));
    }
  });
});

describe('what breaks', () => {
  test('errors before and in the stream come through', async () => {
    await expect(streamed(misbehaving('fail=429')).answer()).rejects.toBeInstanceOf(RateLimitError);
    await expect(streamed(misbehaving('error=900')).answer()).rejects.toBeInstanceOf(APIError);
    const failing = streamed(misbehaving('error=900; chunk=1'));
    const seen: unknown[] = [];
    await expect(
      (async () => {
        for await (const { value } of failing) seen.push(value);
      })(),
    ).rejects.toBeInstanceOf(APIError);
    expect(seen.length).toBeGreaterThan(0);
    await expect(failing.answer()).rejects.toBeInstanceOf(APIError);
  });

  test('a dropped stream ends in an error, never in a value', async () => {
    await expect(streamed(misbehaving('drop=headers')).answer()).rejects.toBeInstanceOf(APIConnectionError);
    await expect(streamed(misbehaving('drop=1200; chunk=1')).answer()).rejects.toBeInstanceOf(Error);
  });

  test('a stalled stream is given up', async () => {
    await expect(streamed({ ...misbehaving('stall=1200; chunk=1'), idleTimeout: 100 }).answer()).rejects.toBeInstanceOf(
      StalledError,
    );
  });

  test('the signal and abort', async () => {
    const controller = new AbortController();
    const answer = streamed({ ...misbehaving('chunk=1; delay=5'), signal: controller.signal });
    const loop = (async () => {
      for await (const _ of answer) controller.abort(new Error('enough'));
    })();
    await expect(loop).rejects.toThrow('enough');
    const other = streamed(misbehaving('stall=1200; chunk=1'));
    const waiting = other.answer();
    setTimeout(() => other.abort(), 50);
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('leaving the loop aborts the request', async () => {
    const answer = streamed(misbehaving('chunk=1; delay=5'));
    for await (const { value } of answer) if (value) break;
    await expect(answer.answer()).rejects.toMatchObject({ name: 'AbortError' });
    const items = streamed(misbehaving('chunk=1; delay=1'));
    for await (const _ of items.elements('/lines')) break;
    await expect(items.answer()).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('but not while someone waits for the answer', async () => {
    const answer = streamed(misbehaving('chunk=2'));
    const waiting = answer.answer();
    for await (const { value } of answer) if (value) break;
    expect(await waiting).toMatchObject({ status: 'ok', value: VALUE });
  });

  test('nothing is sent before it is read, and it is read no faster than asked', async () => {
    const events: string[] = [];
    const answer = streamed({ ...misbehaving('chunk=1'), onEvent: ({ type }: { type: string }) => events.push(type) });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(started.emulator.requests).toHaveLength(0);
    const iterator = answer[Symbol.asyncIterator]();
    for (let i = 0; i < 5; i++) await iterator.next();
    const before = events.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(events.length).toBe(before);
    await iterator.return?.();
  });
});

describe('inputs of tools', () => {
  const tools = [invoice.tool({ name: 'save', description: 'Saves' })];

  test('grow too', async () => {
    started.emulator.script({ tools: [{ name: 'save', input: WIRE, id: 'a' }], misbehave: { chunk: 1 } });
    const answer = stream(started.client, { ...request, output: Invoice, tools });
    let last: unknown;
    for await (const { tool, value } of answer) {
      expect(tool).toEqual({ id: 'a', name: 'save' });
      begins(value, VALUE, '');
      last = value;
    }
    expect(last).toEqual(VALUE);
    expect(await answer.answer()).toMatchObject({ status: 'tool_use', calls: [{ id: 'a', name: 'save', input: VALUE }] });
  });

  test('that are no JSON are issues', async () => {
    started.emulator.script({ tools: [{ name: 'save', input: WIRE, id: 'a' }], misbehave: { invalid: true } });
    const eager = [invoice.tool({ name: 'save', eager_input_streaming: true })];
    const answer = stream(started.client, { ...request, output: Invoice, tools: eager });
    const outcome = await answer.answer();
    expect(outcome).toMatchObject({ status: 'tool_use', calls: [{ id: 'a', name: 'save' }] });
    if (outcome.status !== 'tool_use') return;
    expect(outcome.calls[0]?.issues?.length).toBeGreaterThan(0);
    expect(outcome.message.content).toMatchObject([{ input: { INVALID_JSON: expect.any(String) } }]);
  });
});

/** Fails unless `partial` is a beginning of `whole`. */
function begins(partial: unknown, whole: unknown, path: string): void {
  if (partial === undefined) return;
  if (typeof partial === 'string' && typeof whole === 'string') {
    expect(whole.startsWith(partial), `${path}: ${partial}`).toBe(true);
  } else if (Array.isArray(partial)) {
    expect(partial.length, path).toBeLessThanOrEqual((whole as unknown[]).length);
    for (const [index, item] of partial.entries()) begins(item, (whole as unknown[])[index], `${path}/${index}`);
  } else if (typeof partial === 'object' && partial !== null && !(partial instanceof Date)) {
    for (const [key, item] of Object.entries(partial)) {
      expect(Object.keys(whole as object), path).toContain(key);
      begins(item, (whole as Record<string, unknown>)[key], `${path}/${key}`);
    }
  } else expect(partial, path).toEqual(whole);
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((inner, step) => (inner as Record<string, unknown>)[step], value);
}
