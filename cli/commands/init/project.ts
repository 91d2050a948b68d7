import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord } from '../../../src/ir/json.js';

/** The root of the repository that a folder is in; the folder itself where it is in none. */
export function repositoryRoot(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}

const INSTALLERS: readonly (readonly [lock: string, install: string])[] = [
  ['pnpm-lock.yaml', 'npx pnpm install --frozen-lockfile'],
  ['yarn.lock', 'npx yarn install --frozen-lockfile'],
  ['package-lock.json', 'npm ci'],
  ['npm-shrinkwrap.json', 'npm ci'],
];

/** How the project's dependencies are installed, by its lock file; without one, `npm ci` would refuse. */
export function installCommand(cwd: string, root: string): string {
  const found = INSTALLERS.find(([lock]) => [cwd, root].some((folder) => existsSync(join(folder, lock))));
  return found?.[1] ?? 'npm install';
}

/** Whether the project has bascule among its dependencies, so that `npx bascule` runs that one. */
export function dependsOnBascule(cwd: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
    return (
      isRecord(manifest) &&
      ['dependencies', 'devDependencies'].some((key) => isRecord(manifest[key]) && Object.hasOwn(manifest[key], 'bascule'))
    );
  } catch {
    return false;
  }
}
