import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collectBatch, RequestError, submitBatch } from '../../src/index.js';
import { request, start } from './support.js';

const { emulator, client } = await start({ reply: () => ({ value: { a: 'x' } }) });
const output = z.object({ a: z.string() });
const asked = { ...request, output };
const collected = async (...given: readonly unknown[]) => {
  const results: unknown[] = [];
  for await (const one of (collectBatch as (...given: readonly unknown[]) => AsyncIterable<unknown>)(client, ...given))
    results.push(one);
  return results;
};

describe('an item', () => {
  test('has an output_config of its own beside the format of all', async () => {
    const common = { ...asked, output_config: { effort: 'low' as const } };
    await submitBatch(client, { ...common, items: [{ custom_id: 'a', output_config: { effort: 'high' } }, { custom_id: 'b' }] });
    const sent = emulator.requests.at(-1)?.body as { requests: { params: { output_config: object } }[] } | undefined;
    const format = { type: 'json_schema', schema: { properties: { a: { type: 'string' } } } };
    expect(sent?.requests.map(({ params }) => params.output_config)).toMatchObject([
      { effort: 'high', format },
      { effort: 'low', format },
    ]);
  });

  test('has no format of its own beside an output', async () => {
    const format = { type: 'json_schema' as const, schema: {} };
    const submitted = submitBatch(client, { ...asked, items: [{ custom_id: 'a', output_config: { format } }] });
    await expect(submitted).rejects.toThrow(/^\/items\/0\/output_config\/format: The item has a format of its own/);
  });

  test.each([[null], [5], ['x']])('is not %j', async (item) => {
    await expect(submitBatch(client, { ...asked, items: [item as never] })).rejects.toThrow(/^\/items\/0: The item is .* Give/);
  });

  test('is none of a string', async () => {
    await expect(submitBatch(client, { ...asked, items: 'abc' as never })).rejects.toThrow(/There is no list of `items`/);
  });
});

test.each([[undefined], [null], [5], [''], [{}], [{ batches: 5 }], [{ batches: [{}] }], [[5]]])(
  '%j names no batches',
  async (given) => {
    await expect(collected(given, { output })).rejects.toThrow(/^The second argument names no batches/);
  },
);

test.each([[undefined], [null], [5]])('%j are no settings of a collection', async (settings) => {
  await expect(collected('msgbatch_1', settings)).rejects.toThrow(/^The parameters of the call are/);
});

test.each([
  ['poll', Number.NaN],
  ['poll', -1],
  ['poll', 'x'],
  ['signal', new AbortController()],
])('the %s of a collection is not %j', async (name, value) => {
  await expect(collected('msgbatch_1', { output, [name]: value })).rejects.toBeInstanceOf(RequestError);
});

test.each([[5], [{}], ['']])('%j keeps no state', async (state) => {
  await expect(collected('msgbatch_1', { output, state })).rejects.toThrow(/^`state` is .* Give the path of a file/);
});

test('answers that were asked for by a schema do not pass as text', async () => {
  const submitted = await submitBatch(client, { ...asked, items: [{ custom_id: 'a' }] });
  await expect(collected(submitted, { poll: 5 })).rejects.toThrow(/^\/output: The batch was submitted with an `output`/);
  expect(await collected(submitted, { poll: 5, output })).toMatchObject([{ custom_id: 'a', status: 'ok', value: { a: 'x' } }]);
});
