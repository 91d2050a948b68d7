import { isRecord } from '../ir/json.js';

/** Events of a streamed answer, as far as they matter here. */
export interface StreamEvent {
  readonly type: string;
  readonly index?: number;
  readonly message?: unknown;
  readonly content_block?: unknown;
  readonly delta?: { readonly type?: string; readonly [name: string]: unknown };
  readonly usage?: unknown;
}

/** Narrows what a client gave for `stream: true`; throws `TypeError` when it can't be iterated. */
export function eventsOf(stream: unknown): AsyncIterable<unknown> {
  if (typeof (stream as { [Symbol.asyncIterator]?: unknown } | null)?.[Symbol.asyncIterator] === 'function')
    return stream as AsyncIterable<unknown>;
  throw new TypeError('The client did not stream: what `messages.create` gave for `stream: true` is not an async iterable.');
}

/** Narrows what a stream brought; throws `TypeError` for what is no event, or begins a block that has no type. */
export function eventOf(given: unknown): StreamEvent {
  if (!isRecord(given) || typeof given['type'] !== 'string')
    throw new TypeError(`The stream brought something that is no event of the Messages API: ${brief(given)}.`);
  const block = given['content_block'];
  if (given['type'] === 'content_block_start' && !(isRecord(block) && typeof block['type'] === 'string'))
    throw new TypeError(`The stream began a block of content that has no type: ${brief(block)}.`);
  // The SDK throws these by itself; of another client they may come as they are.
  if (given['type'] === 'error')
    throw Object.assign(new Error(`The API broke the answer off: ${wordsOf(given['error'])}.`), { error: given });
  return given as unknown as StreamEvent;
}

function brief(value: unknown): string {
  return String(JSON.stringify(value)).slice(0, 100);
}

function wordsOf(error: unknown): string {
  const { type, message } = (isRecord(error) ? error : {}) as { type?: unknown; message?: unknown };
  return typeof message === 'string' ? `${message} (${String(type)})` : brief(error);
}
