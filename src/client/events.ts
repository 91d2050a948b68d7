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
export function eventsOf(stream: unknown): AsyncIterable<StreamEvent> {
  if (typeof (stream as { [Symbol.asyncIterator]?: unknown } | null)?.[Symbol.asyncIterator] === 'function')
    return stream as AsyncIterable<StreamEvent>;
  throw new TypeError('The client did not stream: what `messages.create` gave for `stream: true` is not an async iterable.');
}
