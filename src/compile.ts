import { encode } from './answer/encode.js';
import { EncodeError } from './answer/encode-error.js';
import { Lowered } from './answer/lowered.js';
import { finish, finishAsync, readText } from './answer/lift.js';
import type { Compiled, CompileOptions, Mode } from './compiled.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { SchemaError } from './diagnostics/schema-error.js';
import { emitFormat } from './emit/format.js';
import { fingerprintOf } from './emit/fingerprint.js';
import { emitTool } from './emit/tool.js';
import { emitWire } from './emit/wire.js';
import type { InputOf, OutputOf } from './infer.js';
import type { Json } from './ir/json.js';
import type { Document } from './ir/shape.js';
import { ledgerOf } from './ledger/index.js';
import type { Context } from './passes/context.js';
import { runPasses } from './passes/engine.js';
import { spendOf } from './plan/spend.js';
import { readSource } from './read/index.js';
import type { Source } from './read/source.js';
import { once } from './once.js';
import { target as targetNamed } from './targets/index.js';

const DEEPEST = 500;

/**
 * Compiles a schema (Zod 4, TypeBox, JSON Schema, any Standard JSON Schema) for the target. The same schema object with
 * the same options is compiled once. Throws `SchemaError`, and nothing else, when that is impossible.
 */
export function compile<const Schema>(schema: Schema, options: CompileOptions = {}): Compiled<InputOf<Schema>, OutputOf<Schema>> {
  return once(schema, options, () => build(schema, options)) as Compiled<InputOf<Schema>, OutputOf<Schema>>;
}

function build(schema: unknown, options: CompileOptions): Compiled {
  const found: Diagnostic[] = [];
  const findings = {
    report(finding: Diagnostic) {
      if (!found.some((other) => other.code === finding.code && other.path === finding.path)) found.push(finding);
    },
  };
  const targeted = targetNamed(options.target ?? 'claude');
  if (targeted.error) throw new SchemaError([targeted.error]);
  const maxDepth = options.maxDepth ?? DEEPEST;
  const context: Context = { target: targeted.profile, mode: options.mode ?? 'output', options, findings };
  try {
    const source = readSource(schema, findings, { maxDepth });
    throwOn(found);
    if (!source) throw new SchemaError(found);
    const document = runPasses(source.document, context);
    throwOn(found);
    return assemble(schema, source, document, context, found, maxDepth);
  } catch (error) {
    if (error instanceof SchemaError) throw error;
    throw new SchemaError([...found, unexpected(error)]);
  }
}

function throwOn(found: readonly Diagnostic[]): void {
  if (found.some((finding) => finding.severity === 'error')) throw new SchemaError(found);
}

function unexpected(error: unknown): Diagnostic {
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return { code: 'too-deep', severity: 'error', path: '', message: 'The schema is nested too deep to be compiled.', help: 'Flatten it, or lower the option `maxDepth` to see where.' };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unreadable', severity: 'error', path: '', message: `The schema could not be compiled: ${message}`, help: 'If the schema is plain data, please report this as a bug of bascule.' };
}

function assemble(schema: unknown, source: Source, document: Document, context: Context, found: readonly Diagnostic[], maxDepth: number): Compiled {
  const { target, mode, options } = context;
  const lowered = new Lowered(document);
  const wire = emitWire(lowered, target);
  let ledger: Compiled['ledger'] | undefined;
  let fingerprint: string | undefined;
  let spend: Compiled['spend'] | undefined;
  const compiled: Compiled = {
    wire,
    mode,
    target,
    lowered: document,
    source,
    encode(value) {
      return encodeValue(lowered, source, value, maxDepth);
    },
    decode: (value) => finish(lowered, source, value, maxDepth),
    parse: (text) => readText(text, maxDepth, (value) => finish(lowered, source, value, maxDepth)),
    decodeAsync: (value) => finishAsync(lowered, source, value, maxDepth),
    parseAsync: async (text) => readText(text, maxDepth, (value) => finishAsync(lowered, source, value, maxDepth)),
    get format() {
      return emitFormat(compiled);
    },
    tool: (about) => emitTool(inMode(schema, options, mode, compiled), about),
    get ledger() {
      ledger ??= ledgerOf(source, document);
      return ledger;
    },
    get diagnostics() {
      return found;
    },
    get spend() {
      spend ??= spendOf(document, wire, mode);
      return spend;
    },
    get fingerprint() {
      fingerprint ??= fingerprintOf(wire);
      return fingerprint;
    },
    get '~standard'() {
      return standardOf(compiled);
    },
  };
  return compiled;
}

function encodeValue(lowered: Lowered, source: Source, value: unknown, maxDepth: number): Json {
  const checked = source.finish(value);
  if ('issues' in checked && !checked.issues.every((issue) => issue.code === 'async-schema')) throw new EncodeError(checked.issues);
  let result: ReturnType<typeof encode>;
  try {
    result = encode(lowered, value, maxDepth);
  } catch (error) {
    throw new EncodeError([{ path: [], code: 'unreadable', message: `The value can not be read: ${error instanceof Error ? error.message : String(error)}.` }]);
  }
  if ('issues' in result) throw new EncodeError(result.issues);
  return result.wire;
}

function inMode(schema: unknown, options: CompileOptions, mode: Mode, compiled: Compiled): Compiled {
  return mode === 'tool' ? compiled : (compile(schema, { ...options, mode: 'tool' }) as Compiled);
}

function standardOf(compiled: Compiled): Compiled['~standard'] {
  return {
    version: 1,
    vendor: 'bascule',
    validate(value) {
      const decoded = compiled.decode(value);
      return decoded.issues ? { issues: decoded.issues.map(({ path, message }) => ({ path, message })) } : { value: decoded.value };
    },
  };
}
