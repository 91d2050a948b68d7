import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { git } from './git.js';

/** Gives a worktree the packages of the working tree. Packages of a workspace are those of the worktree itself. */
export async function linkModules(root: string, tree: string): Promise<void> {
  const untracked = (await git(root, 'ls-files', '--others', '--directory', '-z')).split('\0');
  for (const folder of untracked.filter((path) => /(?:^|\/)node_modules\/?$/.test(path))) {
    const from = join(root, folder);
    const to = join(tree, folder);
    // What a package of the worktree does not have at that time needs no packages.
    if (existsSync(dirname(to)) && !existsSync(to)) linkEach(from, to, root, tree);
  }
}

function linkEach(from: string, to: string, root: string, tree: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith('.')) continue;
    const own = join(from, name);
    if (name.startsWith('@') && !lstatSync(own).isSymbolicLink()) {
      linkEach(own, join(to, name), root, tree);
      continue;
    }
    const real = targetOf(own);
    if (real === undefined) continue;
    const within = `${real}${sep}`.startsWith(root + sep) && !real.slice(root.length).includes(`${sep}node_modules${sep}`);
    const meant = within ? join(tree, real.slice(root.length)) : real;
    if (existsSync(meant)) symlinkSync(meant, join(to, name), 'junction');
  }
}

function targetOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
