import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package.js';

/** The innermost place in a file of the user's. jiti keeps lines but not columns. */
export function placeOf(stack: string): { readonly file: string; readonly line: number } | undefined {
  const own = ['src', 'cli', 'dist'].map((folder) => join(packageRoot(), folder));
  for (const match of stack.matchAll(/^ {4}at (?:.* \()?(.+?):(\d+):\d+\)?$/gm)) {
    const [, where = '', line = ''] = match;
    const file = where.startsWith('file:') ? fileURLToPath(where) : where;
    if (!file.startsWith('node:') && !file.includes('node_modules') && !own.some((folder) => file.startsWith(folder)))
      return { file, line: Number(line) };
  }
  return undefined;
}
