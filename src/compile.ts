import type { Compiled, CompileOptions } from './compiled.js';
import { CompiledSchema } from './compiled-schema.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { SchemaError } from './diagnostics/schema-error.js';
import type { InputOf, OutputOf } from './infer.js';
import { once } from './once.js';
import type { Context } from './passes/context.js';
import { runPasses } from './passes/engine.js';
import { readSource } from './read/index.js';
import { target as targetNamed } from './targets/index.js';

const DEEPEST = 500;

/** The type given explicitly, or the one the schema tells. */
type Given<Type, Told> = [Type] extends [never] ? Told : NoInfer<Type>;

/**
 * Compiles a schema (Zod 4, TypeBox, JSON Schema, any Standard JSON Schema) for the target. The same schema object with
 * the same options is compiled once. Throws `SchemaError`, and nothing else, when that is impossible.
 *
 * The types are the schema's own; a JSON Schema that tells none is compiled as `compile<Invoice>(schema)`.
 */
export function compile<Type = never, const Schema = unknown>(
  schema: Schema,
  options: CompileOptions = {},
): Compiled<Given<Type, InputOf<Schema>>, Given<Type, OutputOf<Schema>>> {
  return once(schema, options, () => build(schema, options)) as Compiled<
    Given<Type, InputOf<Schema>>,
    Given<Type, OutputOf<Schema>>
  >;
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
    return new CompiledSchema(schema, source, document, context, found, maxDepth);
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
    return {
      code: 'too-deep',
      severity: 'error',
      path: '',
      message: 'The schema is nested too deep to be compiled.',
      help: 'Flatten it, or lower the option `maxDepth` to see where.',
    };
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'unreadable',
    severity: 'error',
    path: '',
    message: `The schema could not be compiled: ${message}`,
    help: 'If the schema is plain data, please report this as a bug of bascule.',
  };
}
