import type { DeepPartial } from '../answer/partial/deep-partial.js';
import type { Issue, Repair } from '../read/source.js';
import type { Usage } from './usage.js';

/** Why a request was sent: the first one, results of tools, an answer that paused, one that was cut, one that was not valid. */
export type Cause = 'first' | 'results' | 'continuation' | 'truncation' | 'repair';

/** One request and its answer. */
export interface Attempt<Message = unknown> {
  readonly cause: Cause;
  readonly message: Message;
  readonly usage: Usage;
  readonly requestId: string | undefined;
  /** Milliseconds from sending to the whole answer, retries of the SDK included. */
  readonly ms: number;
  /** Why the answer was asked for again. */
  readonly issues?: readonly Issue[];
}

/** What every outcome has. */
export interface Ended<Message = unknown> {
  /** The last answer as the API gave it. */
  readonly message: Message;
  /** Summed over all attempts. */
  readonly usage: Usage;
  /** Of the last request. */
  readonly requestId: string | undefined;
  readonly attempts: readonly Attempt<Message>[];
  /** Names of the tools that should be strict and were sent without, since the target takes no more; their inputs are checked all the same. */
  readonly demoted: readonly string[];
}

/** A call of a tool of the client, decoded and checked; `issues` where the input is not valid. */
export type Call<Name extends string = string, Input = unknown> =
  | {
      readonly id: string;
      readonly name: Name;
      readonly input: Input;
      readonly repairs: readonly Repair[];
      readonly issues?: undefined;
      /** The toolset that the tool is a member of, such as `computer`: its result names it too. */
      readonly toolset?: string;
    }
  | {
      readonly id: string;
      readonly name: Name;
      readonly issues: readonly Issue[];
      readonly raw: unknown;
      readonly input?: undefined;
      readonly toolset?: string;
    };

/** The model answered, and the answer satisfies your schema. */
export interface Ok<Value, Message = unknown> extends Ended<Message> {
  readonly status: 'ok';
  readonly value: Value;
  /** What was mended on the way, such as capitals. */
  readonly repairs: readonly Repair[];
}

/** The model declined (`stop_reason: 'refusal'`). */
export interface Refused<Message = unknown> extends Ended<Message> {
  readonly status: 'refused';
  /** `cyber`, `bio`, `frontier_llm`, `reasoning_extraction`, `general_harms`, or null (documented by the SDK). */
  readonly category: string | null;
  /** Words of the API; not guaranteed to be stable. */
  readonly explanation: string | null;
  /** What was written before the refusal; often empty. */
  readonly text: string;
}

/** The answer was cut. What is there may look complete: it is never passed off as the value. */
export interface Truncated<Input, Message = unknown> extends Ended<Message> {
  readonly status: 'truncated';
  readonly reason: 'max_tokens' | 'model_context_window_exceeded' | 'stop_sequence';
  readonly text: string;
  /** What is certain of the value: lifted, neither checked nor finished. Undefined when nothing is. */
  readonly partial: DeepPartial<Input> | undefined;
  /** JSON Pointers into `partial` of what is whole; what is below one of them is whole too. `''` is all of it. */
  readonly complete: readonly string[];
}

/** There is an answer, and it is not valid. */
export interface Invalid<Message = unknown> extends Ended<Message> {
  readonly status: 'invalid';
  readonly issues: readonly Issue[];
  readonly text: string;
}

/** The model calls tools of yours. */
export interface ToolUse<Calls, Message = unknown> extends Ended<Message> {
  readonly status: 'tool_use';
  readonly calls: readonly Calls[];
  /** Prose beside the calls. */
  readonly text: string;
}

/** The API paused its own tools more often than `continuations` allows; send `message.content` back to go on. */
export interface Paused<Message = unknown> extends Ended<Message> {
  readonly status: 'paused';
  readonly text: string;
}

/** The model ended its turn without any text. */
export interface Empty<Message = unknown> extends Ended<Message> {
  readonly status: 'empty';
}

/** How a request can end. `status` tells the cases apart. */
export type Outcome<Value = unknown, Input = unknown, Calls = Call, Message = unknown> =
  | Ok<Value, Message>
  | Refused<Message>
  | Truncated<Input, Message>
  | Invalid<Message>
  | ToolUse<Calls, Message>
  | Paused<Message>
  | Empty<Message>;
