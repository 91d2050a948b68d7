/** A block of content as far as it matters here; what else it holds is kept. */
export interface Block {
  readonly type: string;
  readonly text?: string;
  readonly id?: string;
  readonly name?: string;
  readonly input?: unknown;
  /** Of a call of a toolset's member: the family, such as `computer` (documented by the SDK). */
  readonly toolset_name?: string | null;
}

/** A whole answer of the Messages API, as far as it matters here. */
export interface Message {
  readonly id?: string;
  readonly role: 'assistant';
  readonly model?: string;
  readonly content: readonly Block[];
  readonly stop_reason: string | null;
  readonly stop_details?: { readonly category?: string | null; readonly explanation?: string | null } | null;
  readonly container?: { readonly id: string } | null;
  readonly usage?: unknown;
  readonly _request_id?: string | null;
}

/** A message of the request. */
export interface Turn {
  readonly role: string;
  readonly content: unknown;
}

export interface RequestBody {
  readonly [name: string]: unknown;
  readonly model?: unknown;
  readonly max_tokens?: unknown;
  readonly messages: readonly Turn[];
  readonly tools?: readonly object[];
  readonly tool_choice?: unknown;
  readonly container?: unknown;
}

/** Narrows what a client answered; throws `TypeError` when it is no message. */
export function messageOf(answer: unknown): Message {
  const message = answer as Partial<Message> | null | undefined;
  if (typeof message !== 'object' || message === null || !Array.isArray(message.content))
    throw new TypeError('The client answered something that is no message of the Messages API: it has no list `content`.');
  const odd = message.content.findIndex(
    (block: unknown) => typeof (block as Partial<Block> | null | undefined)?.type !== 'string',
  );
  if (odd >= 0)
    throw new TypeError(`The client answered something that is no message of the Messages API: \`content[${odd}]\` has no type.`);
  const dumb = message.content.findIndex(({ type, text }) => type === 'text' && text !== undefined && typeof text !== 'string');
  if (dumb >= 0)
    throw new TypeError(
      `The client answered something that is no message of the Messages API: \`content[${dumb}]\` is text without a string.`,
    );
  return message as Message;
}
