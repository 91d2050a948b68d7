import type { CompileOptions, Mode } from './compiled.js';

/** How schemas are compiled; for all of them, or in an entry of `schemas` for one address. */
export interface SchemaSettings extends Pick<CompileOptions, 'target' | 'openness' | 'recursion' | 'tighten' | 'maxDepth'> {
  /** `output` for `output_config.format`, `tool` for a strict tool's `input_schema`. Default `'output'`. */
  readonly mode?: Mode;
}

export interface SchemaEntry extends SchemaSettings, Pick<CompileOptions, 'encode'> {
  /** `file.ts#Export`, `file.ts`, `file.json`, `file.json#/pointer`, a glob, a folder, or a module of a package. */
  readonly address: string;
  /** Name of the artifact, for an address of one schema. Default: the export's or file's name in kebab-case. */
  readonly name?: string;
}

export interface RuleLevels {
  readonly [rule: string]: 'error' | 'warning' | 'info' | 'off';
}

/** Settings for the schemas of some files. They go before those of all files; what `schemas` says of an address goes before them. */
export interface ConfigOverride extends Pick<SchemaSettings, 'target'> {
  /** Globs or folders, relative to the configuration; `!glob` leaves files out. */
  readonly files: readonly string[];
  /** Levels of lint rules by id. */
  readonly rules?: RuleLevels;
}

/** The contents of `bascule.config.{ts,mts,js,mjs,json}`. Paths are relative to the file. */
export interface Config extends SchemaSettings {
  readonly $schema?: string;
  /** What is compiled when the command line names no address. */
  readonly schemas?: readonly (string | SchemaEntry)[];
  /** Folder that artifacts are written to. */
  readonly out?: string;
  /** Form of the artifacts. Default `'ts'`. */
  readonly emit?: 'ts' | 'json';
  /** Extension with which a TypeScript artifact imports the module of its schema. Default `'js'`. */
  readonly importExtension?: 'js' | 'ts' | 'none';
  /** Levels of lint rules by id; those that are not named have their own. */
  readonly rules?: RuleLevels;
  /** Settings for the schemas of some files; of several that say the same for one file, the last one holds. */
  readonly overrides?: readonly ConfigOverride[];
  /** What `bascule check` compares with, and from which level on a break is exit 1 (default `'data'`). */
  readonly check?: { readonly against?: string; readonly level?: 'wire' | 'data' | 'code' };
  /** Seconds after which a module that does not finish loading is given up. Default 30. */
  readonly timeout?: number;
}

/** Types a configuration; returns it as it is. */
export function defineConfig(config: Config): Config {
  return config;
}
