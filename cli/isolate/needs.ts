import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { looseArguments } from '../arguments.js';
import { COMMANDS } from '../commands/index.js';
import { configNames } from '../load/config-names.js';

const JSON_FILE = /\.(?:json|jsonc|json5)(?:#.*)?$/i;

/** Whether a command line may load modules of the user's. `bascule explain schema.json` does not, and can do without another process. */
export function mayLoadModules(argv: readonly string[], cwd: string): boolean {
  const { command, positionals, values, help } = looseArguments(argv);
  if (command === undefined || help || COMMANDS.get(command)?.loadsModules !== true) return false;
  const folder = resolve(cwd, values.cwd ?? '');
  const config = values.config === undefined ? configNames(folder).filter((file) => existsSync(file)) : [values.config];
  const others = positionals.filter((address) => !isStdin(address));
  return positionals.length === 0 || [...config, ...others].some((file) => !JSON_FILE.test(file));
}

export function isStdin(address: string): boolean {
  return /^-(?:#|$)/.test(address);
}
