import { isRecord } from '../../ir/json.js';
import { ApiError, refused } from '../api-error.js';
import { type Exchange, json, lines, type Reaction } from '../http/exchange.js';
import { page } from '../http/page.js';
import { drawFrom, hash } from '../random.js';
import { type Batch, batchInfo, type Item } from './batch.js';
import { runBatch } from './run.js';

const MOST = 100_000;
/** Batches that are remembered. */
const KEPT = 1000;
const CUSTOM_ID = /^[a-zA-Z0-9_-]{1,64}$/;

/** Documented: only the envelope is checked now; the params of each request are once the batch is worked off. */
export function createBatch(exchange: Exchange): Reaction {
  const { state, request, asked } = exchange;
  const items = itemsOf(request.body as Readonly<Record<string, unknown>>);
  const batch: Batch = {
    id: state.id('msgbatch'),
    request,
    asked,
    items,
    created: new Date(),
    results: new Map(),
    cancelled: undefined,
    ended: undefined,
  };
  state.batches.set(batch.id, batch);
  const [oldest] = state.batches.keys();
  if (state.batches.size > KEPT && oldest !== undefined) state.batches.delete(oldest);
  setTimeout(() => void runBatch(state, batch), state.settings.batchMs).unref();
  return json(batchInfo(batch, baseOf(exchange)), asked);
}

export function listBatches(exchange: Exchange): Reaction {
  const all = [...exchange.state.batches.values()].reverse();
  return json(
    page(
      all.map((batch) => batchInfo(batch, baseOf(exchange))),
      exchange.query,
    ),
    exchange.asked,
  );
}

export function retrieveBatch(exchange: Exchange): Reaction {
  return json(batchInfo(batchOf(exchange), baseOf(exchange)), exchange.asked);
}

export function cancelBatch(exchange: Exchange): Reaction {
  const batch = batchOf(exchange);
  if (batch.ended) throw refused(`Batch ${batch.id} cannot be canceled because it has already ended.`);
  batch.cancelled ??= new Date();
  return json(batchInfo(batch, baseOf(exchange)), exchange.asked);
}

export function deleteBatch(exchange: Exchange): Reaction {
  const batch = batchOf(exchange);
  if (!batch.ended) throw refused(`Batch ${batch.id} cannot be deleted while it is in progress. Cancel it first.`);
  exchange.state.batches.delete(batch.id);
  return json({ id: batch.id, type: 'message_batch_deleted' }, exchange.asked);
}

/** Documented: results come in any order. */
export function results(exchange: Exchange): Reaction {
  const batch = batchOf(exchange);
  if (!batch.ended) throw refused(`Batch ${batch.id} has no results yet: it is still being processed.`);
  const shuffled = drawFrom(hash(batch.id, exchange.state.settings.seed)).shuffled([...batch.results]);
  return lines(
    shuffled.map(([custom_id, result]) => ({ custom_id, result })),
    exchange.asked,
  );
}

function itemsOf({ requests, ...rest }: Readonly<Record<string, unknown>>): Item[] {
  const extra = Object.keys(rest)[0];
  if (extra !== undefined) throw refused(`${extra}: Extra inputs are not permitted`);
  if (requests === undefined) throw refused('requests: Field required');
  if (!Array.isArray(requests)) throw refused('requests: Input should be a valid list');
  if (requests.length === 0) throw refused('requests: List should have at least 1 item');
  if (requests.length > MOST) throw refused(`requests: List should have at most ${MOST} items`);
  const seen = new Set<string>();
  requests.forEach((item: unknown, index) => {
    if (!isRecord(item)) throw refused(`requests.${index}: Input should be a valid dictionary`);
    const { custom_id, params } = item;
    if (custom_id === undefined) throw refused(`requests.${index}.custom_id: Field required`);
    if (typeof custom_id !== 'string' || !CUSTOM_ID.test(custom_id))
      throw refused(`requests.${index}.custom_id: String should match pattern '${CUSTOM_ID.source}'`);
    if (params === undefined) throw refused(`requests.${index}.params: Field required`);
    if (seen.has(custom_id)) throw refused(`requests: Found duplicate custom_id '${custom_id}'. Each custom_id must be unique.`);
    seen.add(custom_id);
  });
  return requests as Item[];
}

function batchOf({ state, parameters }: Exchange): Batch {
  const batch = state.batches.get(parameters['id'] ?? '');
  if (!batch) throw new ApiError(404, `Batch ${parameters['id']} not found.`);
  return batch;
}

function baseOf({ request }: Exchange): string {
  return `http://${request.headers['host'] ?? 'localhost'}`;
}
