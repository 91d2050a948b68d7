import { resolve } from 'node:path';
import type { Fix } from '../../src/lint/rule.js';
import type { LoadedSchema } from '../load/load-target.js';
import { readText } from '../load/text.js';
import { shown } from '../report/failures.js';
import { writeFileAtomic } from '../write.js';
import { applied, type Edit } from './edit.js';
import { jsonEdits } from './json.js';
import { moduleEdits } from './module.js';

/** A change of one file. */
export interface Change {
  /** Absolute path. */
  readonly file: string;
  readonly edits: readonly Edit[];
}

/** What a fix changes at a place of a schema; undefined where it can't be made safely. */
export function changeFor(schema: LoadedSchema, path: string, fix: Fix): Change | undefined {
  if (schema.file === undefined) return undefined;
  if (schema.module === undefined) {
    const edits = jsonEdits(readText(schema.file, schema.address), schema.origin(path), fix);
    return edits && { file: schema.file, edits };
  }
  const made = schema.module.package ? undefined : schema.making(path);
  const edits = made && moduleEdits(made, fix);
  return edits && { file: made.value.syntax.file, edits };
}

export interface Changed {
  /** Changes that were made. */
  readonly count: number;
  /** Files as reports show them. */
  readonly files: readonly string[];
}

/** Makes the changes, each once, and writes the files. Throws a `Failure` for a file that can't be written. */
export function makeChanges(changes: readonly Change[], cwd: string): Changed {
  const byFile = new Map<string, Map<string, readonly Edit[]>>();
  for (const { file, edits } of changes) {
    const known = byFile.get(file) ?? new Map<string, readonly Edit[]>();
    byFile.set(file, known.set(JSON.stringify(edits), edits));
  }
  let count = 0;
  const files: string[] = [];
  for (const [file, known] of byFile) {
    const before = readText(file, shown(file, cwd));
    const result = applied(before, [...known.values()]);
    if (result.text === before) continue;
    writeFileAtomic(resolve(file), result.text, 'a fixed schema');
    count += result.count;
    files.push(shown(file, cwd));
  }
  return { count, files };
}
