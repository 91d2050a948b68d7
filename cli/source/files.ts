import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readSyntax, type Syntax } from './syntax.js';

const ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];

/** The modules of a project as they are written, each parsed once. */
export class SourceFiles {
  readonly #read = new Map<string, Syntax | undefined>();

  get(file: string): Syntax | undefined {
    if (!this.#read.has(file)) this.#read.set(file, readSyntax(file));
    return this.#read.get(file);
  }

  /** A module that was parsed already. */
  parsed(file: string): Syntax | undefined {
    return this.#read.get(file);
  }

  /** The module that a relative import names; undefined for packages and for what is not found. */
  imported(specifier: string, from: Syntax): Syntax | undefined {
    if (!/^\.{1,2}(?:\/|$)/.test(specifier)) return undefined;
    const path = resolve(dirname(from.file), specifier);
    const bare = path.replace(/\.([cm]?)js(x?)$/, '');
    const candidates = [
      path,
      ...ENDINGS.map((ending) => bare + ending),
      ...ENDINGS.map((ending) => path + ending),
      ...ENDINGS.map((ending) => `${path}/index${ending}`),
    ];
    const file = candidates.find(isFile);
    return file === undefined ? undefined : this.get(file);
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
