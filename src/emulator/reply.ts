import type { Misbehaviour } from './misbehaviour.js';

/** A content block as the API answers it. */
export interface ReplyBlock {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** Token counts to answer with in place of the estimate. */
export interface ReplyUsage {
  readonly input_tokens?: number;
  readonly output_tokens?: number;
  readonly cache_creation_input_tokens?: number | null;
  readonly cache_read_input_tokens?: number | null;
  readonly server_tool_use?: object | null;
}

/**
 * One turn of the assistant. `content`, then `text` or `value`, then `tools` make up the content; with none of them it is generated from the
 * request. What is said here is sent as it is: neither checked against the schema nor cut at `max_tokens`.
 */
export interface AnswerReply {
  readonly content?: readonly ReplyBlock[];
  readonly text?: string;
  /** Sent as its JSON text: the wire value of an output format. */
  readonly value?: unknown;
  /** Calls of tools; an input that is left out is generated from the tool's schema. */
  readonly tools?: readonly { readonly name: string; readonly input?: unknown; readonly id?: string; readonly caller?: object }[];
  /** Default: `tool_use` where a tool is called, else `end_turn`. */
  readonly stop_reason?: string;
  readonly stop_sequence?: string | null;
  readonly stop_details?: object | null;
  readonly usage?: ReplyUsage;
  /** The container the answer was made in: its id, or all of it. */
  readonly container?: string | { readonly id: string; readonly [member: string]: unknown };
  readonly misbehave?: Misbehaviour;
  readonly error?: undefined;
}

/** An error instead of an answer. */
export interface ErrorReply {
  readonly error: {
    /** HTTP status. */
    readonly status: number;
    /** Default: the type the API gives with this status. */
    readonly type?: string;
    readonly message?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly details?: object;
  };
}

export type Reply = AnswerReply | ErrorReply;
