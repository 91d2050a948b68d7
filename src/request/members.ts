import { isLifter, type Lifter } from '../client/lifter.js';
import type { GivenTool } from '../client/tool-reader.js';
import { type Begun, begun } from '../compile.js';
import type { Compiled, CompileOptions, JsonSchema } from '../compiled.js';
import { ABOUT, LIFTER } from '../emit/tool.js';
import { isRecord } from '../ir/json.js';
import type { ToolOptions } from '../tool.js';

/** A part of the request that a schema stands behind. */
export interface Member {
  /** Name of the tool; undefined for the output. */
  readonly tool: string | undefined;
  /** Place in `tools`. */
  readonly index: number;
  /** Where its encodings can be chosen. */
  readonly begun?: Begun;
  /** What it is read with as it was given; absent for a schema, and for a tool that is sent as it is. */
  readonly lifter?: Lifter;
  /** The schema that is sent where nothing can be chosen. */
  readonly wire?: JsonSchema;
  /** Whether it was asked for as strict; the output always is. */
  readonly strict: boolean;
  /** Whether that is not ours to change. */
  readonly fixed: boolean;
}

type Options = Omit<CompileOptions, 'mode' | 'encode'>;

/** The output of a request as a member. Throws `SchemaError`. */
export function outputMember(output: unknown, options: Options): Member {
  return { tool: undefined, index: -1, strict: true, fixed: true, ...readable(output, options, 'output') };
}

/** A tool of a request as a member; undefined for one that no schema of the caller stands behind. Throws `SchemaError`. */
export function toolMember(tool: GivenTool, index: number, options: Options): Member | undefined {
  const { name, type } = tool;
  const given = tool as { readonly [LIFTER]?: unknown; readonly [ABOUT]?: ToolOptions<unknown, unknown>; input_schema?: unknown };
  if (typeof name !== 'string' || (type !== undefined && type !== null && type !== 'custom')) return undefined;
  const strict = (tool as { strict?: unknown }).strict === true;
  if (given[LIFTER] !== undefined)
    return { tool: name, index, strict, fixed: given[ABOUT] === undefined, ...readable(sourceOf(tool), options, 'tool') };
  if (!isRecord(given.input_schema)) return undefined;
  return { tool: name, index, strict, fixed: true, wire: given.input_schema as JsonSchema };
}

/** The schema of a defined tool, or what its input is read with. */
function sourceOf(tool: GivenTool): unknown {
  return (tool as { readonly input?: unknown }).input ?? tool[LIFTER];
}

function readable(schema: unknown, options: Options, mode: 'output' | 'tool'): Pick<Member, 'begun' | 'lifter' | 'wire'> {
  if (!isLifter(schema)) return { begun: begun(schema, mode === 'tool' ? { ...options, mode } : options) };
  const compiled = schema as Partial<Compiled>;
  const wire = schema.wire as JsonSchema;
  if (compiled.schema === undefined || compiled.options === undefined) return { lifter: schema, wire };
  return { lifter: schema, wire, begun: begun(compiled.schema, compiled.options) };
}
