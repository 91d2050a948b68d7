import type { Compiled, CompileOptions } from './compiled.js';
import { CompiledSchema } from './compiled-schema.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { SchemaError } from './diagnostics/schema-error.js';
import type { InputOf, OutputOf } from './infer.js';
import { onceBySchema } from './once.js';
import type { Context } from './passes/context.js';
import { goOn, type Progress, runPasses } from './passes/engine.js';
import { choose } from './plan/choose.js';
import type { Choice } from './plan/item.js';
import { readSource } from './read/index.js';
import type { Source } from './read/source.js';
import { target as targetNamed } from './targets/index.js';

const DEEPEST = 500;

/** The type given explicitly, or the one the schema tells. */
type Typed<Type, Told> = [Type] extends [never] ? Told : NoInfer<Type>;

const compiledOnce = onceBySchema<Compiled>();
const begunOnce = onceBySchema<Begun>();

/**
 * Compiles a schema (Zod 4, TypeBox, JSON Schema, any Standard JSON Schema) for the target. The same schema object with
 * the same options is compiled once. Throws `SchemaError`, and nothing else, when that is impossible.
 *
 * The types are the schema's own; a JSON Schema that tells none is compiled as `compile<Invoice>(schema)`.
 */
export function compile<Type = never, const Schema = unknown>(
  schema: Schema,
  options: CompileOptions = {},
): Compiled<Typed<Type, InputOf<Schema>>, Typed<Type, OutputOf<Schema>>> {
  return compiledOnce(schema, options, () => finish(begun(schema, options))) as Compiled<
    Typed<Type, InputOf<Schema>>,
    Typed<Type, OutputOf<Schema>>
  >;
}

/** A schema that is read and lowered as far as nothing has to be chosen yet. */
export interface Begun {
  readonly schema: unknown;
  readonly source: Source;
  readonly progress: Progress;
  readonly context: Context;
  readonly found: readonly Diagnostic[];
  readonly maxDepth: number;
}

/** What a request decides for one of its schemas. */
export interface Given {
  readonly choice: Choice;
  readonly pins: Context['pins'];
}

/** The same as `begin`, once for each schema and options. Throws `SchemaError`. */
export function begun(schema: unknown, options: CompileOptions): Begun {
  return begunOnce(schema, options, () => begin(schema, options));
}

function begin(schema: unknown, options: CompileOptions): Begun {
  const found: Diagnostic[] = [];
  const findings = findingsIn(found);
  const targeted = targetNamed(options.target ?? 'claude');
  if (targeted.error) throw new SchemaError([targeted.error]);
  const maxDepth = options.maxDepth ?? DEEPEST;
  const pins = options.encode ?? {};
  const context: Context = {
    target: targeted.profile,
    mode: options.mode ?? 'output',
    options,
    findings,
    pins: (path, own) => (Object.hasOwn(pins, path) ? [pins[path] ?? []].flat() : (own?.encode ?? [])),
    choose,
  };
  return guarded(found, () => {
    const source = readSource(schema, findings, { maxDepth });
    throwOn(found);
    if (!source) throw new SchemaError(found);
    const progress = runPasses(source.document, context, 'budget');
    throwOn(found);
    return { schema, source, progress, context, found, maxDepth };
  });
}

/** The rest of the way, with encodings chosen for this schema alone, or as given. Throws `SchemaError`. */
export function finish(
  { schema, source, progress, context, found: before, maxDepth }: Begun,
  given: Partial<Given> = {},
): Compiled {
  const found = [...before];
  const { choice, pins = context.pins } = given;
  return guarded(found, () => {
    const { document } = goOn(progress, {
      ...context,
      pins,
      findings: findingsIn(found),
      ...(choice && { choose: () => choice }),
    });
    throwOn(found);
    return new CompiledSchema(schema, source, document, context, found, maxDepth);
  });
}

function findingsIn(found: Diagnostic[]): Context['findings'] {
  return {
    report(finding) {
      if (!found.some((other) => other.code === finding.code && other.path === finding.path)) found.push(finding);
    },
  };
}

function guarded<Result>(found: readonly Diagnostic[], work: () => Result): Result {
  try {
    return work();
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
