import { isRecord } from '../ir/json.js';
import { ApiError, refused } from './api-error.js';
import type { ReplyBlock } from './reply.js';
import type { Fields } from './request/fields.js';

const MOST = 500;

/** Conversations that the server keeps (beta): a request may continue one after the message that it names. */
export class Threads {
  readonly #kept = new Map<string, Fields>();

  /** The body with all of its conversation. Throws `ApiError` when there is no such thread. */
  expanded(body: Fields): Fields {
    const { thread, ...rest } = body;
    if (thread == null) return body;
    if (!isRecord(thread) || (thread['type'] !== 'create' && thread['type'] !== 'continue'))
      throw refused("thread.type: Input should be 'create' or 'continue'");
    if (thread['type'] === 'create') return rest;
    const before = this.#kept.get(String(thread['previous_message_id']));
    if (!before)
      throw new ApiError(404, `thread: no thread was found for the message '${thread['previous_message_id']}'`, {
        details: { error_code: 'thread_not_found' },
      });
    if (!Array.isArray(rest['messages'])) throw refused('messages: Input should be a valid list');
    const { system, tools, messages } = before;
    return {
      ...rest,
      ...(system !== undefined && { system }),
      ...(tools !== undefined && { tools }),
      messages: [...(messages as unknown[]), ...(rest['messages'] as unknown[])],
    };
  }

  /** Keeps a conversation with the answer it got. `body` is expanded. */
  keep(messageId: string, body: Fields, content: readonly ReplyBlock[]): void {
    const messages = [...(body['messages'] as unknown[]), { role: 'assistant', content }];
    this.#kept.set(messageId, { system: body['system'], tools: body['tools'], messages });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
  }
}
