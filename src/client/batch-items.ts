import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isRecord } from '../ir/json.js';
import { shown } from './check-settings.js';
import { preflight } from './preflight/index.js';
import { type GivenParams, type Prepared, throwOn } from './prepare.js';

/** One request of a batch: its name, and what differs from the parameters of all. */
export interface BatchItem {
  /** Unique, letters, digits, `_` and `-`, at most 64 (documented: build-with-claude/batch-processing). */
  readonly custom_id: string;
  readonly [param: string]: unknown;
}

/** A request as the Batches API takes it. */
export interface BatchRequest {
  readonly custom_id: string;
  readonly params: object;
}

const ID = /^[a-zA-Z0-9_-]{1,64}$/;
/** Documented: build-with-claude/batch-processing. */
export const MOST_REQUESTS = 100_000;
export const MOST_BYTES = 256 * 1024 * 1024;

/** Items as requests, each checked before anything is sent. Throws `RequestError`. */
export async function* requestsOf(
  items: Iterable<BatchItem> | AsyncIterable<BatchItem>,
  request: Prepared,
): AsyncGenerator<BatchRequest, void, undefined> {
  const seen = new Set<string>();
  let index = 0;
  for await (const item of items) {
    const at = `/items/${index++}`;
    if (!isRecord(item)) throwOn([noItem(item, at)]);
    const { custom_id: id, ...own } = item;
    const body = { ...request.body, ...own, ...configOf(own, request) };
    const found = [
      ...formatFindings(own, request, `${at}/output_config`),
      ...idFindings(id, seen, `${at}/custom_id`),
      ...preflight({ body, target: request.target }).map((one) => ({ ...one, path: at + one.path })),
      ...(body.max_tokens === 0 ? [NOTHING] : []).map((one) => ({ ...one, path: `${at}/max_tokens` })),
      ...paramFindings(body, at),
    ];
    throwOn(found);
    seen.add(id);
    yield { custom_id: id, params: body };
  }
}

/** What an item says of the output stands beside the format, which is the same for all. */
function configOf({ output_config: own }: Own, { body, output }: Prepared): { readonly output_config?: object } {
  if (!output || own === undefined) return {};
  const common = body['output_config'] as { readonly format: object };
  return { output_config: { ...common, ...(own as object | null), format: common.format } };
}

type Own = { readonly [param: string]: unknown };

function formatFindings({ output_config: own }: Own, { output }: Prepared, path: string): Diagnostic[] {
  if (!output || !isRecord(own) || own['format'] === undefined) return [];
  const message = 'The item has a format of its own, but all answers of the batch are read by its `output`.';
  const help = 'Leave the format out, or submit the item in a batch with an `output` of its own.';
  return [{ code: 'bad-option', severity: 'error', path: `${path}/format`, message, help }];
}

function noItem(item: unknown, path: string): Diagnostic {
  const message = `The item is ${shown(item)}, so there is nothing to send.`;
  return { code: 'batch-items', severity: 'error', path, message, help: 'Give `{ custom_id, messages, … }`.' };
}

const NOTHING: Diagnostic = {
  code: 'batch-max-tokens',
  severity: 'error',
  path: '',
  message: 'Batches take no request with `max_tokens: 0`.',
  help: 'Give the most tokens that the answer may have.',
};

/** Documented: build-with-claude/batch-processing, and the page on fallbacks. */
const SINGLE = [
  'speed',
  'store',
  'previous_thread_event_id',
  'cache_hint',
  'context_hint',
  'fallbacks',
  'research_preview_2026_02',
];

function paramFindings(body: object, at: string): Diagnostic[] {
  return SINGLE.filter((name) => (body as Record<string, unknown>)[name] != null).map((name) => ({
    code: 'batch-param',
    severity: 'error',
    path: `${at}/${name}`,
    message: `Batches take no request with \`${name}\`; it would come back as an error when the whole batch has ended.`,
    help: 'Leave it out, or send this request by itself.',
  }));
}

function idFindings(id: unknown, seen: ReadonlySet<string>, path: string): Diagnostic[] {
  const help = 'Give each item a `custom_id` of its own, of letters, digits, `_` and `-`, at most 64 of them.';
  const shown = JSON.stringify(id) ?? 'undefined';
  if (typeof id !== 'string' || !ID.test(id))
    return [{ code: 'batch-id', severity: 'error', path, message: `The \`custom_id\` ${shown} is not taken.`, help }];
  if (!seen.has(id)) return [];
  return [{ code: 'batch-id', severity: 'error', path, message: `The \`custom_id\` ${shown} stands there twice.`, help }];
}

/** Requests in portions that one batch takes. */
export async function* portions(
  requests: AsyncIterable<BatchRequest>,
  mostRequests = MOST_REQUESTS,
  mostBytes = MOST_BYTES,
): AsyncGenerator<BatchRequest[], void, undefined> {
  let portion: BatchRequest[] = [];
  let bytes = ENVELOPE;
  for await (const request of requests) {
    const size = new TextEncoder().encode(JSON.stringify(request)).length + 1;
    if (portion.length > 0 && (portion.length >= mostRequests || bytes + size > mostBytes)) {
      yield portion;
      portion = [];
      bytes = ENVELOPE;
    }
    portion.push(request);
    bytes += size;
  }
  if (portion.length > 0) yield portion;
}

/** `{"requests":[]}` */
const ENVELOPE = 15;

export type BatchParams = GivenParams & { readonly items: Iterable<BatchItem> | AsyncIterable<BatchItem> };
