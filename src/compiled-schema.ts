import { encodeValid } from './answer/encode/valid.js';
import { finish, finishAsync } from './answer/lift.js';
import { quicken } from './answer/looks/code.js';
import { Lowered } from './answer/lowered.js';
import { parseText, parseTextAsync } from './answer/parse-text.js';
import type { Loaded } from './answer/program.js';
import { wireFormatAdmits } from './answer/wire-formats.js';
import { compile } from './compile.js';
import type { Compiled, CompileOptions, Decoded, JsonSchema, LedgerEntry, Mode, OutputFormat, Spend } from './compiled.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { fingerprintOf } from './emit/fingerprint.js';
import { emitFormat } from './emit/format.js';
import { emitTool } from './emit/tool.js';
import { checkToolName } from './emit/tool-name.js';
import { emitWire } from './emit/wire.js';
import { guarded, riskyPatterns } from './finish/guard.js';
import type { Json } from './ir/json.js';
import type { Document } from './ir/shape.js';
import { ledgerOf, narrowings, unknownPins, wrongPins } from './ledger/index.js';
import type { Context } from './passes/context.js';
import { spendOf } from './plan/spend.js';
import type { Source } from './read/source.js';
import type { TargetProfile } from './targets/profile.js';
import type { RunnableTool, RunnableToolOptions, StrictTool, ToolOptions, ToolResult } from './tool.js';

/** A compiled schema: the lowered document, and whatever is read from it when it is first asked for. */
export class CompiledSchema implements Compiled {
  readonly wire: JsonSchema;
  readonly lowered: Document;
  readonly source: Source;
  readonly schema: unknown;
  readonly #context: Context;
  readonly #maxDepth: number;
  readonly #walker: Lowered;
  readonly #found: readonly Diagnostic[];
  #diagnostics: readonly Diagnostic[] | undefined;
  #ledger: readonly LedgerEntry[] | undefined;
  #fingerprint: string | undefined;
  #spend: Spend | undefined;

  constructor(
    schema: unknown,
    source: Source,
    document: Document,
    context: Context,
    diagnostics: readonly Diagnostic[],
    maxDepth: number,
  ) {
    this.schema = schema;
    this.source = guarded(source);
    this.lowered = document;
    this.#context = context;
    this.#found = diagnostics;
    this.#maxDepth = maxDepth;
    this.#walker = new Lowered(document, quicken);
    this.wire = emitWire(this.#walker, context.target);
  }

  get mode(): Mode {
    return this.#context.mode;
  }

  get options(): CompileOptions {
    return this.#context.options;
  }

  get target(): TargetProfile {
    return this.#context.target;
  }

  get program(): Loaded<unknown, unknown> {
    return { lowered: this.#walker, schema: this.source, maxDepth: this.#maxDepth };
  }

  get format(): OutputFormat<unknown> {
    return emitFormat(this);
  }

  tool<Result extends ToolResult>(about: RunnableToolOptions<unknown, unknown, Result>): RunnableTool<unknown, Result>;
  tool(about: ToolOptions<unknown, unknown>): StrictTool<unknown>;
  tool(about: ToolOptions<unknown, unknown>): StrictTool<unknown> {
    checkToolName(about.name, this.target);
    const inToolMode = this.mode === 'tool' ? this : compile(this.schema, { ...this.#context.options, mode: 'tool' });
    return emitTool(inToolMode, about);
  }

  // The five ways are own functions, so that they can be passed on by themselves: `lines.map(invoice.parse)`.
  readonly encode = (value: unknown): Json => {
    return encodeValid(this.#walker, this.source, value, this.#maxDepth, wireFormatAdmits);
  };

  readonly decode = (wire: unknown): Decoded<unknown> => finish(this.#walker, this.source, wire, this.#maxDepth);

  readonly parse = (text: string): Decoded<unknown> => parseText(this.#walker, this.source, text, this.#maxDepth);

  readonly decodeAsync = (wire: unknown): Promise<Decoded<unknown>> =>
    finishAsync(this.#walker, this.source, wire, this.#maxDepth);

  readonly parseAsync = (text: string): Promise<Decoded<unknown>> =>
    parseTextAsync(this.#walker, this.source, text, this.#maxDepth);

  get ledger(): readonly LedgerEntry[] {
    this.#ledger ??= ledgerOf(this.source, this.lowered);
    return this.#ledger;
  }

  get diagnostics(): readonly Diagnostic[] {
    this.#diagnostics ??= [
      ...this.#found,
      ...riskyPatterns(this.source),
      ...narrowings(this.ledger),
      ...unknownPins(this.options, this.source),
      ...wrongPins(this.source),
    ];
    return this.#diagnostics;
  }

  get spend(): Spend {
    this.#spend ??= spendOf(this.wire, this.mode);
    return this.#spend;
  }

  get fingerprint(): string {
    this.#fingerprint ??= fingerprintOf(this.wire);
    return this.#fingerprint;
  }

  get '~standard'(): Compiled['~standard'] {
    return {
      version: 1,
      vendor: 'bascule',
      validate: (value) => {
        const decoded = this.decode(value);
        return decoded.issues
          ? { issues: decoded.issues.map(({ path, message }) => ({ path, message })) }
          : { value: decoded.value };
      },
    };
  }
}
