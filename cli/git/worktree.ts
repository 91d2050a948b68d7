import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Failure } from '../failure.js';
import { git } from './git.js';
import { linkModules } from './link-modules.js';

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
): Promise<Value> {
  const commit = await commitOf(root, reference);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bascule-diff-')));
  const tree = join(folder, 'tree');
  const remove = () => {
    const record = recordOf(tree);
    rmSync(folder, REMOVAL);
    if (record !== undefined) rmSync(record, REMOVAL);
  };
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

const REMOVAL = { recursive: true, force: true, maxRetries: 3 } as const;

/** Where git keeps its record of a worktree: all that makes it one. Removing it takes no git, for which there may be no time. */
function recordOf(tree: string): string | undefined {
  try {
    const [, record] = /^gitdir: (.*[\\/]worktrees[\\/][^\\/\n]+)$/m.exec(readFileSync(join(tree, '.git'), 'utf8')) ?? [];
    return record === undefined ? undefined : resolve(tree, record.trim());
  } catch {
    return undefined;
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
