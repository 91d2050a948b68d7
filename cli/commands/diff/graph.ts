import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

/** Specifiers in the text of a module; some that are none do no harm. */
const SPECIFIERS = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;

/** The user's files that one load took, below one root. */
export interface Files {
  readonly root: string;
  readonly files: readonly string[];
}

/** Tells of a file whether it and all that it imports are the same, byte by byte, in two loads. */
export class Graph {
  readonly #before: Map<string, string>;
  readonly #after: Map<string, string>;
  readonly #known = new Map<string, boolean>();
  readonly #root: string;
  readonly #all: boolean;

  constructor(before: Files, after: Files) {
    this.#before = textsOf(before);
    this.#after = textsOf(after);
    this.#root = after.root;
    this.#all = this.#before.size === this.#after.size && [...this.#after.keys()].every((file) => this.#same(file));
  }

  /** `file`: absolute path in the later load. */
  unchanged(file: string | undefined): boolean {
    return file !== undefined && (this.#all || this.#closure(relative(this.#root, file)));
  }

  #same(file: string): boolean {
    const text = this.#after.get(file);
    return text !== undefined && text === this.#before.get(file);
  }

  #closure(file: string): boolean {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    this.#known.set(file, true);
    const same = this.#same(file) && this.#imports(file).every((target) => target !== undefined && this.#closure(target));
    this.#known.set(file, same);
    return same;
  }

  /** The files that a file imports; undefined for what may be any of them. Packages are left out. */
  #imports(file: string): (string | undefined)[] {
    const specifiers = [...(this.#after.get(file) ?? '').matchAll(SPECIFIERS)].map(([, , specifier = '']) => specifier);
    return specifiers.filter((specifier) => !this.#isPackage(specifier, file)).map((specifier) => this.#resolve(specifier, file));
  }

  #resolve(specifier: string, from: string): string | undefined {
    if (!specifier.startsWith('.')) return undefined;
    const path = join(dirname(from), specifier);
    const bare = path.replace(/\.[cm]?[jt]sx?$/, '');
    for (const base of [path, bare, join(path, 'index')])
      for (const end of ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'])
        if (this.#after.has(base + end)) return base + end;
    return undefined;
  }

  #isPackage(specifier: string, from: string): boolean {
    if (specifier.startsWith('.')) return false;
    if (isBuiltin(specifier)) return true;
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    for (let folder = dirname(join(this.#root, from)); ; folder = dirname(folder)) {
      const place = join(folder, 'node_modules', name);
      if (existsSync(place)) return realpathSync(place).includes(`${sep}node_modules${sep}`);
      if (folder === dirname(folder)) return false;
    }
  }
}

function textsOf({ root, files }: Files): Map<string, string> {
  return new Map(
    files.flatMap((file) => {
      try {
        return [[relative(root, file), readFileSync(file, 'utf8')] as const];
      } catch {
        return [];
      }
    }),
  );
}
