import { emitTool } from '../emit/tool.js';
import type { RunnableTool, StrictTool, ToolOptions, ToolResult, ToolRunContext } from '../tool.js';
import { checkTool } from './check-tool.js';
import type { LifterFor } from './lifter-for.js';
import type { LiftedOf, ValueOf } from './params.js';

/** Whether a call may run: `true`, `false`, or the reason why not, which the model is told. */
export type Approval = boolean | { readonly deny: string };

/** Asked before a call runs, with the decoded and checked input. */
export type Approve<Input> = (call: {
  readonly id: string;
  readonly name: string;
  readonly input: Input;
}) => Approval | Promise<Approval>;

export interface ToolDefinition<Name extends string, Schema, Result extends ToolResult>
  extends Omit<ToolOptions<LiftedOf<Schema>, ValueOf<Schema>>, 'name' | 'run'> {
  readonly name: Name;
  /** A schema, `compile(schema, { mode: 'tool' })`, or a module generated for a tool. */
  readonly input: Schema;
  /** Called with the lifted input; makes the tool fit the SDK's `toolRunner` and `runTools`. */
  run?(input: ValueOf<Schema>, context?: ToolRunContext): Result;
  /** A human in the loop, for `runTools`; the SDK's `toolRunner` asks it too, before `run`. */
  readonly approve?: Approve<ValueOf<Schema>>;
}

/** A strict tool that knows its name and the schema of its input. Neither `input` nor `approve` is sent. */
export interface DefinedTool<Name extends string = string, Schema = unknown> extends StrictTool<ValueOf<Schema>> {
  readonly name: Name;
  readonly input: Schema;
  readonly approve?: Approve<ValueOf<Schema>>;
}

export type RunnableDefinedTool<
  Name extends string = string,
  Schema = unknown,
  Result extends ToolResult = ToolResult,
> = DefinedTool<Name, Schema> & RunnableTool<ValueOf<Schema>, Result>;

/** Under this key a tool carries its `run` without the question of `approve`. */
export const RUN = Symbol.for('bascule.run');

/** Thrown, and so told to the model, when `approve` said no. */
export class DeniedError extends Error {
  override readonly name = 'DeniedError';
}

/** Throws `SchemaError` for a bad definition or input, `EncodeError` for an example that is not valid. */
export function define(definition: ToolDefinition<string, unknown, ToolResult>, lifterFor: LifterFor): DefinedTool {
  checkTool(definition);
  const { input, approve, run, ...about } = definition;
  const lifter = lifterFor(input);
  const asking = approve && run ? withApproval(about.name, approve, run) : run;
  const tool = emitTool(lifter as never, { ...about, ...(asking && { run: asking }) } as ToolOptions<unknown, unknown>);
  return Object.defineProperties(tool, {
    input: { value: input },
    ...(approve && { approve: { value: approve } }),
    ...(run && { [RUN]: { value: run } }),
  }) as DefinedTool;
}

type Run = (input: never, context?: ToolRunContext) => ToolResult;

function withApproval(name: string, approve: Approve<never>, run: Run): Run {
  return async (input, context) => {
    await approved(approve, { id: context?.toolUse.id ?? '', name, input });
    return run(input, context);
  };
}

/** Throws `DeniedError` unless the call may run. */
export async function approved(
  approve: Approve<never>,
  call: { readonly id: string; readonly name: string; readonly input: never },
): Promise<void> {
  const answer = await approve(call);
  if (answer === true) return;
  const { deny } = (answer ?? {}) as { readonly deny?: unknown };
  const reason = typeof deny === 'string' ? ` ${deny}` : '';
  throw new DeniedError(`The call of ${call.name} was denied.${reason}`);
}

/** Defines a tool. */
export interface DefineTool<Schema> {
  <const Name extends string, const Input extends Schema, Result extends ToolResult>(
    definition: ToolDefinition<Name, Input, Result> & { run(input: ValueOf<Input>, context?: ToolRunContext): Result },
  ): RunnableDefinedTool<Name, Input, Result>;
  <const Name extends string, const Input extends Schema>(
    definition: ToolDefinition<Name, Input, ToolResult>,
  ): DefinedTool<Name, Input>;
}
