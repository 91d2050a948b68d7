import type { Decoded } from '../compiled.js';
import type { InputOf, OutputOf } from '../infer.js';
import type { Json } from '../ir/json.js';
import type { StrictTool } from '../tool.js';
import type { BodyOf, MessageOf, MessagesClient } from './client.js';
import type { Call, Outcome } from './outcome.js';
import type { Settings } from './prepare.js';

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
