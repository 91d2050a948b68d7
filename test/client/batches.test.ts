import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BadRequestError } from '@anthropic-ai/sdk';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type BatchRequest, portions } from '../../src/client/batch-items.js';
import type { BatchState } from '../../src/client/batch-state.js';
import { collectBatch, RequestError, retryable, submitBatch } from '../../src/index.js';
import { misbehaving, request, type Started, start } from './support.js';
import '../support/seed.js';

const Output = z.object({ n: z.int() });
const folder = mkdtempSync(join(tmpdir(), 'bascule-batches-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let started: Started;
beforeAll(async () => {
  started = await start({
    reply: ({ customId }) => {
      if (customId === undefined) return undefined;
      if (customId.startsWith('refused')) return { content: [], stop_reason: 'refusal' };
      if (customId.startsWith('cut')) return { text: '{"n":', stop_reason: 'max_tokens' };
      if (customId.startsWith('wrong')) return { text: '{"n":"x"}' };
      return { value: { n: Number(customId.replace(/\D/g, '')) } };
    },
  });
});
beforeEach(() => {
  (started.emulator.requests as unknown[]).length = 0;
});

const items = (...ids: string[]) => ids.map((custom_id) => ({ custom_id, messages: request.messages }));
const base = { model: request.model, max_tokens: 100, output: Output };
const paths = () => started.emulator.requests.map(({ method, path }) => `${method} ${path}`);

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of source) list.push(item);
  return list;
}

describe('submitBatch', () => {
  test('probes one request, then sends all, lowered', async () => {
    const kept: string[] = [];
    const submitted = await submitBatch(started.client, {
      ...base,
      items: items('a1', 'a2'),
      onSubmitted: ({ id }) => void kept.push(id),
    });
    expect(paths()).toEqual(['POST /v1/messages', 'POST /v1/messages/batches']);
    expect(started.emulator.requests[0]?.body).toMatchObject({ max_tokens: 1 });
    expect(started.emulator.requests[1]?.body).toMatchObject({
      requests: [
        { custom_id: 'a1', params: { max_tokens: 100, output_config: { format: { type: 'json_schema' } } } },
        { custom_id: 'a2' },
      ],
    });
    expect(submitted.batches).toEqual([{ id: kept[0], count: 2 }]);
  });

  test('a schema that the API refuses is found before', async () => {
    const failing = { ...base, items: items('a1'), ...misbehaving('fail=400') };
    await expect(submitBatch(started.client, failing)).rejects.toBeInstanceOf(BadRequestError);
    expect(paths()).toEqual(['POST /v1/messages']);
  });

  test('what a batch does not take is said before anything is sent', async () => {
    for (const wrong of [items('a', 'a'), items('a b'), items('x'.repeat(65)), [{ custom_id: 'a', messages: [], max_tokens: 0 }]])
      await expect(submitBatch(started.client, { ...base, items: wrong })).rejects.toBeInstanceOf(RequestError);
    await expect(submitBatch(started.client, { ...base, items: 5 as never })).rejects.toThrow(/items/);
    await expect(
      submitBatch({ messages: { create: async () => ({}) } } as never, { ...base, items: [] } as never),
    ).rejects.toThrow(/batches/);
    expect(paths()).toEqual([]);
  });

  test('portions hold all requests in order, none too many or too large', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 80, max: 400 }),
        async (texts, most, bytes) => {
          const requests: BatchRequest[] = texts.map((text, index) => ({ custom_id: `r${index}`, params: { text } }));
          const given = async function* () {
            yield* requests;
          };
          const made = await all(portions(given(), most, bytes));
          expect(made.flat()).toEqual(requests);
          for (const portion of made) {
            expect(portion.length).toBeGreaterThan(0);
            expect(portion.length).toBeLessThanOrEqual(most);
            if (portion.length > 1) expect(Buffer.byteLength(JSON.stringify({ requests: portion }))).toBeLessThanOrEqual(bytes);
          }
        },
      ),
    );
  });
});

