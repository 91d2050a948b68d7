import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Config, SchemaEntry } from '../../src/config.js';
import { isRecord } from '../../src/ir/json.js';
import { Failure } from '../failure.js';
import type { Io } from '../io.js';
import type { Globals } from '../options.js';
import { shown } from '../report/failures.js';
import { type ConfigProblem, checkConfig } from './config-check.js';
import { configNames } from './config-names.js';
import { readJson } from './json.js';
import { kindOf } from './kinds.js';
import { Modules } from './modules.js';
import { described } from './recognise.js';
import { readText } from './text.js';

export interface LoadedConfig {
  readonly config: Config;
  readonly file: string;
  /** What its paths are relative to. */
  readonly folder: string;
  /** The file itself and what it imports. */
  readonly files: readonly string[];
  /** A setting that turned out wrong, with its place where that is known. */
  failure(problem: ConfigProblem): Failure;
}

export interface ConfigOptions {
  readonly io: Io;
  readonly cwd: string;
  readonly options: Globals;
}

const TIMEOUT = 30;

/** The configuration that `--config` names or the working folder holds; undefined where there is none. */
export async function loadConfig({ io, cwd, options }: ConfigOptions): Promise<LoadedConfig | undefined> {
  const file = configFile(options.config, cwd);
  if (file === undefined) return undefined;
  const name = shown(file, cwd);
  const read =
    kindOf(file, name) === 'json'
      ? readConfigJson(file, name)
      : await readConfigModule(file, name, { io, cwd, timeout: options.timeout ?? TIMEOUT });
  const failure = ({ path, message, help }: ConfigProblem) =>
    new Failure({ code: 'config', message: `${name}: ${message}`, help, file, ...read.locate(path) });
  const problem = checkConfig(read.value);
  if (problem) throw failure(problem);
  return { config: read.value as Config, file, folder: dirname(file), files: read.files, failure };
}

/** The entries to work on: those of the command line, or else those of the configuration. */
export function entriesOf(positionals: readonly string[], loaded: LoadedConfig | undefined): readonly SchemaEntry[] {
  if (positionals.length > 0) return positionals.map((address) => ({ address }));
  return (loaded?.config.schemas ?? []).map((entry) => (typeof entry === 'string' ? { address: entry } : entry));
}

export function timeoutOf(options: Globals, loaded: LoadedConfig | undefined): number {
  return options.timeout ?? loaded?.config.timeout ?? TIMEOUT;
}

function configFile(asked: string | undefined, cwd: string): string | undefined {
  if (asked !== undefined) {
    const file = resolve(cwd, asked);
    if (existsSync(file)) return file;
    throw new Failure({
      code: 'config',
      message: `There is no configuration file ${file}, which --config names.`,
      help: 'Check the path; without --config, bascule.config.{ts,mts,js,mjs,json} of the working folder is used.',
      file,
    });
  }
  const present = configNames(cwd).filter((file) => existsSync(file));
  if (present.length > 1)
    throw new Failure({
      code: 'config',
      message: `The folder ${cwd} has ${present.length} configuration files: ${present.map((each) => basename(each)).join(', ')}.`,
      help: 'Keep one, or say which with --config.',
    });
  return present[0];
}

interface Read {
  readonly value: unknown;
  readonly files: readonly string[];
  locate(path: string): { readonly line: number; readonly column: number } | undefined;
}

function readConfigJson(file: string, name: string): Read {
  const { value, locate } = readJson(readText(file, name), { shown: name, file, comments: /\.(?:jsonc|json5)$/i.test(file) });
  return { value, files: [file], locate };
}

async function readConfigModule(file: string, name: string, options: { io: Io; cwd: string; timeout: number }): Promise<Read> {
  const modules = new Modules(options);
  const exports = await modules.load(file);
  if (!exports.has('default'))
    throw new Failure({
      code: 'config',
      message: `${name} has no default export, which is where the configuration is looked for.`,
      help: 'Write: export default defineConfig({ schemas: […], out: … });',
      file,
    });
  const value = exports.get('default');
  if (!isRecord(value))
    throw new Failure({
      code: 'config',
      message: `${name} exports ${described(value)} by default, not a configuration object.`,
      help: 'Write: export default defineConfig({ schemas: […], out: … });',
      file,
    });
  return { value, files: modules.files(), locate: () => undefined };
}
