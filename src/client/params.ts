import type { DeepPartial } from '../answer/partial/deep-partial.js';
import type { Decoded } from '../compiled.js';
import type { InputOf, OutputOf } from '../infer.js';
import type { Json } from '../ir/json.js';
import type { StrictTool } from '../tool.js';
import type { BatchItem } from './batch-items.js';
import type { SubmitSettings, SubmittedBatch } from './batches.js';
import type { BodyOf, MessageOf, MessagesClient } from './client.js';
import type { BatchResult, CollectSettings } from './collect-batch.js';
import type { Turn } from './message.js';
import type { Call, Outcome } from './outcome.js';
import type { Settings } from './prepare.js';
import type { Completeness } from './progress.js';
import type { Ran } from './run-call.js';
import type { RunEnd, RunSettings } from './run-tools.js';
import type { StreamSettings } from './stream.js';
import type { Warmed } from './warm.js';

/** What an answer of this output is when it is ok: of a schema, a compiled schema or a generated module. */
export type ValueOf<Output> = Output extends { readonly wire: object; parse(text: string): Decoded<infer Value> }
  ? Value
  : OutputOf<Output>;

/** What it is while it comes in: lifted, not finished. */
export type LiftedOf<Output> = Output extends { readonly wire: object; encode(value: infer Input): Json }
  ? Input
  : InputOf<Output>;

/** Tools as a request takes them: those of bascule, of the SDK, of the server. */
export type ToolsOf<Client> = readonly (
  | (BodyOf<Client> extends { tools?: infer Tools } ? (NonNullable<Tools> extends readonly (infer Tool)[] ? Tool : never) : never)
  | StrictTool<never>
)[];

/** The calls that a model can make of these tools: a union that narrows by `name`. */
export type CallsOf<Tools> = Tools extends readonly (infer Tool)[] ? CallOf<Tool> : never;
type CallOf<Tool> = Tool extends { readonly name: infer Name extends string; parse(wire: unknown): infer Input }
  ? Call<Name, Input>
  : Tool extends { readonly name: infer Name extends string; readonly input_schema: unknown }
    ? Call<Name>
    : never;

/** The parameters of `messages.create`, what to lift the answer with, and the settings of the call. */
export type CallParams<Client, Output, Tools> = Omit<BodyOf<Client>, 'tools' | 'stream' | 'output_format'> &
  Settings & {
    /** A schema, `compile(schema)`, or a generated module. */
    readonly output: Output;
    readonly tools?: Tools;
  };

export type OutcomeOf<Client, Output, Tools> = Outcome<ValueOf<Output>, LiftedOf<Output>, CallsOf<Tools>, MessageOf<Client>>;

/** A call to the Messages API that ends in an outcome. */
export type ParseCall<Schema> = <
  Client extends MessagesClient,
  const Output extends Schema,
  const Tools extends ToolsOf<Client> = readonly [],
>(
  client: Client,
  params: CallParams<Client, Output, Tools>,
) => Promise<OutcomeOf<Client, Output, Tools>>;

/** The same, for the value alone. */
export type ParseOrThrowCall<Schema> = <
  Client extends MessagesClient,
  const Output extends Schema,
  const Tools extends ToolsOf<Client> = readonly [],
>(
  client: Client,
  params: CallParams<Client, Output, Tools>,
) => Promise<ValueOf<Output>>;

/** The type at a JSON Pointer. */
export type At<Value, Pointer extends string> = Pointer extends ''
  ? Value
  : Pointer extends `/${infer Step}/${infer Rest}`
    ? At<Member<NonNullable<Value>, Step>, `/${Rest}`>
    : Pointer extends `/${infer Step}`
      ? Member<NonNullable<Value>, Step>
      : unknown;
type Member<Value, Step extends string> = Step extends keyof Value
  ? Value[Step]
  : Value extends readonly (infer Item)[]
    ? Item
    : Value extends { readonly [key: string]: infer Item }
      ? Item
      : unknown;

/** What a list holds at a JSON Pointer. */
export type ElementAt<Value, Pointer extends string> =
  NonNullable<At<Value, Pointer>> extends readonly (infer Item)[] ? Item : unknown;

/** News of the value. It is live: it grows while it comes in; what is complete is frozen. */
export interface ValueUpdate<Input> {
  readonly tool?: undefined;
  readonly value: DeepPartial<Input> | undefined;
  readonly complete: Completeness;
  /** Counts the requests of the call from 0: with every further one the value begins anew. */
  readonly attempt: number;
}

/** News of the input of a tool. */
export interface ToolUpdate<Name extends string = string, Input = unknown> {
  readonly tool: { readonly id: string; readonly name: Name };
  readonly value: DeepPartial<Input> | undefined;
  readonly complete: Completeness;
  readonly attempt: number;
}

/** The news of these tools' inputs. */
export type ToolUpdatesOf<Tools> = Tools extends readonly (infer Tool)[] ? ToolUpdateOf<Tool> : never;
type ToolUpdateOf<Tool> = Tool extends { readonly name: infer Name extends string; readonly input: infer Schema }
  ? ToolUpdate<Name, LiftedOf<Schema>>
  : Tool extends { readonly name: infer Name extends string }
    ? ToolUpdate<Name>
    : never;

