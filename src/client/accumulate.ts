import { readJson } from '../answer/json-text.js';
import type { Issue } from '../read/source.js';
import type { Received } from './conclude.js';
import type { StreamEvent } from './events.js';
import { messageOf } from './message.js';

type Growing = { type: string; [name: string]: unknown };

/** Puts the events of a stream together to the message that a request without `stream` would have answered. */
export class Accumulation {
  readonly #maxDepth: number;
  readonly #inputs = new Map<number, string[]>();
  readonly #unread = new Map<string, { readonly issues: readonly Issue[]; readonly raw: string }>();
  /** By their index, which may be any number: in the order of their beginnings. */
  readonly #blocks = new Map<number, Growing>();
  #message: { usage?: unknown; [name: string]: unknown } | undefined;

  constructor(maxDepth: number) {
    this.#maxDepth = maxDepth;
  }

  /** The block that an event is about. */
  block(index: number): Growing | undefined {
    return this.#blocks.get(index);
  }

  take(event: StreamEvent): void {
    switch (event.type) {
      case 'message_start': {
        const { content, ...message } = messageOf(event.message);
        this.#message = message;
        for (const [index, block] of content.entries()) this.#blocks.set(index, { ...block });
        return;
      }
      case 'content_block_start':
        if (this.#message) this.#blocks.set(event.index ?? 0, { ...(event.content_block as Growing) });
        return;
      case 'content_block_delta':
        this.#grow(event.index ?? 0, event.delta ?? {});
        return;
      case 'content_block_stop':
        this.#close(event.index ?? 0);
        return;
      case 'message_delta':
        if (this.#message) {
          Object.assign(this.#message, withoutType(event.delta));
          if (event.usage) this.#message.usage = { ...(this.#message.usage as object), ...withoutNull(event.usage) };
        }
    }
  }

  /** The message as far as it came. Throws `TypeError` when not even its start came. */
  received(requestId: string | null | undefined): Received {
    if (!this.#message) throw new TypeError('The stream ended before its first event.');
    for (const index of this.#inputs.keys()) this.#close(index);
    const message = messageOf({ ...this.#message, content: [...this.#blocks.values()] });
    if (requestId != null) Object.defineProperty(message, '_request_id', { value: requestId, configurable: true });
    return { message, unread: this.#unread };
  }

  #grow(index: number, delta: { readonly type?: string; readonly [name: string]: unknown }): void {
    const block = this.block(index);
    if (!block) return;
    switch (delta.type) {
      case 'text_delta':
        block['text'] = `${block['text'] ?? ''}${delta['text']}`;
        return;
      case 'thinking_delta':
        block['thinking'] = `${block['thinking'] ?? ''}${delta['thinking']}`;
        return;
      case 'signature_delta':
        block['signature'] = delta['signature'];
        return;
      case 'citations_delta':
        if (Array.isArray(block['citations'])) block['citations'].push(delta['citation']);
        else block['citations'] = [delta['citation']];
        return;
      case 'input_json_delta': {
        const parts = this.#inputs.get(index);
        if (parts) parts.push(String(delta['partial_json']));
        else this.#inputs.set(index, [String(delta['partial_json'])]);
        return;
      }
      // What is not known yet is kept as it is.
      default:
        Object.assign(block, withoutType(delta));
    }
  }

  /** The input of a call, once it is whole; what can't be read goes back in the way that the API documents for it. */
  #close(index: number): void {
    const parts = this.#inputs.get(index);
    const block = this.block(index);
    this.#inputs.delete(index);
    if (!parts || !block) return;
    const raw = parts.join('');
    const read = readJson(raw.trim() === '' ? '{}' : raw, { maxDepth: this.#maxDepth });
    block['input'] = read.issues ? { INVALID_JSON: raw } : read.value;
    if (read.issues) this.#unread.set(String(block['id']), { issues: read.issues, raw });
  }
}

function withoutType(delta: StreamEvent['delta']): object {
  const { type: _, ...rest } = delta ?? {};
  return rest;
}

function withoutNull(counts: unknown): object {
  return Object.fromEntries(Object.entries(counts as object).filter(([, value]) => value !== null));
}
