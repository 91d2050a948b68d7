import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { defineTool, parse, runTools, stream } from '../../src/index.js';
import { request, start } from './support.js';

const { client } = await start({ reply: () => ({ value: { a: 'x' } }) });
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(async () => {
  await new Promise(setImmediate);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

const a = z.object({ a: z.string() });
const hanging = a.refine(() => new Promise<boolean>(() => undefined));
const failing = a.refine(async () => Promise.reject(new Error('the database is away')));

test('an asynchronous check runs once', async () => {
  let runs = 0;
  const output = a.refine(async () => ++runs > 0);
  expect((await parse(client, { ...request, output })).status).toBe('ok');
  expect((await stream(client, { ...request, output }).answer()).status).toBe('ok');
  expect(runs).toBe(2);
});

test('one that rejects is an issue, and rejects nowhere else', async () => {
  for (const answer of [
    await parse(client, { ...request, output: failing }),
    await stream(client, { ...request, output: failing }).answer(),
  ])
    expect(answer).toMatchObject({
      status: 'invalid',
      issues: [{ code: 'user-code-threw', message: expect.stringContaining('the database is away') }],
    });
});

test('an asynchronous transform inside an object is awaited', async () => {
  const output = z.object({ a: z.string().transform(async (text) => `${text}!`) });
  expect(await parse(client, { ...request, output })).toMatchObject({ status: 'ok', value: { a: 'x!' } });
});

test('one of a tool’s input that rejects is told to the model', async () => {
  const { emulator, client: other } = await start();
  emulator.script({ tools: [{ name: 'save', input: { a: 'x' } }] }, { text: 'sorry' });
  const { ran } = await runTools(other, {
    ...request,
    tools: [defineTool({ name: 'save', input: failing, run: () => 'saved' })],
  });
  expect(ran).toMatchObject([{ isError: true, content: expect.stringContaining('the database is away') }]);
});

test('one that hangs ends with the signal', async () => {
  const signal = () => AbortSignal.timeout(150);
  await expect(parse(client, { ...request, output: hanging, signal: signal() })).rejects.toThrow(/aborted/);
  await expect(stream(client, { ...request, output: hanging, signal: signal() }).answer()).rejects.toThrow(/aborted/);
  const streamed = stream(client, { ...request, output: hanging });
  setTimeout(() => streamed.abort(), 150);
  await expect(streamed.answer()).rejects.toThrow(/aborted/);
});
