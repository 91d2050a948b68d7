import { type BatchItem, type BatchParams, type BatchRequest, portions, requestsOf } from './batch-items.js';
import { functionFindings, paramsOf } from './check-settings.js';
import { resourceOf } from './client.js';
import { explained } from './explain-error.js';
import type { LifterFor } from './lifter-for.js';
import { forOneToken } from './one-token.js';
import { optionsOf, type Prepared, prepare, throwOn } from './prepare.js';

/** `messages.batches` of the SDK, as far as it is used. */
export interface BatchesResource {
  create(body: { readonly requests: readonly BatchRequest[] }, options?: object): PromiseLike<{ readonly id: string }>;
  retrieve(id: string, options?: object): PromiseLike<{ readonly processing_status: string }>;
  results(id: string, options?: object): PromiseLike<AsyncIterable<BatchLine>>;
}

/** A line of the results. */
export interface BatchLine {
  readonly custom_id: string;
  readonly result: { readonly type: string; readonly message?: unknown; readonly error?: unknown };
}

/** What was submitted: hand it to `collectBatch`. It is plain data and can be kept. */
export interface SubmittedBatch {
  readonly batches: readonly { readonly id: string; readonly count: number }[];
  /** What was chosen for the schemas: answers are read by it. */
  readonly plan?: object;
}

export interface SubmitSettings {
  /**
   * Sends the first request through Messages before, with `max_tokens: 1`: a batch reports a bad schema only when all of it has ended
   * (documented: build-with-claude/batch-processing). Default true.
   */
  readonly probe?: boolean;
  /** Called after each batch that was created, so that its id can be kept at once. */
  readonly onSubmitted?: (batch: { readonly id: string; readonly count: number }) => void | Promise<void>;
}

/** Throws `TypeError` for a client without batches, such as those of other platforms. */
export function batchesOf(client: unknown): BatchesResource {
  const { batches } = resourceOf(client) as { batches?: Partial<BatchesResource> };
  if (typeof batches?.create === 'function') return batches as BatchesResource;
  throw new TypeError('This client has no `messages.batches`: Message Batches are of the Claude API itself.');
}

/** Submits items in as many batches as they need. Rejects with `RequestError` before anything is sent, or with what the SDK throws. */
export async function submit(
  client: unknown,
  params: BatchParams & SubmitSettings,
  lifterFor: LifterFor,
): Promise<SubmittedBatch> {
  const batches = batchesOf(client);
  const { items, probe = true, onSubmitted, ...given } = paramsOf(params);
  const request = prepare(given, lifterFor);
  throwOn(functionFindings('/onSubmitted', onSubmitted));
  throwOn(
    isItems(items)
      ? []
      : [
          {
            code: 'batch-items',
            severity: 'error',
            path: '/items',
            message: 'There is no list of `items`.',
            help: 'Give an iterable of `{ custom_id, messages, … }`.',
          },
        ],
  );
  const done: { id: string; count: number }[] = [];
  for await (const portion of portions(requestsOf(items, request))) {
    try {
      if (probe && done.length === 0) await probed(client, portion[0] as BatchRequest, request);
      const id = idOf(await batches.create({ requests: portion }, optionsOf(request)));
      done.push({ id, count: portion.length });
    } catch (error) {
      throw await explained(error, request);
    }
    await onSubmitted?.(done[done.length - 1] as { id: string; count: number });
  }
  return { batches: done, ...(request.plan && { plan: request.plan }) };
}

async function probed(client: unknown, { params }: BatchRequest, request: Prepared): Promise<void> {
  await resourceOf(client).create(forOneToken(params), optionsOf(request));
}

function idOf(batch: { readonly id?: unknown } | null | undefined): string {
  if (typeof batch?.id === 'string') return batch.id;
  throw new TypeError('The client answered something that is no message batch: it has no `id`.');
}

function isItems(items: unknown): items is Iterable<BatchItem> | AsyncIterable<BatchItem> {
  if (typeof items === 'string') return false;
  const iterable = items as { [Symbol.iterator]?: unknown; [Symbol.asyncIterator]?: unknown } | null | undefined;
  return typeof iterable?.[Symbol.iterator] === 'function' || typeof iterable?.[Symbol.asyncIterator] === 'function';
}
