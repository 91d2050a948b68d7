import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SubmittedBatch } from './batches.js';
import { shown } from './check-settings.js';

/** Throws `TypeError` for what names no batches. */
export function idsOf(submitted: SubmittedBatch | string | readonly string[]): readonly string[] {
  const { batches } = (submitted ?? {}) as Partial<SubmittedBatch>;
  const ids: readonly unknown[] =
    typeof submitted === 'string'
      ? [submitted]
      : Array.isArray(submitted)
        ? submitted
        : (batches?.map?.(({ id }) => id) ?? [undefined]);
  if (ids.every((id) => typeof id === 'string' && id !== '')) return ids as readonly string[];
  throw new TypeError(
    `The second argument names no batches, so there is nothing to collect: it is ${shown(submitted)}. Pass what \`submitBatch\` gave, or the id of a batch, or a list of ids.`,
  );
}

/** Answers that were asked for by a schema are read by it, too: else each would pass as text. */
export function unreadFindings(plan: object | undefined, output: unknown): readonly Diagnostic[] {
  if (output !== undefined || (plan as { readonly output?: unknown } | undefined)?.output === undefined) return [];
  const message = 'The batch was submitted with an `output`, but there is none to read its answers with.';
  const help = 'Pass the same `output` to `collectBatch`.';
  return [{ code: 'bad-option', severity: 'error', path: '/output', message, help }];
}

/** The results are read by the encodings that were asked for. */
export function planOf(submitted: SubmittedBatch | string | readonly string[]): object | undefined {
  return typeof submitted === 'object' && 'plan' in submitted ? submitted.plan : undefined;
}
