import type { Misbehaviour } from '../misbehaviour.js';
import type { RecordedRequest } from '../options.js';

export type Result =
  | { readonly type: 'succeeded'; readonly message: unknown }
  | { readonly type: 'errored'; readonly error: object }
  | { readonly type: 'canceled' }
  | { readonly type: 'expired' };

export interface Item {
  readonly custom_id: string;
  readonly params: unknown;
}

/** A batch as the emulator keeps it. */
export interface Batch {
  readonly id: string;
  readonly request: RecordedRequest;
  readonly asked: Misbehaviour;
  readonly items: readonly Item[];
  readonly created: Date;
  readonly results: Map<string, Result>;
  cancelled: Date | undefined;
  ended: Date | undefined;
}

const DAY = 24 * 60 * 60 * 1000;

/** A batch as the API tells it. Counts of what is done come only once the batch has ended (documented). */
export function batchInfo(batch: Batch, base: string): { readonly id: string } {
  const { id, created, cancelled, ended, results, items } = batch;
  const count = (type: Result['type']) => (ended ? [...results.values()].filter((result) => result.type === type).length : 0);
  return {
    id,
    type: 'message_batch',
    processing_status: ended ? 'ended' : cancelled ? 'canceling' : 'in_progress',
    request_counts: {
      processing: ended ? 0 : items.length,
      succeeded: count('succeeded'),
      errored: count('errored'),
      canceled: count('canceled'),
      expired: count('expired'),
    },
    created_at: created.toISOString(),
    ended_at: ended?.toISOString() ?? null,
    expires_at: new Date(created.getTime() + DAY).toISOString(),
    cancel_initiated_at: cancelled?.toISOString() ?? null,
    archived_at: null,
    results_url: ended ? `${base}/v1/messages/batches/${id}/results` : null,
  } as { readonly id: string };
}
