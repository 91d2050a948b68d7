import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { asAborted } from './abort-error.js';
import { type BatchState, Collected, stateOf } from './batch-state.js';
import { type BatchesResource, type BatchLine, batchesOf, type SubmittedBatch } from './batches.js';
import { LONGEST, paramsOf, signalFindings, timeFindings } from './check-settings.js';
import { conclude } from './conclude.js';
import { diagnosed } from './explain-error.js';
import type { LifterFor } from './lifter-for.js';
import { messageOf } from './message.js';
import type { Outcome } from './outcome.js';
import { type Prepared, prepare, throwOn } from './prepare.js';
import { idsOf, planOf, unreadFindings } from './submitted.js';
import type { GivenTool } from './tool-reader.js';
import { sumUsage } from './usage.js';

/** A request of a batch that got no answer. */
export type Unanswered =
  | {
      readonly status: 'errored';
      readonly error: { readonly type: string; readonly message: string };
      /** Where the API refused a schema: which part of yours, and what to do. */
      readonly diagnostics?: readonly Diagnostic[];
    }
  | { readonly status: 'canceled' }
  | { readonly status: 'expired' };

/** How one request of a batch ended. */
export type BatchResult<Ended = Outcome> = (Ended | Unanswered) & {
  readonly custom_id: string;
  /** The process was killed while this result was in your hands the last time: you may have it already. */
  readonly again?: true;
};

export interface CollectSettings {
  readonly output?: unknown;
  readonly tools?: readonly GivenTool[];
  /** Path of a file, or a state of your own: with it a collection that was broken off goes on where it was. */
  readonly state?: string | BatchState;
  /** Milliseconds between looks at a batch that has not ended. Default 30,000. */
  readonly poll?: number;
  readonly signal?: AbortSignal;
}

const POLL = 30_000;

/** Yields each result once, as its outcome, after waiting for the batches to end. Rejects with what the SDK throws. */
export async function* collect(
  client: unknown,
  submitted: SubmittedBatch | string | readonly string[],
  settings: CollectSettings,
  lifterFor: LifterFor,
): AsyncGenerator<BatchResult, void, undefined> {
  const { signal } = paramsOf(settings);
  try {
    yield* results(client, submitted, settings, lifterFor);
  } catch (error) {
    throw asAborted(error, client, signal);
  }
}

async function* results(
  client: unknown,
  submitted: SubmittedBatch | string | readonly string[],
  { output, tools, state, poll = POLL, signal }: CollectSettings,
  lifterFor: LifterFor,
): AsyncGenerator<BatchResult, void, undefined> {
  const batches = batchesOf(client);
  const ids = idsOf(submitted);
  const plan = planOf(submitted);
  throwOn([...timeFindings('/poll', poll, 0), ...signalFindings(signal), ...unreadFindings(plan, output)]);
  const reading = prepare(
    {
      ...(output !== undefined && { output }),
      ...(tools && { tools }),
      ...(plan && lifterFor.fit && { planning: { pins: plan, margin: 0 } }),
    },
    lifterFor,
  );
  const collected = await Collected.open(stateOf(state), ids);
  if (collected.isOver) return;
  for (const id of ids) {
    await ended(batches, id, poll, signal);
    for await (const line of await batches.results(id, { ...(signal && { signal }) })) {
      const { custom_id: own } = line;
      if (collected.has(own)) continue;
      const outcome = await outcomeOf(line, reading);
      const again = collected.isDoubtful(own);
      await collected.begin(own);
      yield { ...outcome, custom_id: own, ...(again && { again }) };
    }
    signal?.throwIfAborted();
  }
  await collected.end();
}

async function ended(batches: BatchesResource, id: string, poll: number, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    const { processing_status: status } = await batches.retrieve(id, { ...(signal && { signal }) });
    if (status === 'ended') return;
    await pause(poll, signal);
  }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      },
      Math.min(ms, LONGEST),
    );
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

async function outcomeOf({ result }: BatchLine, reading: Prepared): Promise<Outcome | Unanswered> {
  if (result.type === 'succeeded') {
    const message = messageOf(result.message);
    const conclusion = await conclude({ message }, reading);
    const usage = sumUsage([message.usage]);
    const attempt = { cause: 'first', message, usage, requestId: undefined, ms: 0 } as const;
    return { ...conclusion, message, usage, requestId: undefined, attempts: [attempt], demoted: reading.demoted };
  }
  if (result.type === 'canceled' || result.type === 'expired') return { status: result.type };
  const error = errorOf(result.error);
  const diagnostics = error.type === 'invalid_request_error' ? await diagnosed(error.message, reading) : [];
  return { status: 'errored', error, ...(diagnostics.length > 0 && { diagnostics }) };
}

/** The API wraps the error once more. */
function errorOf(error: unknown): { readonly type: string; readonly message: string } {
  const outer = (error ?? {}) as { error?: unknown; type?: unknown; message?: unknown };
  const inner = (outer.error ?? outer) as { type?: unknown; message?: unknown };
  return { type: String(inner.type ?? 'unknown'), message: String(inner.message ?? JSON.stringify(error)) };
}
