import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../../cli/run.js';
import type { JsonReport } from './harness.js';

const PLANTED = fileURLToPath(new URL('planted/', import.meta.url));

/** Every finding of every level, as `file:line rule`. */
async function lint(folder: string): Promise<readonly string[]> {
  let stdout = '';
  const sink = { write: (text: string) => (stdout += text) };
  await run(['lint', folder, '--format', 'json'], {
    stdin: (async function* () {})(),
    stdout: sink,
    stderr: { write: () => undefined },
    env: {},
    cwd: PLANTED,
  });
  const { findings } = JSON.parse(stdout) as JsonReport;
  return [...new Set(findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`))].sort();
}

/** What the files say is wrong with them: in a comment before the line, or in a `$comment` on it. */
function planted(): readonly string[] {
  return readdirSync(`${PLANTED}faulty`).flatMap((name) =>
    readFileSync(`${PLANTED}faulty/${name}`, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const rules = /(?:\/\/ |"\$comment": ")fault: ([a-z -]+)/.exec(line)?.[1]?.split(' ') ?? [];
        // A node of several lines begins on the one before.
        const at = index + (!name.endsWith('.json') ? 2 : /^\s*"\$comment"/.test(line) ? 0 : 1);
        return rules.map((rule) => `faulty/${name}:${at} ${rule}`);
      }),
  );
}

test('every planted fault is found at its line, and nothing else is', async () => {
  const faults = planted();
  expect(faults.length).toBeGreaterThanOrEqual(60);
  expect(await lint('faulty')).toEqual([...faults].sort());
});

test('clean modules have no finding at all', async () => {
  expect(readdirSync(`${PLANTED}clean`)).toHaveLength(20);
  expect(await lint('clean')).toEqual([]);
});
