import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from './failure.js';

/** Writes a file so that nobody ever sees half of it: beside it first, then moved into place. Makes its folder. */
export function writeFileAtomic(file: string, text: string, purpose: string): void {
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (isSpecial(file)) {
      writeFileSync(file, text);
      return;
    }
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    discard(beside);
    throw unwritable(file, purpose, error as NodeJS.ErrnoException);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What kept it from being written keeps it from being removed.
  }
}

/** Something like `/dev/stdout`, which cannot be moved over. */
function isSpecial(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

function unwritable(file: string, purpose: string, error: NodeJS.ErrnoException): Failure {
  const why: Record<string, string> = {
    EISDIR: 'it is a folder',
    ENOTDIR: 'part of its path is a file, not a folder',
    EEXIST: 'part of its path is a file, not a folder',
    EACCES: 'permission is denied',
    EPERM: 'permission is denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
  };
  return new Failure({
    code: 'unwritable',
    message: `Cannot write ${file} (${purpose}): ${why[error.code ?? ''] ?? error.message}.`,
    help: 'Choose another place, or make this one writable.',
    file,
    cause: error,
  });
}
