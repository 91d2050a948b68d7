import type { Piece } from './answer/piece.js';
import { blockText, pieceOf } from './answer/piece.js';
import { type ApiError, refused } from './api-error.js';
import type { Misbehaviour } from './misbehaviour.js';
import type { AnswerReply, ReplyBlock } from './reply.js';
import type { Checked } from './request/check.js';
import { idOfContainer } from './request/conversation.js';
import type { Block, Turn } from './request/messages.js';
import { sameJson } from './same.js';

const MOST = 2000;

/** A turn that paused, and what comes of it once it is continued. */
export interface Paused {
  /** Pauses still to come. */
  readonly left: number;
  readonly reply: AnswerReply;
  readonly faults: Misbehaviour;
  readonly tools: unknown;
  readonly before: readonly Turn[];
  /** All that the assistant said in this turn so far. */
  readonly said: readonly Block[];
  readonly container: string | undefined;
  /** The call of a tool of the server that the turn paused at. */
  readonly call: Call;
  finished: boolean;
}

export interface Call {
  readonly id: string;
  readonly name: 'web_search' | 'bash_code_execution';
}

/** The turns that paused, by the call each paused at. */
export class Pauses {
  readonly #open = new Map<string, Paused>();

  add(paused: Paused): void {
    this.#open.set(paused.call.id, paused);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST && oldest !== undefined) this.#open.delete(oldest);
  }

  /** The paused turn that a conversation ends with. */
  at(turns: readonly Turn[]): Paused | undefined {
    return this.#in(turns.at(-1));
  }

  /**
   * Whether a conversation ends with a turn that paused. Throws `ApiError` where the user spoke before such a turn was finished
   * (documented: "send the response back as-is", no new user message).
   */
  continues(turns: readonly Turn[]): boolean {
    const last = turns.at(-1);
    if (last?.role === 'user' && this.#in(turns.at(-2))?.finished === false)
      throw refused(
        `messages.${last.index}: the assistant's turn was paused (\`pause_turn\`) and is not finished. Send its content back as it is, without a new user message.`,
      );
    return this.at(turns) !== undefined;
  }

  #in(turn: Turn | undefined): Paused | undefined {
    if (turn?.role !== 'assistant') return undefined;
    const call = turn.content.findLast(({ type }) => type === 'server_tool_use');
    return call && this.#open.get(String(call['id']));
  }
}

/** Whether a request continues a paused turn as the API wants it; else what is wrong with it. */
export function continuationError({ turns, body, tools }: Checked, paused: Paused): ApiError | undefined {
  const last = turns.at(-1);
  if (!sameJson(last?.content, paused.said))
    return refused(
      `messages.${last?.index}: the content of a paused turn must be sent back as it is; what came back differs from what was answered.`,
    );
  const before = turns.slice(0, -1).map(({ role, content }) => ({ role, content }));
  if (
    !sameJson(
      before,
      paused.before.map(({ role, content }) => ({ role, content })),
    )
  )
    return refused('messages: the conversation before a paused turn must not change when the turn is continued.');
  if (!sameJson(tools, paused.tools)) return refused('tools: a paused turn must be continued with the same tools.');
  if (paused.container !== undefined && idOfContainer(body['container']) !== paused.container)
    return refused(`container: a paused turn must be continued in its container, '${paused.container}'.`);
  return undefined;
}

/** What a paused answer holds: the result of the call before, if any, and a call that is still at work. */
export function pausedPieces(call: Call, before: Call | undefined): Piece[] {
  const input = call.name === 'web_search' ? { query: 'harbour bridge lever' } : { command: 'wc -l *.csv' };
  return [
    ...(before ? [resultPiece(before)] : []),
    pieceOf({ type: 'server_tool_use', id: call.id, name: call.name, input, caller: { type: 'direct' } }),
  ];
}

/** What the call answered that a turn paused at. */
export function resultPiece({ id, name }: Call): Piece {
  const found = {
    type: 'web_search_result',
    title: 'Harbour bridge',
    url: 'https://example.com/bridge',
    encrypted_content: 'ZW5jcnlwdGVk',
    page_age: null,
  };
  const printed = { type: 'bash_code_execution_result', stdout: '3 total\n', stderr: '', return_code: 0, content: [] };
  return pieceOf({
    type: `${name}_tool_result`,
    tool_use_id: id,
    content: name === 'web_search' ? [found] : printed,
    ...(name === 'web_search' && { caller: { type: 'direct' } }),
  });
}

/** The blocks of pieces as a client gets them. */
export function blocksOf(pieces: readonly Piece[]): ReplyBlock[] {
  return pieces.map((piece) => JSON.parse(blockText(piece)) as ReplyBlock);
}
