import { extname } from 'node:path';
import { Failure } from '../failure.js';

export const MODULE_EXTENSIONS = ['ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs', 'jsx'];
export const JSON_EXTENSIONS = ['json', 'jsonc', 'json5'];

export type FileKind = 'module' | 'json';

/** How a file is read, by its extension. Throws a `Failure` for a kind that is not read. */
export function kindOf(file: string, shown: string): FileKind {
  const extension = extname(file).slice(1).toLowerCase();
  if (JSON_EXTENSIONS.includes(extension)) return 'json';
  if (/\.d\.[cm]?ts$/i.test(file))
    throw unread(
      `${shown} only declares types, and a type is gone when code runs.`,
      'Name the module that exports the schema itself.',
      file,
    );
  if (MODULE_EXTENSIONS.includes(extension)) return 'module';
  if (extension === 'yaml' || extension === 'yml')
    throw unread(
      `${shown} is YAML, which is not read.`,
      'Save it as JSON, or import it in a TypeScript module that exports the schema.',
      file,
    );
  throw unread(
    `${shown} is neither a TypeScript or JavaScript module nor JSON${extension === '' ? ' (it has no extension)' : ''}.`,
    `Files that are read end in ${[...MODULE_EXTENSIONS, ...JSON_EXTENSIONS].map((each) => `.${each}`).join(', ')}.`,
    file,
  );
}

function unread(message: string, help: string, file: string): Failure {
  return new Failure({ code: 'unknown-kind', message, help, file });
}
