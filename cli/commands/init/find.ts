import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { glob } from 'tinyglobby';
import { GENERATED, UNMEANT } from '../../load/expand.js';
import { JSON_EXTENSIONS, MODULE_EXTENSIONS } from '../../load/kinds.js';
import { isJsonSchema } from '../../load/recognise.js';
import { declaresSchema } from './declares.js';

const BIGGEST = 2_000_000;

/** The addresses of a project's schemas, relative to its folder: files, and folders in which every file holds some. */
export async function findSchemas(cwd: string): Promise<readonly string[]> {
  const files = await glob(`**/*.{${[...MODULE_EXTENSIONS, ...JSON_EXTENSIONS].join(',')}}`, {
    cwd,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**', ...GENERATED, ...UNMEANT],
  });
  const holding = new Set(files.filter((file) => holds(`${cwd}/${file}`)));
  return gathered(files, holding);
}

function holds(file: string): boolean {
  try {
    if (statSync(file).size > BIGGEST) return false;
    const text = readFileSync(file, 'utf8');
    return JSON_EXTENSIONS.includes(file.split('.').at(-1) ?? '') ? isSchemaText(text) : declaresSchema(text, file);
  } catch {
    return false;
  }
}

function isSchemaText(text: string): boolean {
  const value: unknown = JSON.parse(text);
  return isJsonSchema(value);
}

/** In place of all files of a folder the folder, so that a schema added there is found. */
function gathered(files: readonly string[], holding: ReadonlySet<string>): string[] {
  const mixed = new Set(files.filter((file) => !holding.has(file)).flatMap(foldersOf));
  const counts = new Map<string, number>();
  for (const folder of [...holding].flatMap(foldersOf)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const addresses = [...holding].map(
    (file) => foldersOf(file).find((folder) => folder !== '.' && !mixed.has(folder) && (counts.get(folder) ?? 0) > 1) ?? file,
  );
  return [...new Set(addresses)].sort();
}

/** The folders that a file is in, the outermost first. */
function foldersOf(file: string): string[] {
  const parts = posix.dirname(file).split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