describe('collectBatch', () => {
  test('gives each result once, as its outcome', async () => {
    const ids = ['ok1', 'ok2', 'refused1', 'cut1', 'wrong1'];
    const submitted = await submitBatch(started.client, { ...base, items: items(...ids) });
    const results = await all(collectBatch(started.client, submitted, { output: Output, poll: 5 }));
    const by = new Map(results.map((result) => [result.custom_id, result]));
    expect([...by.keys()].sort()).toEqual([...ids].sort());
    expect(by.get('ok2')).toMatchObject({ status: 'ok', value: { n: 2 } });
    expect(by.get('refused1')).toMatchObject({ status: 'refused' });
    expect(by.get('cut1')).toMatchObject({ status: 'truncated', reason: 'max_tokens' });
    expect(by.get('wrong1')).toMatchObject({ status: 'invalid', issues: [{ path: ['n'] }] });
    expect(retryable(results).map((result) => result.custom_id)).toEqual(['wrong1']);
  });

  test('tells what got no answer', async () => {
    const submitted = await submitBatch(started.client, {
      ...base,
      items: items(...Array.from({ length: 40 }, (_, index) => `x${index}`)),
      ...misbehaving('errored=40; expired=30'),
    });
    const results = await all(collectBatch(started.client, submitted, { output: Output, poll: 5 }));
    expect(results).toHaveLength(40);
    const statuses = new Set(results.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(['errored', 'expired', 'ok']);
    for (const result of results) if (result.status === 'errored') expect(result.error.type).toMatch(/_error$/);
    expect(retryable(results).every(({ status }) => status !== 'ok')).toBe(true);
  });

  test('goes on where it was left, and says what is in doubt', async () => {
    const submitted = await submitBatch(started.client, { ...base, items: items('s1', 's2', 's3', 's4') });
    const memory = inMemory();
    const first: string[] = [];
    for await (const { custom_id } of collectBatch(started.client, submitted, { output: Output, poll: 5, state: memory })) {
      first.push(custom_id);
      if (first.length === 2) break;
    }
    const rest = await all(collectBatch(started.client, submitted, { output: Output, poll: 5, state: memory }));
    expect(rest.map(({ custom_id, again }) => [custom_id, again])).toEqual([
      [first[1], true],
      ...rest.slice(1).map(({ custom_id }) => [custom_id, undefined]),
    ]);
    expect(new Set([first[0], ...rest.map(({ custom_id }) => custom_id)]).size).toBe(4);
    expect(await all(collectBatch(started.client, submitted, { output: Output, state: memory }))).toEqual([]);
    await expect(all(collectBatch(started.client, 'msgbatch_other', { output: Output, state: memory }))).rejects.toThrow(
      /other batches/,
    );
  });

  test('whatever order results come in, and wherever it stops, none is lost or taken twice', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.shuffledSubarray(ids, { minLength: 5 }), fc.nat(5), fc.boolean()), { maxLength: 8 }),
        async (runs) => {
          const memory = inMemory();
          const taken: string[] = [];
          for (const [order, stop, torn] of [...runs, [ids, 9, false] as const]) {
            let count = 0;
            for await (const { custom_id, again } of collectBatch(fake(order), 'b', { output: Output, state: memory })) {
              if (count++ === stop) break;
              if (!again || !taken.includes(custom_id)) taken.push(custom_id);
            }
            if (torn) memory.text += 'tor';
          }
          expect([...taken].sort()).toEqual(ids);
        },
      ),
    );
  });

  test('killed at any time, it loses nothing and counts nothing twice', { timeout: 240_000 }, async () => {
    const count = 400;
    const submitted = await submitBatch(started.client, {
      ...base,
      items: items(...Array.from({ length: count }, (_, index) => `k${index}`)),
    });
    const [state, into] = [join(folder, 'state'), join(folder, 'results')];
    let killed = 0;
    for (let left = 12; ; left--) {
      const code = await collected(submitted.batches.map(({ id }) => id).join(','), state, into, left > 0);
      if (code === 0) break;
      killed++;
    }
    const taken = readFileSync(into, 'utf8').trim().split('\n');
    expect(taken).toHaveLength(count);
    expect(new Set(taken).size).toBe(count);
    expect(killed).toBeGreaterThan(2);
  });
});

/** Runs the collection in a process of its own; kills it shortly after it has begun to take results. */
function collected(ids: string, state: string, into: string, kill: boolean): Promise<number | null> {
  const script = fileURLToPath(new URL('./collect.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, started.emulator.url, ids, state, into], {
    stdio: 'inherit',
  });
  const size = () => {
    try {
      return readFileSync(into).length;
    } catch {
      return 0;
    }
  };
  const before = size();
  const timer = kill
    ? setInterval(() => {
        if (size() > before) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20);
      }, 1)
    : undefined;
  return new Promise((resolve) =>
    child.on('exit', (code) => {
      clearInterval(timer);
      resolve(code);
    }),
  );
}

function inMemory(): BatchState & { text: string } {
  return {
    text: '',
    async read() {
      return this.text;
    },
    async append(text) {
      this.text += text;
    },
    async cut(length) {
      this.text = this.text.slice(0, length);
    },
  };
}

/** A client whose one batch has ended, with results in this order. */
function fake(order: readonly string[]): never {
  const message = { role: 'assistant', content: [{ type: 'text', text: '{"n":1}' }], stop_reason: 'end_turn', usage: {} };
  return {
    messages: {
      create: async () => message,
      batches: {
        create: async () => ({ id: 'b' }),
        retrieve: async () => ({ processing_status: 'ended' }),
        results: async () =>
          (async function* () {
            for (const custom_id of order) yield { custom_id, result: { type: 'succeeded', message } };
          })(),
      },
    },
  } as never;
}
