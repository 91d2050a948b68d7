import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, resolve, sep } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import { Failure } from '../failure.js';
import { didYouMean } from '../nearest.js';
import { shown } from '../report/failures.js';
import { type Address, isBare, isGlob, readAddress } from './address.js';
import { JSON_EXTENSIONS, MODULE_EXTENSIONS } from './kinds.js';
import type { Modules } from './modules.js';

/** One file to look into. */
export interface Target {
  readonly address: Address;
  /** Absolute path; undefined for standard input. */
  readonly file: string | undefined;
  /** How a package's module is imported, where the address names one. */
  readonly specifier?: string;
  /** Found in a folder or by a glob: that it holds no schema is no error. */
  readonly found: boolean;
}

export interface Expansion {
  readonly targets: readonly Target[];
  /** Folders in which a new file may match. */
  readonly folders: readonly string[];
}

export const GENERATED = ['**/*.d.{ts,mts,cts}', '**/*.bascule.{ts,json}'];
export const UNMEANT = [
  '**/{dist,build,coverage}/**',
  '**/*.{test,spec}.*',
  '**/*.config.*',
  '**/{package,package-lock,tsconfig*}.json',
];

/** The files that an address stands for. Rejects with a `Failure` where it stands for none. */
export async function expand(written: string, excluded: readonly string[], cwd: string, modules: Modules): Promise<Expansion> {
  const address = readAddress(written, cwd);
  const { target } = address;
  if (target === '')
    throw new Failure({ code: 'usage', message: 'An address is empty.', help: 'Name a file, such as src/invoice.ts.' });
  if (target === '-') return { targets: [{ address, file: undefined, found: false }], folders: [] };
  const path = resolve(cwd, target);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return folder(address, path, excluded, cwd);
  if (stats) return { targets: [{ address, file: path, found: false }], folders: [] };
  if (isGlob(target)) return matches(address, excluded, cwd);
  const file = isBare(target) ? modules.resolve(target) : undefined;
  if (file === undefined) throw missing(target, path, cwd);
  return { targets: [{ address, file, specifier: target, found: false }], folders: [] };
}

async function folder(address: Address, path: string, excluded: readonly string[], cwd: string): Promise<Expansion> {
  const pattern = `**/*.{${[...MODULE_EXTENSIONS, ...JSON_EXTENSIONS].join(',')}}`;
  const files = await glob(pattern, {
    cwd: path,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: [...ignored(address.target), ...UNMEANT, ...excluded.map((pattern) => anchored(pattern, cwd))],
  });
  if (files.length > 0) return found(address, files, [path]);
  throw new Failure({
    code: 'no-match',
    message: `The folder ${shown(path, cwd)} has no TypeScript, JavaScript or JSON file that could hold a schema (tests, configuration and generated files left out).`,
    help: 'Name the folder that holds the schemas, or the files themselves.',
  });
}

async function matches(address: Address, excluded: readonly string[], cwd: string): Promise<Expansion> {
  const pattern = portable(address.target);
  const files = await glob(pattern, {
    cwd,
    absolute: true,
    expandDirectories: false,
    ignore: [...ignored(pattern), ...excluded],
  });
  const still = pattern.split('/').findIndex((part) => isGlob(part));
  const base = resolve(cwd, pattern.split('/').slice(0, still).join('/') || '.');
  if (files.length > 0) return found(address, files, [base]);
  throw new Failure({
    code: 'no-match',
    message: `No file matches "${address.target}" in ${cwd}.`,
    help: `Check the pattern; put it in quotes, so that the shell leaves it alone, and give folders as "${shown(base, cwd)}/**/*.ts".`,
  });
}

function found(address: Address, files: readonly string[], folders: readonly string[]): Expansion {
  return { targets: [...files].sort().map((file) => ({ address, file: resolve(file), found: true })), folders };
}

export function ignored(pattern: string): string[] {
  return pattern.includes('node_modules') ? GENERATED : ['**/node_modules/**', '**/.git/**', ...GENERATED];
}

/** Patterns are written with `/`; on Windows people write what they are used to. */
export function portable(pattern: string): string {
  return process.platform === 'win32' ? pattern.replace(/\\/g, '/') : pattern;
}

/** A pattern relative to the working folder, whatever folder it is matched in. */
function anchored(pattern: string, cwd: string): string {
  return pattern.startsWith('**/') || isAbsolute(pattern) ? pattern : `${escapePath(cwd.split(sep).join('/'))}/${pattern}`;
}

/** `!pattern` arguments leave files out of folders and globs. */
export function exclusions(addresses: readonly string[]): string[] {
  return addresses.filter((address) => address.startsWith('!')).map((address) => portable(address.slice(1)));
}

function missing(target: string, path: string, cwd: string): Failure {
  const looked = isBare(target)
    ? `There is no file or folder "${target}" in ${cwd}, and no package of that name that can be imported from there.`
    : `There is no file or folder ${path}.`;
  let siblings: string[] = [];
  try {
    siblings = readdirSync(dirname(path));
  } catch {
    return new Failure({
      code: 'not-found',
      message: looked,
      help: `The folder ${dirname(path)} does not exist either. Paths are relative to the working folder; --cwd changes it.`,
    });
  }
  const near = didYouMean(basename(path), siblings);
  const stem = siblings.find((name) => name.replace(/\.[^.]+$/, '') === basename(path).replace(/\.[^.]+$/, ''));
  const help = near || (stem === undefined ? '' : `Did you mean "${stem}"?`);
  return new Failure({
    code: 'not-found',
    message: looked,
    help: `${help} Paths are relative to the working folder; --cwd changes it.`.trimStart(),
  });
}
