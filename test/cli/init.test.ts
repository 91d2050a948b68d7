import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { declaresSchema } from '../../cli/commands/init/declares.js';
import { flat, INVOICE, ITEM, type Project, project } from './harness.js';

const WORKFLOW = '.github/workflows/bascule.yml';
const configOf = (made: Project) => JSON.parse(made.read('bascule.config.json'));

describe('a module that exports a schema', () => {
  test.each([
    "import { z } from 'zod'; export const A = z.string();",
    "import * as zod from 'zod/mini'; const A = zod.object({}).check(); export { A as B };",
    "import { z } from 'zod'; const A = z.string(); export const B = A.optional();",
    "import { z } from 'zod'; export default z.object({}) satisfies z.ZodType;",
    "import { z } from 'zod'; const A = z.string() as z.ZodString; export default A;",
    "import Type from 'typebox'; export const A = Type.Object({});",
    "import { Type as T } from '@sinclair/typebox'; export const A: T = T.Object({});",
    "import { object, string } from 'zod'; export let A = object({ a: string() });",
  ])('%s', (text) => {
    expect(declaresSchema(text, 'a.ts')).toBe(true);
  });

  test.each([
    "import { z } from 'zod'; const A = z.string(); export const x = 1;",
    "import { z } from 'zod'; export const make = () => z.string();",
    "import { z } from 'zod'; export const value = z.string().parse('a');",
    "import { z } from 'other'; export const A = z.string(); // not zod",
    "import { z } from 'zod'; export type A = z.infer<typeof B>;",
    "export * from './zod.js';",
    'export const A = z.string(); // zod without an import',
    "import { z } from 'zod'; export const A = ",
    'zod \u0000 {{{',
  ])('none: %s', (text) => {
    expect(declaresSchema(text, 'a.ts')).toBe(false);
  });
});

describe('init', () => {
  test('finds the schemas without running anything, and names a folder where all in it are some', async () => {
    const made = project({
      'src/schemas/invoice.ts': INVOICE,
      'src/schemas/deep/item.json': ITEM,
      'src/mixed/other.ts': INVOICE,
      'src/mixed/run.ts': 'throw new Error("this was run");',
      'src/mixed/throws.ts': `${INVOICE}\nthrow new Error("this was run");`,
      'src/mixed/invoice.test.ts': INVOICE,
      'src/mixed/data.json': '{ "name": "x" }',
      'src/broken.ts': `import { z } from 'zod'; export const A = z.string(`,
      'dist/invoice.ts': INVOICE,
      'package.json': '{ "type": "module" }',
      'package-lock.json': '{}',
    });
    const { code, stdout, stderr } = await made.run(['init']);
    expect([code, stderr]).toEqual([0, '']);
    expect(configOf(made)).toEqual({
      $schema: './node_modules/bascule/schemas/config.json',
      schemas: ['src/mixed/other.ts', 'src/mixed/throws.ts', 'src/schemas'],
    });
    expect(made.read(WORKFLOW)).toContain('run: npm ci\n');
    expect(flat(stdout)).toMatch(/bascule\.config\.json written \.github\/workflows\/bascule\.yml written/);
    expect(flat(stdout)).toMatch(/npm install --save-dev bascule .* npx bascule check .*pre-commit .*lint-staged/);
  });

  test('never overwrites, unless it is told to', async () => {
    const made = project({ 'a.json': ITEM, 'bascule.config.json': '{}', [WORKFLOW]: 'mine' });
    const { code, stdout } = await made.run(['init']);
    expect([code, made.read('bascule.config.json'), made.read(WORKFLOW)]).toEqual([0, '{}', 'mine']);
    expect(flat(stdout)).toMatch(/^bascule\.config\.json exists, left as it is \(--force overwrites\)/);
    await made.run(['init', '--force']);
    expect([configOf(made).schemas, made.read(WORKFLOW)]).toEqual([['a.json'], expect.stringContaining('bascule check')]);
  });

  test('a configuration of another kind stays the only one, even with --force', async () => {
    const made = project({ 'a.json': ITEM, 'bascule.config.ts': 'export default {};' });
    const { report } = await made.json(['init', '--force', '--no-workflow']);
    expect(report).toMatchObject({ files: [{ file: 'bascule.config.ts', status: 'kept' }] });
    expect(existsSync(made.path('bascule.config.json'))).toBe(false);
  });

  test('--dry-run shows the files and writes none; --no-workflow leaves one out', async () => {
    const made = project({ 'a.json': ITEM });
    const { stdout } = await made.run(['init', '--dry-run', '--no-workflow', '--out', 'gen']);
    expect(flat(stdout)).toMatch(
      /^bascule\.config\.json would be written \{ "\$schema": .* "schemas": \[ "a\.json" \], "out": "gen" \}/,
    );
    expect([existsSync(made.path('bascule.config.json')), existsSync(made.path('.github'))]).toEqual([false, false]);
  });

  test('in a folder of a repository the workflow lies at its root and runs in the folder', async () => {
    const made = project({ '.git/HEAD': '', 'packages/one/a.json': ITEM });
    await made.run(['init', '--cwd', 'packages/one', '--code-scanning']);
    expect(made.read(WORKFLOW)).toContain('working-directory: "packages/one"');
    expect(made.read(WORKFLOW)).toContain('sarif_file: "packages/one/bascule.sarif"');
    expect(made.read('packages/one/bascule.config.json')).toContain('a.json');
  });

  test.each([
    [
      { 'run.ts': 'export const x = 1;' },
      ['init'],
      /No module in \S+ exports a Zod or TypeBox schema .* Name where the schemas are/,
    ],
    [{}, ['init', 'src/nope.ts'], /There is no file or folder/],
    [{}, ['init', '-'], /cannot name standard input/],
  ])('%j %j', async (files, argv, words) => {
    const made = project(files as Record<string, string>);
    const { code, stderr } = await made.run(argv);
    expect(code).toBe(2);
    expect(flat(stderr)).toMatch(words);
    expect(existsSync(made.path('bascule.config.json'))).toBe(false);
  });

  test('the hook that it recommends asks for a check when a schema is staged, and only then', async () => {
    const made = project({ "it's/a.json": ITEM, 'readme.md': '' });
    const { stdout } = await made.run(['init']);
    const hook = /#!\/bin\/sh\n\s*(git diff .*)$/m.exec(stdout)?.[1]?.replace('npx bascule lint', 'echo linted') ?? '';
    const sh = (command: string) => execFileSync('sh', ['-c', command], { cwd: made.folder, encoding: 'utf8' });
    sh('git init -q . && git add readme.md');
    expect(sh(hook)).toBe('');
    sh(`git add "it's"`);
    expect(sh(hook)).toBe('linted\n');
  });
});
