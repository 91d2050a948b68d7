import type { Json } from './ir/json.js';

/** What the SDK's tool runners hand to `run` beside the input, as far as it is the same for all of them. */
export interface ToolRunContext {
  readonly toolUse: { readonly id: string; readonly name: string; readonly input: unknown };
  readonly signal?: AbortSignal | null | undefined;
}

type Content = string | readonly { readonly type: 'text' | 'image' | 'search_result' | 'document' | 'tool_reference' }[];

/** What `run` may answer: text, or content blocks of the Messages API. */
export type ToolResult = Content | Promise<Content>;

export interface ToolOptions<Input, Output> extends Passed {
  readonly name: string;
  readonly description?: string;
  /** Default `true`. */
  readonly strict?: boolean;
  /** Examples as source values; they are sent encoded as `input_examples`. */
  readonly examples?: readonly Input[];
  /** Makes the tool fit the SDK's `toolRunner`; called with the lifted input. */
  run?(input: Output, context?: ToolRunContext): ToolResult;
}

/** What becomes part of the tool as it is. */
interface Passed {
  readonly cache_control?: { type: 'ephemeral'; ttl?: '5m' | '1h' } | null;
  readonly defer_loading?: boolean;
  readonly eager_input_streaming?: boolean | null;
  readonly allowed_callers?: ('direct' | 'code_execution_20250825' | 'code_execution_20260120' | 'code_execution_20260521')[];
  /** Called by the SDK's session runner when it stops. */
  readonly close?: () => void | Promise<void>;
}

export interface RunnableToolOptions<Input, Output, Result extends ToolResult> extends ToolOptions<Input, Output> {
  run(input: Output, context?: ToolRunContext): Result;
}

/** A tool as the Messages API takes it. */
export interface StrictTool<Output> extends Passed {
  readonly type?: 'custom';
  readonly name: string;
  readonly description?: string;
  readonly strict?: true;
  readonly input_schema: { type: 'object'; [keyword: string]: Json };
  readonly input_examples?: { [key: string]: Json }[];
  /** Lifts a tool input; throws `AnswerError`. Called by the SDK's `toolRunner`. */
  parse(wire: unknown): Output;
}

/** A tool as the SDK's `toolRunner` takes it. */
export interface RunnableTool<Output, Result extends ToolResult = ToolResult> extends StrictTool<Output> {
  // A method, so that tools of any input are alike where the input does not matter.
  run(input: Output, context?: ToolRunContext): Result;
}

/** Makes the strict tool of a schema; with `run`, one that runs. */
export interface ToolMaker<Input, Output> {
  <Result extends ToolResult>(about: RunnableToolOptions<Input, Output, Result>): RunnableTool<Output, Result>;
  (about: ToolOptions<Input, Output>): StrictTool<Output>;
}
