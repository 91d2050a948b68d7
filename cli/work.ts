import { compile } from '../src/compile.js';
import type { Compiled } from '../src/compiled.js';
import type { ConfigOverride } from '../src/config.js';
import type { Diagnostic } from '../src/diagnostics/diagnostic.js';
import { SchemaError } from '../src/diagnostics/schema-error.js';
import type { TargetProfile } from '../src/targets/profile.js';
import type { Context } from './commands/command.js';
import { usage } from './failure.js';
import type { Io } from './io.js';
import type { Entered } from './isolate/message.js';
import { entriesOf, type LoadedConfig, timeoutOf } from './load/config.js';
import type { LoadedSchema } from './load/load-target.js';
import { overridesFor } from './load/overrides.js';
import { type LoadedSchemas, loadSchemas } from './load/schemas.js';
import { compileOptions } from './load/settings.js';

/** A schema and what compiling made of it: `compiled` is undefined where that is impossible, and the diagnostics say why. */
export interface Result {
  readonly schema: LoadedSchema;
  readonly compiled: Compiled | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly target: TargetProfile;
  /** Those of the configuration that hold for its file, in their order. */
  readonly overrides: readonly ConfigOverride[];
}

export interface Work {
  readonly config: LoadedConfig | undefined;
  readonly loaded: LoadedSchemas;
  readonly results: readonly Result[];
  /** The folder that addresses of artifacts are relative to, whoever runs the command from where. */
  readonly base: string;
  readonly io: Io;
  /** How long code of the user's may run. */
  readonly seconds: number;
}

/** Loads and compiles what the command line, or else the configuration, asks for. */
export async function work(context: Context, config: LoadedConfig | undefined): Promise<Work> {
  const { io, options, positionals, progress } = context;
  const entries = entriesOf(positionals, config);
  if (entries.length === 0) throw nothingAsked(config);
  const cwd = positionals.length > 0 || config === undefined ? context.cwd : config.folder;
  compileOptions(options, config?.config ?? {});
  const overrides = await overridesFor(config);
  const seconds = timeoutOf(options, config);
  const loaded = await loadSchemas(entries, { io, cwd, timeout: seconds, progress });
  const results: Result[] = [];
  for (const [index, schema] of loaded.schemas.entries()) {
    progress.step(`Compiling ${index + 1} of ${loaded.schemas.length}: ${schema.address}`);
    results.push(compileOne(schema, context, config, overrides(schema.file)));
    // Compiling never waits; a pause lets Ctrl-C and the progress line through.
    if (index % 20 === 19) await new Promise(setImmediate);
  }
  return { config, loaded, results, base: config?.folder ?? context.cwd, io, seconds };
}

/** Compiles one schema with the settings that hold for it. */
export function compileOne(
  schema: LoadedSchema,
  context: Pick<Context, 'options' | 'io'>,
  config: LoadedConfig | undefined,
  overrides: readonly ConfigOverride[],
): Result {
  const settled = compileOptions(context.options, schema.entry, ...overrides.toReversed(), config?.config ?? {});
  const about = { schema, target: settled.target, overrides };
  const leave = inside(schema, 'compiling', context.io, timeoutOf(context.options, config));
  try {
    const compiled = compile(schema.schema, settled) as Compiled;
    return { ...about, compiled, diagnostics: compiled.diagnostics };
  } catch (error) {
    if (error instanceof SchemaError) return { ...about, compiled: undefined, diagnostics: error.diagnostics };
    throw error;
  } finally {
    leave();
  }
}

/** Tells whoever watches over this process that code of a schema may run; what is returned tells that it is done. */
export function inside({ file, address }: LoadedSchema, doing: Entered['doing'], io: Io, seconds: number): () => void {
  if (!io.isolation || file === undefined) return () => {};
  io.isolation.enter({ file, shown: address, doing, seconds });
  return () => io.isolation?.leave();
}

function nothingAsked(config: LoadedConfig | undefined) {
  return usage(
    config === undefined
      ? 'No schema is named, and there is no configuration that would name one.'
      : 'No schema is named, and the configuration lists none in "schemas".',
    `Name one, such as src/invoice.ts#Invoice${config === undefined ? ', or write a bascule.config.ts with { schemas: ["src/schemas"], out: "src/generated" }' : ', or list some in "schemas"'}.`,
  );
}
