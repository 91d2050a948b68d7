import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bascule-init-')));
const user = join(folder, 'project');
const shell = process.platform === 'win32';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCHEMA = `import { z } from 'zod';
export const Invoice = z.object({ total: z.number().describe('In euros.') });
`;
const REFUSED = `${SCHEMA}export const Broken = z.object({ a: z.string(), b: z.function() });\n`;

interface Workflow {
  readonly jobs: { readonly [job: string]: { readonly steps: readonly { readonly uses?: string; readonly run?: string }[] } };
}

/** Packages and what they need, each from this project's own node_modules, so that nothing is fetched. */
function linked(names: readonly string[], found: Record<string, string> = {}): Record<string, string> {
  for (const name of names) {
    if (found[name] !== undefined) continue;
    found[name] = `file:${join(root, 'node_modules', name)}`;
    linked(dependenciesOf(join(root, 'node_modules', name)), found);
  }
  return found;
}

function dependenciesOf(at: string): string[] {
  const manifest = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
  return Object.keys(manifest.dependencies ?? {});
}

/** As a step of the workflow runs: in a shell that stops at the first error. */
function run(command: string) {
  const env = { ...process.env, npm_config_offline: 'true', npm_config_audit: 'false', npm_config_fund: 'false' };
  const { status, stdout, stderr } = shell
    ? spawnSync(command, { cwd: user, env, encoding: 'utf8', shell: true })
    : spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], { cwd: user, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function stepsOf(): string[] {
  const workflow = parse(readFileSync(join(user, '.github/workflows/bascule.yml'), 'utf8')) as Workflow;
  return Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap((step) => (step.run === undefined ? [] : [step.run])));
}

beforeAll(() => {
  mkdirSync(join(user, 'src'), { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root, shell });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const dependencies = { ...linked([...dependenciesOf(root), 'zod']), bascule: `file:${join(folder, `bascule-${version}.tgz`)}` };
  writeFileSync(join(user, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module', dependencies }));
  expect(run('npm install --ignore-scripts')).toMatchObject({ status: 0 });
});

describe('a new user with one Zod file', () => {
  test.each([[[]], [['--code-scanning']]])('init %j writes a workflow whose every step runs', (options) => {
    writeFileSync(join(user, 'src', 'invoice.ts'), SCHEMA);
    const init = run(`npx bascule init --force ${options.join(' ')}`);
    expect(init).toMatchObject({ status: 0, stderr: '' });
    expect(init.stdout).not.toContain('npm install --save-dev bascule');
    const steps = stepsOf();
    expect(steps[0]).toBe('npm ci');
    expect(steps.length).toBeGreaterThan(1);
    for (const step of steps) expect({ step, ...run(step) }).toMatchObject({ step, status: 0 });
  });

  test('once a schema is broken, the last step says what is wrong and where', () => {
    writeFileSync(join(user, 'src', 'invoice.ts'), REFUSED);
    for (const options of ['', '--code-scanning']) {
      run(`npx bascule init --force ${options}`);
      const { status, stdout, stderr } = run(stepsOf().at(-1) ?? '');
      expect(status).toBe(1);
      expect(stdout + stderr).toMatch(/src\/invoice\.ts/);
      expect(stdout + stderr).toMatch(/Broken/);
      expect(stdout + stderr).toMatch(/\/properties\/b/);
    }
    writeFileSync(join(user, 'src', 'invoice.ts'), 'export const = ;');
    expect(run(stepsOf().at(-1) ?? '')).toMatchObject({ status: 2, stderr: expect.stringContaining('syntax error') });
  });
});
