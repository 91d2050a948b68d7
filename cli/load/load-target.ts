import type { SchemaEntry } from '../../src/config.js';
import { Failure } from '../failure.js';
import type { Made } from '../fix/module.js';
import type { Io } from '../io.js';
import { shown } from '../report/failures.js';
import { locateExport, makingAt } from '../source/locate.js';
import type { Target } from './expand.js';
import type { SourcePosition } from './json.js';
import { jsonSchema } from './json-schemas.js';
import { kindOf } from './kinds.js';
import { explainLoadError } from './load-error.js';
import { type ModuleSchemaFound, type ModuleSource, moduleSchemas } from './module-schemas.js';
import type { Modules } from './modules.js';
import { artifactName, fileWord } from './names.js';
import { readText } from './text.js';

/** A schema that was asked for, and all that is known of where it comes from. */
export interface LoadedSchema {
  /** The full address of this one schema: `src/invoice.ts#Invoice`. */
  readonly address: string;
  /** What follows the file or module in the address: `#Invoice`, or nothing. */
  readonly suffix: string;
  readonly schema: unknown;
  /** Name of its artifact. */
  readonly name: string;
  /** What the configuration says about this address. */
  readonly entry: SchemaEntry;
  /** Absolute path; undefined for standard input. */
  readonly file: string | undefined;
  /** For a schema of a module: what to import, a file or a package's module. */
  readonly module: { readonly from: string; readonly package: boolean; readonly export: string } | undefined;
  /** Keywords at the root of the schema that only making it stand alone put there. */
  readonly added: ReadonlySet<string>;
  /** The pointer into the document for one into the schema. */
  origin(path: string): string;
  /** The code that makes the schema at a pointer, where it is a module's and tells. */
  making(path: string): Made | undefined;
  /** Line and column of a pointer into the schema, where they are known. */
  locate(path: string): SourcePosition | undefined;
}

const NOTHING: ReadonlySet<string> = new Set();

export interface Access {
  readonly io: Io;
  /** How long code of the user's may run. */
  readonly seconds: number;
  readonly cwd: string;
  readonly modules: Modules;
  stdin(): Promise<string>;
}

/** The schemas in one file that an address asks for. Rejects with a `Failure` where there should be some and are none. */
export async function loadTarget(
  target: Target,
  entry: SchemaEntry,
  { io, seconds, cwd, modules, stdin }: Access,
): Promise<LoadedSchema[]> {
  const { file, found, specifier } = target;
  const { fragment } = target.address;
  const skipped = file === undefined ? undefined : io.isolation?.skipped(file);
  if (skipped) throw skipped;
  const label = file === undefined ? '-' : (specifier ?? shown(file, cwd));
  if (file === undefined || kindOf(file, label) === 'json') {
    const text = file === undefined ? await stdin() : readText(file, label);
    const word = file === undefined ? 'schema' : fileWord(file);
    const json = jsonSchema({ shown: file === undefined ? 'standard input' : label, file, text, fragment, found, word });
    if (!json) return [];
    const suffix = json.pointer === '' ? '' : `#${json.pointer}`;
    return [
      {
        address: label + suffix,
        suffix,
        schema: json.schema,
        name: entry.name ?? json.name,
        entry,
        file,
        module: undefined,
        added: json.added,
        origin: json.origin,
        locate: json.locate,
        making: () => undefined,
      },
    ];
  }
  const exports = await modules.load(file);
  // Looking at an export may run a getter.
  io.isolation?.enter({ file, shown: label, doing: 'loading', seconds });
  const schemas = schemasIn({ shown: label, file, exports, fragment, found }, cwd);
  io.isolation?.leave();
  if (entry.name !== undefined && schemas.length > 1)
    throw new Failure({
      code: 'name-taken',
      message: `The configuration gives one name, "${entry.name}", to the ${schemas.length} schemas of ${label}.`,
      help: `Address one of them, such as ${label}#${schemas[0]?.export}, or leave the name out.`,
    });
  return schemas.map(({ schema, export: name }) => ({
    address: `${label}#${name}`,
    suffix: `#${name}`,
    schema,
    name: entry.name ?? artifactName(name === 'default' ? fileWord(specifier ?? file) : name),
    entry,
    file,
    module: { from: specifier ?? file, package: specifier !== undefined, export: name },
    added: NOTHING,
    origin: (path) => path,
    locate: (path) => locateExport(modules.sources, file, name, path),
    making: (path) => makingAt(modules.sources, file, name, path),
  }));
}

function schemasIn(source: ModuleSource, cwd: string): readonly ModuleSchemaFound[] {
  try {
    return moduleSchemas(source);
  } catch (error) {
    throw error instanceof Failure ? error : explainLoadError(error, source.file, cwd);
  }
}
