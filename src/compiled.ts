import type { Program } from './answer/program.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Encoding } from './ir/encoding.js';
import type { Json } from './ir/json.js';
import type { Document } from './ir/shape.js';
import type { Issue, Repair, Source, Step } from './read/source.js';
import type { TargetProfile } from './targets/profile.js';
import type { RunnableTool, RunnableToolOptions, StrictTool, ToolOptions, ToolResult } from './tool.js';

export type JsonSchema = { [keyword: string]: Json };
export type Mode = 'output' | 'tool';

export interface CompileOptions {
  /** What the wire schema must satisfy. Default `'claude'`. */
  readonly target?: 'claude' | TargetProfile;
  /** `output` for `output_config.format`, `tool` for a strict tool's `input_schema`. Default `'output'`. */
  readonly mode?: Mode;
  /** What becomes of what a schema leaves open without saying so: see DESIGN of `openness` in the README. Default `'close'`. */
  readonly openness?: 'close' | 'keep' | 'refuse';
  /** How recursive schemas travel. Default `'table'`. */
  readonly recursion?: 'table' | { readonly unroll: number } | 'refuse';
  /** Encodings pinned by source path (JSON Pointer); two where an optional property holds a union. */
  readonly encode?: { readonly [path: string]: Encoding | readonly Encoding[] };
  /** Whether constraints may be enforced by a narrower wire form, such as small integer ranges as `enum`. Default `true`. */
  readonly tighten?: boolean;
  /** Deepest nesting of a schema or an answer. Default 500. */
  readonly maxDepth?: number;
}

export type Fate = 'sent' | 'encoded' | 'checked' | 'inert' | 'narrowed' | 'refused';

export interface LedgerEntry {
  /** JSON Pointer of the source node the keyword stands on. */
  readonly path: string;
  readonly keyword: string;
  readonly fate: Fate;
  readonly codec?: string;
  /** The words sent to the model in place of the keyword. */
  readonly hint?: string;
  readonly note?: string;
}

export interface Spend {
  readonly optional: number;
  readonly union: number;
  readonly strictTools: number;
  readonly properties: number;
  readonly depth: number;
  readonly enumValues: number;
  readonly bytes: number;
}

export type Decoded<Output> =
  | { readonly value: Output; readonly repairs: readonly Repair[]; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly value?: undefined };

export interface OutputFormat<Output> {
  readonly type: 'json_schema';
  readonly schema: JsonSchema;
  /** Lifts the answer's text; throws an error listing the issues when it is not valid. Called by the SDK. */
  parse(text: string): Output;
}

export interface Compiled<Input = unknown, Output = unknown> {
  /** The JSON Schema that is sent. */
  readonly wire: JsonSchema;
  readonly format: OutputFormat<Output>;
  /** A strict tool over the same schema. Throws `SchemaError` for a bad name. */
  tool<Result extends ToolResult>(about: RunnableToolOptions<Input, Output, Result>): RunnableTool<Output, Result>;
  tool(about: ToolOptions<Input, Output>): StrictTool<Output>;
  /** A Standard Schema over wire values. */
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'bascule';
    validate(
      value: unknown,
    ):
      | { readonly value: Output; readonly issues?: undefined }
      | { readonly issues: readonly { readonly message: string; readonly path: readonly Step[] }[] };
    readonly types?: { readonly input: Input; readonly output: Output };
  };
  /** Source value → wire value. Throws `EncodeError`. */
  encode(value: Input): Json;
  /** Wire value → source value, checked and finished. Never throws. */
  decode(wire: unknown): Decoded<Output>;
  /** The same from JSON text. Never throws. */
  parse(text: string): Decoded<Output>;
  decodeAsync(wire: unknown): Promise<Decoded<Output>>;
  parseAsync(text: string): Promise<Decoded<Output>>;
  readonly ledger: readonly LedgerEntry[];
  readonly diagnostics: readonly Diagnostic[];
  readonly spend: Spend;
  readonly fingerprint: string;
  readonly mode: Mode;
  readonly target: TargetProfile;
  readonly options: CompileOptions;
  /** The lowered shape: pure data from which wire schema, encoder and decoder are all read. */
  readonly lowered: Document;
  readonly source: Source;
  /** The schema as it was given. */
  readonly schema: unknown;
  /** What decodes and encodes, without the compiler. */
  readonly program: Program<Input, Output>;
}
