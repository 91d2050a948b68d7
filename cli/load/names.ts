import { basename } from 'node:path';

/** Name of an artifact: the export's, or for a default export and for JSON the file's, in kebab-case. */
export function artifactName(word: string): string {
  const kebab = word
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1-$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return kebab === '' ? 'schema' : kebab;
}

/** The file's name without what only tells its kind: `invoice.schema.json` → `invoice`. */
export function fileWord(file: string): string {
  const name = basename(file).replace(/\.[^.]+$/, '');
  return name.replace(/[.-]schemas?$/i, '') || name;
}
