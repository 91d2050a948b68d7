import { define, type ToolDefinition } from './client/define-tool.js';
import type { LiftedOf, ValueOf } from './client/params.js';
import type { GivenTool } from './client/tool-reader.js';
import { compile } from './compile.js';
import type { Compiled, OutputFormat } from './compiled.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { SchemaError } from './diagnostics/schema-error.js';
import { LIFTER } from './emit/tool.js';
import { remembered } from './request/cache.js';
import { placeOf } from './request/findings.js';
import type { RequestPlan } from './request/plan.js';
import { type Planned, type PlanOptions, planRequest } from './request/request.js';
import type { RequestSpend } from './request/spend.js';
import type { ToolResult } from './tool.js';

/** What is compiled together: one output and any tools. */
export interface RequestParts<Output, Tools> {
  /** A schema, `compile(schema)`, or a generated module. */
  readonly output?: Output;
  /** Tools as `parse` takes them (`defineTool`, `compile().tool`, plain ones, those of the server), or `{ name, input, … }`. */
  readonly tools?: Tools;
}

type ToolLike = GivenTool | ToolDefinition<string, unknown, ToolResult>;

/** A request that fits. */
export interface CompiledRequest<Output = unknown, Tools = readonly unknown[]> {
  /** Spread them into the parameters of `messages.create`, `parse` or `stream` of the SDK. */
  readonly params: {
    readonly output_config: Output extends undefined ? undefined : { readonly format: OutputFormat<ValueOf<Output>> };
    readonly tools: Tools extends undefined ? undefined : Tools;
  };
  /** What is spent of the target's budgets, over the output and all strict tools, and by each. */
  readonly spend: RequestSpend;
  /** What was chosen: plain data that can be kept and handed back as `plan`. */
  readonly plan: RequestPlan;
  readonly output: Output extends undefined ? undefined : Compiled<LiftedOf<Output>, ValueOf<Output>>;
  readonly tools: CompiledTools<Tools>;
  /** Names of the tools that should be strict and are not, since the target takes no more. */
  readonly demoted: readonly string[];
  /** Paths begin with `/output` or `/tools/<name>`; those about the whole request are ''. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the output's and all strict tools' schemas, order kept, without names and descriptions. */
  readonly fingerprint: string;
}

type CompiledTools<Tools> = Tools extends readonly (infer Tool)[]
  ? { readonly [Each in Tool as NameOf<Each>]: CompiledTool<Each> }
  : Record<never, never>;
type NameOf<Tool> = Tool extends { readonly name: infer Name extends string; readonly input: unknown } ? Name : never;
type CompiledTool<Tool> = Tool extends { readonly input: infer Schema } ? Compiled<LiftedOf<Schema>, ValueOf<Schema>> : never;

/**
 * Compiles one output and many tools together, so that the whole request is within the target's limits with a margin. What fits
 * anyway is exactly what `compile` gives. The same objects with the same options are compiled once.
 *
 * Throws `SchemaError`, with the findings of all schemas, when one can't be compiled or the request can't be made to fit.
 */
export function compileRequest<const Output = undefined, const Tools extends readonly ToolLike[] | undefined = undefined>(
  request: RequestParts<Output, Tools> & PlanOptions,
): CompiledRequest<Output, Tools> {
  const planned = plannedRequest(request);
  const diagnostics = planned.diagnostics();
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new SchemaError(diagnostics);
  const compiled = planned.output as Compiled | undefined;
  return {
    params: {
      ...(compiled && { output_config: { format: compiled.format } }),
      ...(request.tools && { tools: planned.tools }),
    },
    spend: planned.spend,
    plan: planned.plan,
    output: compiled,
    tools: Object.fromEntries(
      planned.fitted.flatMap(({ member: { tool }, lifter }) => (tool === undefined || !lifter ? [] : [[tool, lifter]])),
    ),
    demoted: planned.demoted,
    diagnostics,
    fingerprint: planned.fingerprint(),
  } as unknown as CompiledRequest<Output, Tools>;
}

/** The plan of a request, whether it fits or not. Throws `SchemaError` where a schema can't be compiled. */
export function plannedRequest(request: RequestParts<unknown, readonly ToolLike[] | undefined> & PlanOptions): Planned {
  const { output, tools = [], ...options } = request;
  const found: Diagnostic[] = [];
  const given = tools.flatMap((tool) => gathering(found, placeOf({ tool: tool.name }), () => defined(tool, options)) ?? []);
  const planned = gathering(found, '', () => planOnce(output, given, options));
  if (!planned || found.length > 0) throw new SchemaError(found);
  return planned;
}

/** The result, or nothing where a schema can't be compiled: its findings are added, at their place. */
function gathering<Result>(found: Diagnostic[], place: string, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    found.push(...error.diagnostics.map((finding) => ({ ...finding, path: `${place}${finding.path}` })));
    return undefined;
  }
}

/** The plan of a request, once for the same objects and options. */
export function planOnce(output: unknown, tools: readonly GivenTool[], options: PlanOptions): Planned {
  return remembered([output, ...tools], options, () => planRequest(output, tools, options));
}

const definitions = new WeakMap<object, GivenTool>();

function defined(tool: ToolLike, { margin: _, pins: __, plan: ___, ...options }: PlanOptions): GivenTool {
  if ((tool as GivenTool)[LIFTER] !== undefined || !('input' in tool) || 'input_schema' in tool) return tool as GivenTool;
  let made = definitions.get(tool);
  if (!made) {
    made = define(tool as ToolDefinition<string, unknown, ToolResult>, (input) =>
      compile(input, { ...options, mode: 'tool' }),
    ) as GivenTool;
    definitions.set(tool, made);
  }
  return made;
}