/** A streamed answer. Nothing is sent before it is read from, and it is read only as fast as you do. */
export interface AnswerStream<Client, Output, Tools> extends AsyncIterable<ValueUpdate<LiftedOf<Output>> | ToolUpdatesOf<Tools>> {
  /** How the request ends; the same as `parse` gives. Reads the stream to its end. Rejects as `parse` does. */
  answer(): Promise<OutcomeOf<Client, Output, Tools>>;
  /** The items of the list at a JSON Pointer, each once it is whole: lifted, neither checked nor finished. */
  elements<const Pointer extends string>(pointer: Pointer): AsyncIterableIterator<ElementAt<LiftedOf<Output>, Pointer>>;
  /** A copy of the value as far as it is known, which does not grow. */
  snapshot(): DeepPartial<LiftedOf<Output>> | undefined;
  /** Breaks the request off; who still waits for it meets the SDK's `APIUserAbortError`. Leaving a loop does the same unless `answer` was called. */
  abort(): void;
}

/** A call to the Messages API whose answer is read while it comes in. */
export type StreamCall<Schema> = <
  Client extends MessagesClient,
  const Output extends Schema,
  const Tools extends ToolsOf<Client> = readonly [],
>(
  client: Client,
  params: CallParams<Client, Output, Tools> & StreamSettings,
) => AnswerStream<Client, Output, Tools>;

/** The parameters of a run: those of a call, with or without an output, and the settings of the loop. */
export type RunParams<Client, Output, Tools> = Omit<CallParams<Client, Output, Tools>, 'output' | 'tools'> &
  RunSettings & { readonly output?: Output; readonly tools: Tools };

/** How a run ended. Without an output the value of `ok` is the model's text. */
export type RunOutcomeOf<Client, Output, Tools> = Outcome<
  [Output] extends [undefined] ? string : ValueOf<Output>,
  LiftedOf<Output>,
  CallsOf<Tools>,
  MessageOf<Client>
> &
  RunEnd<TurnsOf<Client>>;

/** The `messages` that this client takes, so that a transcript can be sent again. */
type TurnsOf<Client> = BodyOf<Client> extends { messages: infer Turns } ? Turns : readonly Turn[];

/** A conversation in which tools are run. */
export type RunCall<Schema> = <
  Client extends MessagesClient,
  const Tools extends ToolsOf<Client>,
  const Output extends Schema | undefined = undefined,
>(
  client: Client,
  params: RunParams<Client, Output, Tools>,
) => Promise<RunOutcomeOf<Client, Output, Tools>>;

/** A request that is counted: whatever a call takes, `max_tokens` and all, or less. */
export type CountCall<Schema> = <
  Client extends MessagesClient,
  const Output extends Schema | undefined = undefined,
  const Tools extends ToolsOf<Client> = readonly [],
>(
  client: Client,
  params: Partial<Omit<CallParams<Client, Output, Tools>, 'output'>> & { readonly output?: Output; readonly model: unknown },
) => Promise<{ readonly input_tokens: number }>;

export type WarmCall<Schema> = <
  Client extends MessagesClient,
  const Output extends Schema | undefined = undefined,
  const Tools extends ToolsOf<Client> = readonly [],
>(
  client: Client,
  params: Partial<Omit<CallParams<Client, Output, Tools>, 'output'>> & { readonly output?: Output; readonly model: unknown },
) => Promise<Warmed>;

/** What all requests of a batch have in common, and what is special about each. */
export type SubmitParams<Client, Output, Tools> = Partial<Omit<CallParams<Client, Output, Tools>, 'output'>> &
  SubmitSettings & {
    readonly output?: Output;
    readonly items: Iterable<ItemOf<Client>> | AsyncIterable<ItemOf<Client>>;
  };
type ItemOf<Client> = Pick<BatchItem, 'custom_id'> & Partial<Omit<BodyOf<Client>, 'stream' | 'output_format'>>;

export type SubmitCall<Schema> = <
  Client extends MessagesClient,
  const Output extends Schema | undefined = undefined,
  const Tools extends ToolsOf<Client> = readonly [],
>(
  client: Client,
  params: SubmitParams<Client, Output, Tools>,
) => Promise<SubmittedBatch>;

export type CollectCall<Schema> = <
  Client extends MessagesClient,
  const Output extends Schema | undefined = undefined,
  const Tools extends ToolsOf<Client> = readonly [],
>(
  client: Client,
  submitted: SubmittedBatch | string | readonly string[],
  params: Omit<CollectSettings, 'output' | 'tools'> & { readonly output?: Output; readonly tools?: Tools },
) => AsyncIterableIterator<
  BatchResult<
    Outcome<[Output] extends [undefined] ? string : ValueOf<Output>, LiftedOf<Output>, CallsOf<Tools>, MessageOf<Client>>
  >
>;

export type { Ran };
