import { join } from 'node:path';

const NAMES = ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `bascule.config.${extension}`);

/** Where a configuration may be, in the order it is looked for. */
export function configNames(cwd: string): string[] {
  return NAMES.map((name) => join(cwd, name));
}
