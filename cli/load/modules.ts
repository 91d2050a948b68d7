import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createJiti, type Jiti } from 'jiti';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import { packageRoot } from '../package.js';
import { shown } from '../report/failures.js';
import { SourceFiles } from '../source/files.js';
import { guarded } from './guard.js';
import { explainLoadError } from './load-error.js';
import { isPlain, isSchema } from './recognise.js';

export type Exports = ReadonlyMap<string, unknown>;

export interface ModulesOptions {
  readonly io: Io;
  readonly cwd: string;
  /** Seconds. */
  readonly timeout: number;
}

/** What earlier loaders of this process brought into the module cache, which all share; it may have changed since. */
const stale = new Set<string>();

/** Loads modules of the user's, TypeScript or JavaScript, each once; knows which files that took. */
export class Modules {
  readonly #options: ModulesOptions;
  readonly #loaded = new Map<string, Promise<Exports>>();
  #jiti: Jiti | undefined;
  #foreign: ReadonlySet<string> = new Set();
  /** The modules as they are written. */
  readonly sources = new SourceFiles();

  constructor(options: ModulesOptions) {
    this.#options = options;
  }

  /** The exports of a module file by name. Rejects with a `Failure` that says why there are none. */
  load(file: string): Promise<Exports> {
    const known = this.#loaded.get(file);
    if (known) return known;
    const loading = this.#load(file);
    this.#loaded.set(file, loading);
    return loading;
  }

  /** The file of a module of a package, or undefined where there is none. */
  resolve(specifier: string): string | undefined {
    const parentURL = pathToFileURL(join(this.#options.cwd, '_.js'));
    try {
      const url = this.#instance().esmResolve(specifier, { parentURL, try: true });
      return url?.startsWith('file:') ? fileURLToPath(url) : undefined;
    } catch {
      return undefined;
    }
  }

  /** The user's own files that were loaded, imports included. */
  files(): string[] {
    const cached =
      this.#jiti === undefined
        ? []
        : Object.keys(this.#jiti.cache).filter((file) => !file.includes('node_modules') && !this.#foreign.has(file));
    return [...new Set([...this.#loaded.keys(), ...cached])];
  }

  async #load(file: string): Promise<Exports> {
    const { io, cwd, timeout } = this.#options;
    const name = shown(file, cwd);
    const skipped = io.isolation?.skipped(file);
    if (skipped) throw skipped;
    try {
      const jiti = this.#instance();
      const before = new Set(io.isolation ? this.files() : []);
      const earlier = (other: string) => other !== file && before.has(other);
      return exportsOf(await guarded(() => jiti.import(file), { shown: name, file, seconds: timeout, io, earlier }));
    } catch (error) {
      throw error instanceof Failure ? error : explainLoadError(error, file, cwd);
    } finally {
      for (const loaded of this.files()) stale.add(loaded);
    }
  }

  #instance(): Jiti {
    if (this.#jiti) return this.#jiti;
    const { cwd } = this.#options;
    const jiti = createJiti(join(cwd, '_.js'), { interopDefault: false, tsconfigPaths: true, jsx: true, alias: ownName(cwd) });
    for (const file of stale) delete jiti.cache[file];
    stale.clear();
    this.#foreign = new Set(Object.keys(jiti.cache));
    this.#jiti = jiti;
    return jiti;
  }
}

/** CommonJS puts everything in `default`. */
function exportsOf(namespace: unknown): Exports {
  const own = entries(namespace);
  const [[name, only] = ['', undefined], second] = own;
  if (name === 'default' && second === undefined && typeof only === 'object' && only !== null && isPlain(only) && !isSchema(only))
    return new Map([...entries(only), ...own]);
  return new Map(own);
}

/** In alphabetical order, as the members of a native module namespace are: transpiled ones come in any order. */
function entries(value: unknown): [string, unknown][] {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return [];
  return Object.keys(value)
    .filter((name) => name !== '__esModule' && name !== 'module.exports')
    .sort()
    .map((name): [string, unknown] => [name, (value as Record<string, unknown>)[name]]);
}

/** Where bascule is not installed in the project (`npx`), `import … from 'bascule'` means the one that runs. */
function ownName(cwd: string): Record<string, string> {
  try {
    createRequire(join(cwd, '_.js')).resolve('bascule');
    return {};
  } catch {
    const built = join(packageRoot(), 'dist', 'index.js');
    return { bascule: existsSync(built) ? built : join(packageRoot(), 'src', 'index.ts') };
  }
}
