import type { SchemaEntry } from '../../src/config.js';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import type { Progress } from '../progress.js';
import { shown } from '../report/failures.js';
import type { SourceFiles } from '../source/files.js';
import { exclusions, expand } from './expand.js';
import { type LoadedSchema, loadTarget } from './load-target.js';
import { Modules } from './modules.js';
import { readStdin } from './stdin.js';

export interface LoadedSchemas {
  readonly schemas: readonly LoadedSchema[];
  /** What could not be loaded; the rest was. */
  readonly failures: readonly Failure[];
  /** Every file that had a part in it. */
  readonly files: readonly string[];
  /** Folders in which new files may match. */
  readonly folders: readonly string[];
  /** Files of which every schema was asked for. */
  readonly whole: ReadonlySet<string>;
  /** The modules as they are written. */
  readonly sources: SourceFiles;
}

export interface LoadOptions {
  readonly io: Io;
  readonly cwd: string;
  /** Seconds. */
  readonly timeout: number;
  readonly progress: Progress;
}

/** Loads whatever the addresses stand for. One that fails does not keep the others from being loaded. */
export async function loadSchemas(entries: readonly SchemaEntry[], options: LoadOptions): Promise<LoadedSchemas> {
  const { cwd, progress } = options;
  const modules = new Modules(options);
  let input: Promise<string> | undefined;
  const stdin = () => {
    input ??= readStdin(options.io);
    return input;
  };
  const excluded = exclusions(entries.map((entry) => entry.address));
  const schemas: LoadedSchema[] = [];
  const failures: Failure[] = [];
  const files = new Set<string>();
  const folders = new Set<string>();
  const whole = new Set<string>();
  for (const entry of entries.filter(({ address }) => !address.startsWith('!'))) {
    try {
      const { targets, folders: into } = await expand(entry.address, excluded, cwd, modules);
      for (const folder of into) folders.add(folder);
      let any = false;
      const failed = failures.length;
      for (const target of targets) {
        if (target.file !== undefined) files.add(target.file);
        if (target.file !== undefined && target.address.fragment === undefined) whole.add(target.file);
        progress.step(`Loading ${target.file === undefined ? 'standard input' : shown(target.file, cwd)}`);
        try {
          const loaded = await loadTarget(target, entry, { io: options.io, seconds: options.timeout, cwd, modules, stdin });
          any ||= loaded.length > 0;
          if (loaded.length === 0 && target.file !== undefined) progress.step(`No schema in ${shown(target.file, cwd)}`);
          schemas.push(...loaded);
        } catch (error) {
          failures.push(failureAt(error, entry.address));
        }
      }
      if (!any && failures.length === failed) throw nothing(entry.address, targets.length);
    } catch (error) {
      failures.push(failureAt(error, entry.address));
    }
  }
  for (const file of modules.files()) files.add(file);
  return { schemas: distinct(schemas), failures, files: [...files], folders: [...folders], whole, sources: modules.sources };
}

function failureAt(error: unknown, address: string): Failure {
  if (error instanceof Failure) return error.at(address);
  throw error;
}

function nothing(address: string, count: number): Failure {
  return new Failure({
    code: 'no-schema',
    message: `None of the ${count} files that "${address}" stands for holds a schema, so there is nothing to compile.`,
    help: 'Modules must export the schemas; a JSON file counts when it has a keyword such as "type", "properties" or "$ref" at its root.',
  });
}

/** Each schema once; an entry with settings of its own goes before a mere address that also covers it. */
function distinct(schemas: readonly LoadedSchema[]): LoadedSchema[] {
  const special = (schema: LoadedSchema) => Object.keys(schema.entry).length > 1;
  const settled = new Set(schemas.filter(special).map((schema) => schema.address));
  const seen = new Set<string>();
  return schemas.filter((schema) => {
    if (!special(schema) && settled.has(schema.address)) return false;
    const key = `${schema.address}\n${special(schema) ? JSON.stringify(schema.entry) : ''}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
