import { isRecord } from '../../ir/json.js';
import { messageText } from '../answer/message.js';
import { ApiError } from '../api-error.js';
import { answerMessage } from '../messages.js';
import type { Misbehaviour } from '../misbehaviour.js';
import { drawFrom, hash } from '../random.js';
import type { State } from '../state.js';
import type { Batch, Item, Result } from './batch.js';

/** Documented: what a request of a batch may not have (docs build-with-claude/batch-processing). */
const NOT_IN_BATCHES = ['speed', 'store', 'previous_thread_event_id', 'cache_hint', 'context_hint', 'fallbacks'];

/** Works a batch off. Ends it whatever happens. */
export async function runBatch(state: State, batch: Batch): Promise<void> {
  try {
    let count = 0;
    for (const item of batch.items) {
      batch.results.set(item.custom_id, batch.cancelled ? { type: 'canceled' } : await resultOf(state, batch, item));
      if (++count % 100 === 0) await new Promise(setImmediate);
    }
  } finally {
    batch.ended = new Date();
  }
}

async function resultOf(state: State, batch: Batch, { custom_id, params }: Item): Promise<Result> {
  const fate = fateOf(batch.asked, hash(custom_id, state.settings.seed));
  if (fate === 'expired' || fate === 'canceled') return { type: fate };
  const requestId = state.id('req');
  try {
    if (fate === 'errored') throw new ApiError(500, 'Internal server error');
    if (!isRecord(params)) throw new ApiError(400, 'params: Input should be a valid dictionary');
    checkParams(params);
    const { request } = batch;
    const asked = { request: { ...request, requestId, body: params, customId: custom_id } };
    const { answer } = await answerMessage(state, asked.request, batch.asked);
    return { type: 'succeeded', message: JSON.parse(messageText(answer)) };
  } catch (error) {
    const known = error instanceof ApiError ? error : new ApiError(500, `This is a fault of the emulator: ${error}`);
    return { type: 'errored', error: known.body(requestId) };
  }
}

function checkParams(params: Readonly<Record<string, unknown>>): void {
  if (params['stream'] === true) throw new ApiError(400, 'stream: streaming is not supported in batches');
  if (params['max_tokens'] === 0) throw new ApiError(400, 'max_tokens: Input should be greater than or equal to 1');
  const stray = NOT_IN_BATCHES.find((name) => params[name] != null);
  if (stray !== undefined) throw new ApiError(400, `${stray}: not supported in batches`);
}

function fateOf({ errored = 0, expired = 0, canceled = 0 }: Misbehaviour, seed: number): Result['type'] {
  const at = drawFrom(seed).upTo(9999) / 100;
  if (at < errored) return 'errored';
  if (at < errored + expired) return 'expired';
  return at < errored + expired + canceled ? 'canceled' : 'succeeded';
}
