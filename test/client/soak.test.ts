import { APIError } from '@anthropic-ai/sdk';
import { expect, test } from 'vitest';
import { type Outcome, parse, stream } from '../../src/index.js';
import { Invoice, misbehaving, request, start, VALUE, WIRE } from './support.js';

/** Requests of the soak. */
const REQUESTS = Number(process.env['BASCULE_SOAK'] ?? 10_000);
const AT_ONCE = 50;

/** What is asked for, and how it must end. */
const FAULTS: readonly (readonly [header: string, ending: string])[] = [
  ['chunk=40', 'ok'],
  ['capitals', 'ok'],
  ['prose; blocks=2', 'ok'],
  ['pause=1', 'ok'],
  ['refuse=bio', 'refused'],
  ['truncate=70', 'truncated'],
  ['empty', 'empty'],
  ['duplicate', 'invalid'],
  ['pause=9', 'paused'],
  ['fail=429', '429'],
  ['fail=529', '529'],
  ['fail=500', '500'],
  ['drop=headers', 'error'],
  ['drop=700; chunk=30', 'error'],
  ['error=700', 'error'],
];

test(`${REQUESTS} requests, ${AT_ONCE} at a time, all end in an outcome or the SDK's error, and memory stays flat`, {
  timeout: 900_000,
}, async () => {
  const { client, emulator } = await start({ reply: () => ({ value: WIRE }), keep: 0 });
  const counts = new Map<string, number>();
  const heaps: number[] = [];
  let next = 0;
  const one = async (index: number): Promise<void> => {
    const [header, ending] = FAULTS[index % FAULTS.length] as (typeof FAULTS)[number];
    // A fault within a stream shows in a stream only.
    const streamed = Math.floor(index / FAULTS.length) % 2 === 0 || /=700/.test(header);
    const params = { ...request, metadata: { user_id: `u${index}` }, output: Invoice, continuations: 2, ...misbehaving(header) };
    const asked: Promise<Outcome> = streamed ? stream(client, params).answer() : parse(client, params);
    const got = await asked.then(
      (outcome) => {
        if (outcome.status === 'ok') expect(outcome.value).toEqual(VALUE);
        expect(outcome.attempts.length).toBeGreaterThan(0);
        return outcome.status;
      },
      (error: unknown) => {
        expect(error).toBeInstanceOf(Error);
        return error instanceof APIError && error.status ? String(error.status) : 'error';
      },
    );
    if (ending === 'error') expect(got, header).not.toBe('ok');
    else expect(got, header).toBe(ending);
    counts.set(header, (counts.get(header) ?? 0) + 1);
  };
  const worker = async (): Promise<void> => {
    while (next < REQUESTS) {
      const index = next++;
      await one(index);
      if (index % 100 === 99) heaps.push(process.memoryUsage().heapUsed);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(REQUESTS);
  for (const count of counts.values()) expect(Math.abs(count - REQUESTS / FAULTS.length)).toBeLessThanOrEqual(1);
  // The least of a stretch is what is kept; the rest waits for the collector.
  const third = Math.floor(heaps.length / 3);
  const early = Math.min(...heaps.slice(third, 2 * third));
  const late = Math.min(...heaps.slice(2 * third));
  expect(late).toBeLessThan(early * 1.5 + 20 * 2 ** 20);
  expect(emulator.requests).toHaveLength(0);
});
