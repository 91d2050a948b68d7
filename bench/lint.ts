import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ratio, rows, title } from './report.js';
import { GROWING } from './schemas.js';
import { isBuilt, MAIN, wall } from './start.js';
import { median } from './timing.js';

const COUNT = 1000;
const ROUNDS = 3;

/** `bascule lint` of many schemas in one cold process, beside linters of code on files of the same size. */
export function lint(): void {
  title(`Lint of ${COUNT} schemas in one run, cold, beside linters of code on as many files of the same text`);
  if (!isBuilt()) return;
  const folder = mkdtempSync(join(tmpdir(), 'bascule-bench-'));
  try {
    const bytes = write(folder);
    const contenders: Record<string, readonly string[]> = {
      'bascule lint (JSON)': [MAIN, 'lint', 'json'],
      'bascule lint (modules)': [MAIN, 'lint', 'js'],
      'eslint, recommended rules': [bin('eslint'), 'js'],
      'biome lint': [bin('@biomejs/biome'), 'lint', 'js'],
    };
    const samples = Array.from({ length: ROUNDS }, () => Object.values(contenders).map((argv) => wall(argv, folder)));
    const medians = Object.keys(contenders).map((_, index) => median(samples.map((sample) => sample[index] as number)));
    rows(
      [`${COUNT} files, ${Math.round(bytes / 1024)} kB`, 'ms', 'µs each', 'to bascule (JSON)'],
      Object.keys(contenders).map((name, index) => {
        const milliseconds = medians[index] ?? 0;
        return [
          name,
          milliseconds.toFixed(0),
          ((milliseconds * 1000) / COUNT).toFixed(0),
          ratio(milliseconds / (medians[0] ?? 1)),
        ];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BINARIES: Record<string, string> = { eslint: 'eslint/bin/eslint.js', '@biomejs/biome': '@biomejs/biome/bin/biome' };

function bin(name: string): string {
  return resolve('node_modules', BINARIES[name] ?? name);
}

/** The same schemas as JSON and as modules; how many bytes they are. */
function write(folder: string): number {
  for (const kind of ['json', 'js']) mkdirSync(join(folder, kind));
  const recommended = resolve('node_modules/@eslint/js/src/index.js');
  writeFileSync(
    join(folder, 'eslint.config.mjs'),
    `import js from ${JSON.stringify(`file://${recommended}`)};\nexport default [js.configs.recommended];\n`,
  );
  writeFileSync(join(folder, 'biome.json'), '{ "root": true }');
  const makers = Object.values(GROWING);
  let bytes = 0;
  for (let index = 0; index < COUNT; index++) {
    const text = JSON.stringify(makers[index % makers.length]?.(10 + (index % 30)), null, 2);
    bytes += text.length;
    writeFileSync(join(folder, 'json', `s${index}.json`), text);
    writeFileSync(join(folder, 'js', `s${index}.js`), `export const S${index} = ${text};\n`);
  }
  return bytes;
}
