import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, wherever the code was bundled to. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

interface Manifest {
  readonly version: string;
  readonly bugs?: string | { readonly url?: string };
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as Manifest;
}

export function version(): string {
  return manifest().version;
}

/** Where a bug is reported: an address, if the manifest names one. */
export function bugTracker(): string | undefined {
  const { bugs } = manifest();
  return typeof bugs === 'string' ? bugs : bugs?.url;
}
