import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import { misbehave, params, post, start, textOf, VALUE } from './support.js';

type Requests = Anthropic.Messages.BatchCreateParams['requests'];
const items = (count: number, more: Parameters<typeof params>[0] = {}): Requests =>
  Array.from({ length: count }, (_, index) => ({ custom_id: `item-${index}`, params: params(more) }));

async function ended(client: Anthropic, id: string) {
  for (;;) {
    const batch = await client.messages.batches.retrieve(id);
    if (batch.processing_status === 'ended') return batch;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function resultsOf(client: Anthropic, id: string) {
  const found: Anthropic.Messages.MessageBatchIndividualResponse[] = [];
  for await (const one of await client.messages.batches.results(id)) found.push(one);
  return found;
}

describe('a batch', () => {
  test('is worked off, and its results come in another order', async () => {
    const { client } = await start({ reply: ({ customId }) => ({ value: { ...VALUE, title: customId } }), batchMs: 500 });
    const created = await client.messages.batches.create({ requests: items(20) });
    expect(created).toMatchObject({ type: 'message_batch', processing_status: 'in_progress', results_url: null, ended_at: null });
    expect(created.request_counts).toEqual({ processing: 20, succeeded: 0, errored: 0, canceled: 0, expired: 0 });
    await expect(client.messages.batches.results(created.id)).rejects.toThrow('Has it finished processing?');
    const batch = await ended(client, created.id);
    expect(batch.request_counts).toEqual({ processing: 0, succeeded: 20, errored: 0, canceled: 0, expired: 0 });
    const results = await resultsOf(client, created.id);
    const ids = results.map(({ custom_id }) => custom_id);
    expect([...ids].sort()).toEqual(
      items(20)
        .map(({ custom_id }) => custom_id)
        .sort(),
    );
    expect(ids).not.toEqual(items(20).map(({ custom_id }) => custom_id));
    for (const { custom_id, result } of results) {
      if (result.type !== 'succeeded') throw new Error(result.type);
      expect(JSON.parse(textOf(result.message)).title).toBe(custom_id);
      expect(result.message.usage.service_tier).toBe('batch');
    }
    expect((await resultsOf(client, created.id)).map(({ custom_id }) => custom_id)).toEqual(ids);
  });

  test('reports a bad schema only once it has ended', async () => {
    const { client } = await start();
    const bad = params({ output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: {} } } } });
    const { id } = await client.messages.batches.create({
      requests: [
        { custom_id: 'bad', params: bad },
        { custom_id: 'stream', params: { ...params(), stream: true } as never },
        { custom_id: 'good', params: params() },
      ],
    });
    expect((await ended(client, id)).request_counts).toMatchObject({ succeeded: 1, errored: 2 });
    const results = new Map((await resultsOf(client, id)).map(({ custom_id, result }) => [custom_id, result]));
    expect(results.get('bad')).toEqual({
      type: 'errored',
      error: {
        type: 'error',
        request_id: expect.stringMatching(/^req_/),
        error: {
          type: 'invalid_request_error',
          message: "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false",
        },
      },
    });
    expect(results.get('stream')).toMatchObject({
      error: { error: { message: 'stream: streaming is not supported in batches' } },
    });
    expect(results.get('good')).toMatchObject({ type: 'succeeded' });
  });

  test('has items that error, expire or are canceled, on request, the same ones each time', async () => {
    const { client } = await start();
    const header = misbehave('errored=20; expired=20; canceled=20; truncate=10');
    const outcomes = [];
    for (let turn = 0; turn < 2; turn++) {
      const { id } = await client.messages.batches.create({ requests: items(60) }, header);
      const { request_counts } = await ended(client, id);
      for (const type of ['errored', 'expired', 'canceled', 'succeeded'] as const)
        expect(request_counts[type]).toBeGreaterThan(3);
      const results = await resultsOf(client, id);
      outcomes.push(new Map(results.map(({ custom_id, result }) => [custom_id, result.type])));
      const good = results.find(({ result }) => result.type === 'succeeded');
      expect(good?.result).toMatchObject({ message: { stop_reason: 'max_tokens' } });
    }
    expect([...(outcomes[0] as Map<string, string>)].sort()).toEqual([...(outcomes[1] as Map<string, string>)].sort());
  });

  test('is canceled', async () => {
    const { client } = await start({ batchMs: 500 });
    const { id } = await client.messages.batches.create({ requests: items(3) });
    await expect(client.messages.batches.delete(id)).rejects.toThrow('cannot be deleted while it is in progress');
    expect(await client.messages.batches.cancel(id)).toMatchObject({
      processing_status: 'canceling',
      cancel_initiated_at: expect.any(String),
    });
    expect((await ended(client, id)).request_counts).toMatchObject({ canceled: 3 });
    expect((await resultsOf(client, id)).every(({ result }) => result.type === 'canceled')).toBe(true);
    await expect(client.messages.batches.cancel(id)).rejects.toThrow('already ended');
  });

  test('is deleted, and listed in pages', async () => {
    const { client } = await start({ batchMs: 0 });
    const ids: string[] = [];
    for (let turn = 0; turn < 5; turn++) ids.push((await client.messages.batches.create({ requests: items(1) })).id);
    const listed: string[] = [];
    for await (const { id } of client.messages.batches.list({ limit: 2 })) listed.push(id);
    expect(listed).toEqual([...ids].reverse());
    const before = await client.messages.batches.list({ limit: 2, before_id: ids[0] as string });
    expect(before.data.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    await ended(client, ids[0] as string);
    expect(await client.messages.batches.delete(ids[0] as string)).toEqual({ id: ids[0], type: 'message_batch_deleted' });
    await expect(client.messages.batches.retrieve(ids[0] as string)).rejects.toMatchObject({ status: 404 });
  });

  test('has results that break off', async () => {
    const { emulator, client } = await start();
    const { id } = await client.messages.batches.create({ requests: items(30) });
    await ended(client, id);
    const response = await fetch(`${emulator.url}/v1/messages/batches/${id}/results`, {
      headers: { 'x-api-key': 'k', 'x-bascule-misbehave': 'drop=2000' },
    });
    await expect(response.text()).rejects.toThrow('terminated');
    await expect(client.messages.batches.retrieve(id, {}, misbehave('fail=500'))).rejects.toMatchObject({ status: 500 });
  });

  test.each([
    [{}, 'requests: Field required'],
    [{ requests: [] }, 'requests: List should have at least 1 item'],
    [{ requests: [{ custom_id: 'a' }] }, 'requests.0.params: Field required'],
    [{ requests: [{ params: {} }] }, 'requests.0.custom_id: Field required'],
    [
      { requests: [{ custom_id: 'a b', params: {} }] },
      "requests.0.custom_id: String should match pattern '^[a-zA-Z0-9_-]{1,64}$'",
    ],
    [
      {
        requests: [
          { custom_id: 'a', params: {} },
          { custom_id: 'a', params: {} },
        ],
      },
      "requests: Found duplicate custom_id 'a'. Each custom_id must be unique.",
    ],
    [{ requests: [{ custom_id: 'a', params: {} }], name: 'b' }, 'name: Extra inputs are not permitted'],
  ])('%j is refused at once', async (body, message) => {
    const { emulator } = await start();
    const response = await post(emulator, '/v1/messages/batches', body);
    expect(await response.json()).toMatchObject({ type: 'error', error: { type: 'invalid_request_error', message } });
    expect(response.status).toBe(400);
  });

  test('works the same over the beta path', async () => {
    const { client } = await start();
    const { id } = await client.beta.messages.batches.create({ requests: items(1) as never });
    await ended(client, id);
    for await (const { result } of await client.beta.messages.batches.results(id)) expect(result.type).toBe('succeeded');
  });
});
