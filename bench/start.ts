import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { note, rows, title } from './report.js';
import { median } from './timing.js';

const ROUNDS = 15;
export const MAIN = resolve('dist/cli/main.js');

/** Milliseconds from start to end of a process of Node. */
export function wall(argv: readonly string[], cwd?: string): number {
  const from = performance.now();
  spawnSync(process.execPath, argv, { stdio: 'ignore', cwd });
  return performance.now() - from;
}

/** Whether there is a build to run; says so where there is none. */
export function isBuilt(): boolean {
  if (!existsSync(MAIN)) note('Not built: npm run build.');
  return existsSync(MAIN);
}

/** The command line's cold start beside that of Node itself. */
export function start(): void {
  title('Cold start of the command line (target: at most 1.5 × node -e 0 + 60 ms)');
  if (!isBuilt()) return;
  const contenders = {
    'node -e 0': ['-e', '0'],
    'bascule --help': [MAIN, '--help'],
    'bascule lint --help': [MAIN, 'lint', '--help'],
  };
  const samples = Array.from({ length: ROUNDS }, () => Object.values(contenders).map((argv) => wall(argv)));
  const medians = Object.keys(contenders).map((_, index) => median(samples.map((sample) => sample[index] as number)));
  const [bare = 0] = medians;
  rows(
    ['process', 'ms', 'allowed'],
    Object.keys(contenders).map((name, index) => [
      name,
      (medians[index] ?? 0).toFixed(0),
      name === 'bascule --help' ? (1.5 * bare + 60).toFixed(0) : '',
    ]),
  );
  note(`Medians of ${ROUNDS} interleaved runs, wall clock.`);
}
