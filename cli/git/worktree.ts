import { realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Failure } from '../failure.js';
import { git } from './git.js';
import { linkModules } from './link-modules.js';
import { removeWorktree, scratchFolder, treeIn } from './scratch.js';

export interface Worktree {
  /** Root of the repository, and of the temporary folder that holds its files as they were. */
  readonly root: string;
  readonly tree: string;
  /** What the reference means. */
  readonly commit: string;
}

/** The root of the repository that a folder is in. Rejects with a `Failure` where it is in none. */
export async function repositoryOf(cwd: string): Promise<string> {
  try {
    return realpathSync((await git(cwd, 'rev-parse', '--show-toplevel')).trim());
  } catch (error) {
    if (error instanceof Failure && error.about.code === 'no-git') throw error;
    throw new Failure({
      code: 'no-repository',
      message: `${cwd} is in no git repository, so there is nothing that --against could compare with.`,
      help: 'Run it in a repository, or name two files to compare.',
      cause: error,
    });
  }
}

/**
 * Does some work on the files as they are at a git reference, in a temporary worktree whose packages are those of the working
 * tree. It is removed again whatever happens: when the work fails, and when the process is made to end.
 */
export async function atReference<Value>(
  root: string,
  reference: string,
  work: (worktree: Worktree) => Promise<Value>,
  scratch = scratchFolder(),
): Promise<Value> {
  const commit = await commitOf(root, reference);
  const remove = () => removeWorktree(scratch);
  // An earlier try of this run may have been ended in the midst of it.
  remove();
  const tree = treeIn(scratch);
  process.once('exit', remove);
  try {
    await git(root, 'worktree', 'add', '--quiet', '--detach', tree, commit);
    await linkModules(root, tree);
    return await work({ root, tree, commit });
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** The counterpart in one folder of a path in another. */
export function moved(path: string, from: string, to: string): string {
  return join(to, relative(from, path));
}

async function commitOf(root: string, reference: string): Promise<string> {
  try {
    return (await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`)).trim();
  } catch (error) {
    if (error instanceof Failure && error.about.code === 'no-git') throw error;
    throw new Failure({
      code: 'no-reference',
      message: `There is no commit "${reference}" in the repository ${root}, which --against names.`,
      help: 'Name a branch, a tag or a commit; in CI, fetch it first (a shallow clone has only the newest commit).',
      cause: error,
    });
  }
}
