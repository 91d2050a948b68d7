import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A path in the folder for temporary files, at which there is nothing yet. */
export function scratchFolder(): string {
  return join(realpathSync(tmpdir()), `bascule-diff-${process.pid}-${randomBytes(6).toString('hex')}`);
}

/** The folder within that holds the files as they were. */
export function treeIn(scratch: string): string {
  return join(scratch, 'tree');
}

const REMOVAL = { recursive: true, force: true, maxRetries: 3 } as const;

/** Removes a scratch folder with the worktree in it, if there is one. It takes no git, for which there may be no time. */
export function removeWorktree(scratch: string): void {
  const record = recordOf(treeIn(scratch));
  rmSync(scratch, REMOVAL);
  if (record !== undefined) rmSync(record, REMOVAL);
}

/** Where git keeps its record of a worktree: all that makes it one. */
function recordOf(tree: string): string | undefined {
  try {
    const [, record] = /^gitdir: (.*[\\/]worktrees[\\/][^\\/\n]+)$/m.exec(readFileSync(join(tree, '.git'), 'utf8')) ?? [];
    return record === undefined ? undefined : resolve(tree, record.trim());
  } catch {
    return undefined;
  }
}
