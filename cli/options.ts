import { FORMATS } from './report/formats.js';

export interface OptionSpec {
  readonly type: 'boolean' | 'string' | 'number';
  readonly short?: string;
  /** What stands for the value in the help text. */
  readonly argument?: string;
  /** The only values taken. */
  readonly values?: readonly string[];
  /** May be given several times; its value is then a list. */
  readonly many?: true;
  readonly help: string;
}

export type OptionSpecs = { readonly [name: string]: OptionSpec };

type Value<Spec extends OptionSpec> = Spec extends { readonly many: true }
  ? readonly string[]
  : Spec extends { readonly type: 'boolean' }
    ? true
    : Spec extends { readonly type: 'number' }
      ? number
      : Spec extends { readonly values: readonly (infer One)[] }
        ? One
        : string;

export type Values<Specs extends OptionSpecs> = { readonly [Name in keyof Specs]?: Value<Specs[Name]> };

/** Options of every command. */
export const GLOBALS = {
  target: { type: 'string', argument: 'name', help: 'the model or engine to compile for (default: claude)' },
  mode: {
    type: 'string',
    values: ['output', 'tool'],
    help: 'compile as output format or as strict tool input (default: output)',
  },
  openness: {
    type: 'string',
    values: ['close', 'keep', 'refuse'],
    help: 'what becomes of what a schema leaves open without saying so (default: close)',
  },
  config: {
    type: 'string',
    argument: 'file',
    help: 'configuration file (default: bascule.config.{ts,mts,js,mjs,json} in the working folder)',
  },
  cwd: { type: 'string', argument: 'folder', help: 'work as if started in this folder' },
  timeout: { type: 'number', argument: 'seconds', help: 'give up on a module that takes longer to load (default: 30)' },
  format: { type: 'string', values: FORMATS, help: 'form of the report (default: pretty)' },
  'output-file': { type: 'string', argument: 'file', help: 'write the report to a file instead of standard output' },
  'no-color': { type: 'boolean', help: 'no colours (also: NO_COLOR=1, and whenever output is no terminal)' },
  verbose: { type: 'boolean', help: 'show notes, progress, and the stack of errors' },
  version: { type: 'boolean', short: 'v', help: 'print the version' },
  help: { type: 'boolean', short: 'h', help: 'print this help' },
} as const satisfies OptionSpecs;

export type Globals = Values<typeof GLOBALS>;
