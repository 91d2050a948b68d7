import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = `${root}node_modules/.cache`;
const stamp = `${cache}/bascule-built`;

/** Vitest's global setup of the tests that run `dist`: builds it unless the last build here was of the same sources. */
export default function setup(): void {
  const state = fingerprint();
  if (existsSync(`${root}dist/index.js`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  execFileSync('npm', ['run', 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, state);
}

function fingerprint(): string {
  const files = globSync(['src/**', 'cli/**', 'schemas/**/*.json', 'package.json', 'tsconfig.json', 'tsup.config.ts'], {
    cwd: root,
  });
  return files.map((file) => `${file} ${statSync(root + file).mtimeMs}`).join('\n');
}
