import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { ended, flat, type Project, project } from './harness.js';

const MONEY = `import { z } from 'zod';
export const Money = z.object({ amount: z.number(), currency: z.enum(['EUR', 'USD']) });
`;
const INVOICE = `import { z } from 'zod';
import { Money } from './money.js';
export const Invoice = z.object({ id: z.string().refine((id) => !id.includes(' '), 'no spaces'), total: Money });
`;
const PLAIN = `import { z } from 'zod';
import { LONGEST } from './limits.js';
export const Plain = z.object({ name: z.string().refine((name) => name.length < LONGEST) });
`;

function git(made: Project, ...argv: string[]): string {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...argv], {
    cwd: made.folder,
    env: own,
    encoding: 'utf8',
  });
}

function repository(files: Record<string, string>): Project {
  const made = project({ '.gitignore': 'node_modules\n', ...files });
  git(made, 'init', '-q', '-b', 'main');
  git(made, 'add', '-A');
  git(made, 'commit', '-q', '-m', 'first');
  return made;
}

// Other runs on this machine have temporary folders of their own.
process.env['TMPDIR'] = project({}).folder;
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('bascule-diff-'));
const own = (made: Project) => git(made, 'worktree', 'list', '--porcelain').match(/^worktree /gm)?.length;

interface DiffReport {
  readonly schemas: readonly {
    readonly state: string;
    readonly changes: readonly { readonly path: string; readonly words: string }[];
    readonly wire: { readonly grammar: boolean; readonly prompt: boolean };
    readonly data: Record<'backward' | 'forward', { readonly verdict: string }>;
    readonly code: { readonly type: string };
  }[];
}

describe('diff --against', () => {
  afterEach(() => expect(left()).toEqual([]));

  test('a change of an imported module is seen, with values that break', async () => {
    const made = repository({ 'src/money.ts': MONEY, 'src/invoice.ts': INVOICE });
    made.write('src/money.ts', MONEY.replace("'USD'", "'USD', 'GBP'").replace('z.number()', 'z.number().min(0)'));
    const { code, report } = await made.json(['diff', 'src/invoice.ts', '--against', 'main']);
    expect(code).toBe(1);
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule, path, address }) => [rule, path, address])).toEqual([
      ['diff/data-backward', '/properties/total/properties/amount', 'src/invoice.ts#Invoice'],
      ['diff/data-forward', '/properties/total/properties/currency', 'src/invoice.ts#Invoice'],
      ['diff/code-type', '', 'src/invoice.ts#Invoice'],
    ]);
    expect(errors[0]?.message).toContain('{"id":"a","total":{"amount":-1,"currency":"EUR"}} is refused at /total/amount');
    expect(errors[1]?.message).toContain('"GBP"');
    const [schema] = (report as unknown as DiffReport).schemas;
    expect(schema).toMatchObject({
      state: 'compared',
      wire: { grammar: true, prompt: true },
      data: { backward: { verdict: 'breaks' }, forward: { verdict: 'breaks' } },
      code: { type: 'wider' },
    });
    expect(own(made)).toBe(1);
  });

  test('nothing changed: no change is made up, code included', async () => {
    const made = repository({ 'src/plain.ts': PLAIN, 'src/limits.ts': 'export const LONGEST = 5;\n', 'src/money.ts': MONEY });
    made.write('src/money.ts', MONEY.replace('USD', 'CHF'));
    const { code, stdout } = await made.run(['diff', 'src/plain.ts', '--against', 'HEAD']);
    expect([code, flat(stdout)]).toEqual([0, '1 schema, all unchanged; nothing breaks.']);
  });

  test('a constant that a check uses changed: nobody can tell, and it is said', async () => {
    const made = repository({ 'src/plain.ts': PLAIN, 'src/limits.ts': 'export const LONGEST = 5;\n' });
    made.write('src/limits.ts', 'export const LONGEST = 6;\n');
    const { code, report } = await made.json(['diff', 'src/plain.ts', '--against', 'HEAD']);
    expect(code).toBe(0);
    expect(report.findings.filter(({ severity }) => severity === 'warning').map(({ rule, path }) => [rule, path])).toEqual([
      ['diff/data-backward', '/properties/name'],
      ['diff/data-forward', '/properties/name'],
    ]);
    expect(report.findings[0]?.message).toContain('nobody can tell');
  });

  test('only words changed: the grammar stays, cached prompts are lost, and that breaks at level wire alone', async () => {
    const made = repository({ 'src/money.ts': MONEY });
    made.write('src/money.ts', MONEY.replace('z.number()', "z.number().describe('In all.')"));
    const plain = await made.json(['diff', 'src/money.ts', '--against', 'main']);
    expect(plain.code).toBe(0);
    expect(plain.report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['diff/wire-prompt', 'info']]);
    const wire = await made.json(['diff', 'src/money.ts', '--against', 'main', '--level', 'wire']);
    expect(wire.code).toBe(1);
    expect(wire.report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['diff/wire-prompt', 'error']]);
  });

  test('schemas that came, went, and go by another name', async () => {
    const two = `${MONEY}export const Gone = z.array(z.string());\nexport const Was = z.object({ a: z.literal(1) });\n`;
    const made = repository({ 'src/money.ts': two });
    made.write('src/money.ts', two.replace('Gone = z.array(z.string())', 'Come = z.array(z.boolean())').replace('Was', 'Now'));
    const { code, report } = await made.json(['diff', 'src', '--against', 'main']);
    expect(code).toBe(1);
    expect(report.findings.map(({ rule, severity, address }) => [rule, severity, address])).toEqual([
      ['diff/removed', 'error', 'src/money.ts#Gone'],
      ['diff/renamed', 'error', 'src/money.ts#Now'],
      ['diff/added', 'info', 'src/money.ts#Come'],
    ]);
  });

  test('a file that is new, and one that is gone', async () => {
    const made = repository({ 'old.json': '{ "type": "string" }' });
    made.write('new.json', '{ "type": "string", "minLength": 1 }');
    rmSync(made.path('old.json'));
    const { code, report } = await made.json(['diff', 'new.json', 'old.json', '--against', 'HEAD']);
    expect(report.findings.map(({ rule, address }) => [rule, address])).toEqual([
      ['diff/removed', 'old.json'],
      ['diff/added', 'new.json'],
    ]);
    expect(code).toBe(1);
  });

  test('what could not be loaded at that time is a failure, and nothing is called new', async () => {
    const made = repository({ 'src/money.ts': 'throw new Error("not today");\n' });
    made.write('src/money.ts', MONEY);
    const { code, report } = await made.json(['diff', 'src/money.ts', '--against', 'main']);
    expect(code).toBe(2);
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]?.message).toMatch(/^At main: .*src\/money\.ts/);
    expect(report.findings[0]?.message).not.toContain(tmpdir());
  });

  test('a package of the workspace is the one of that time', async () => {
    const made = project({
      '.gitignore': 'node_modules\n',
      'node_modules/.keep': '',
      'packages/shared/package.json': '{ "name": "@acme/shared", "type": "module", "exports": "./index.ts" }',
      'packages/shared/index.ts': "export const Unit = { type: 'string', enum: ['kg'] };\n",
      'src/item.ts':
        "import { Unit } from '@acme/shared';\nexport const Item = { type: 'object', properties: { unit: Unit }, required: ['unit'], additionalProperties: false };\n",
    });
    mkdirSync(made.path('node_modules/@acme'));
    symlinkSync(made.path('packages/shared'), made.path('node_modules/@acme/shared'), 'junction');
    git(made, 'init', '-q', '-b', 'main');
    git(made, 'add', '-A');
    git(made, 'commit', '-q', '-m', 'first');
    made.write('packages/shared/index.ts', "export const Unit = { type: 'string', enum: ['g'] };\n");
    const { report } = await made.json(['diff', 'src/item.ts', '--against', 'main']);
    const [schema] = (report as unknown as DiffReport).schemas;
    expect(schema?.changes.map(({ words }) => words)).toEqual(['"g" is new among its values', '"kg" is gone from its values']);
  });

  test('another working folder, and the configuration', async () => {
    const made = repository({
      'app/src/money.ts': MONEY,
      'app/bascule.config.json': JSON.stringify({ schemas: ['src'], openness: 'keep' }),
    });
    made.write('app/src/money.ts', MONEY.replace('USD', 'CHF'));
    const { code, report } = await made.json(['diff', '--against', 'main', '--cwd', 'app']);
    expect(code).toBe(1);
    expect(new Set(report.findings.map(({ address }) => address))).toEqual(new Set(['src/money.ts#Money']));
  });

  test.each([
    [['money.json', '--against', 'nowhere'], /There is no commit "nowhere"/],
    [['money.json', '--against', '--help-me'], /There is no commit "--help-me"/],
    [['money.json', '--against=--output=x'], /There is no commit "--output=x"/],
    [['-', '--against', 'main'], /Standard input has no earlier version/],
    [['money.json'], /There is one address, and nothing to compare it with/],
    [['a.json', 'b.json', 'c.json'], /There are 3 addresses/],
    [[], /No schema is named/],
    [['money.json', 'money.json', '--level', 'loud'], /does not take "loud"/],
  ])('%j is told', async (argv, words) => {
    const made = repository({ 'money.json': '{ "type": "string" }' });
    const { code, stderr } = await made.run(['diff', ...argv], { stdin: '{"type":"string"}' });
    expect(code).toBe(2);
    expect(flat(stderr)).toMatch(words);
  });

  test('check does it too, where it is told what to compare with', async () => {
    const made = repository({ 'src/money.ts': MONEY });
    made.write('src/money.ts', MONEY.replace('USD', 'CHF'));
    expect((await made.json(['check', 'src'])).report.findings.some(({ rule }) => rule.startsWith('diff/'))).toBe(false);
    const { code, report } = await made.json(['check', 'src', '--against', 'main']);
    expect(code).toBe(1);
    expect(report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'diff/data-backward',
      'diff/data-forward',
      'diff/code-type',
    ]);
  });

  test('outside a repository', async () => {
    const made = project({ 'money.json': '{ "type": "string" }' });
    const { code, stderr } = await made.run(['diff', 'money.json', '--against', 'main']);
    expect(code).toBe(2);
    expect(flat(stderr)).toMatch(/is in no git repository/);
  });

  test('Ctrl-C while a module of that time loads leaves nothing behind', async () => {
    const waits = `${MONEY}console.log('loading'); await new Promise((resolve) => setTimeout(resolve, 20_000));\n`;
    const made = repository({ 'src/money.ts': waits });
    made.write('src/money.ts', MONEY);
    const child = made.spawn(['diff', 'src/money.ts', '--against', 'main']);
    const done = ended(child);
    await once(child.stderr as NodeJS.ReadableStream, 'data');
    expect(left()).toHaveLength(1);
    child.kill('SIGINT');
    expect((await done).code).toBe(2);
    expect(own(made)).toBe(1);
  });

  test('a module of that time that never ends is stopped, and leaves nothing behind', async () => {
    const made = repository({ 'src/money.ts': 'while (true) {}\n' });
    made.write('src/money.ts', MONEY);
    const { code } = await made.spawned(['diff', 'src/money.ts', '--against', 'main', '--timeout', '1']);
    expect(code).toBe(2);
    expect(own(made)).toBe(1);
  });

  test('hooks of the repository do not run', async () => {
    const made = repository({ 'money.json': '{ "type": "string" }' });
    made.write('.git/hooks/post-checkout', '#!/bin/sh\ntouch "$(git rev-parse --git-common-dir)/hooked"\n');
    execFileSync('chmod', ['+x', made.path('.git/hooks/post-checkout')]);
    expect((await made.run(['diff', 'money.json', '--against', 'main'])).code).toBe(0);
    expect(existsSync(made.path('.git/hooked'))).toBe(false);
  });
});

describe('diff of two files', () => {
  const made = project({
    'a.json':
      '{ "type": "object", "properties": { "n": { "type": "number", "maximum": 10 } }, "required": ["n"], "additionalProperties": false }',
    'b.json':
      '{ "type": "object", "properties": { "n": { "type": "number", "maximum": 20 } }, "required": ["n"], "additionalProperties": false }',
    'c.json': '{ "type": "object", "properties": { "n": { "$ref": "https://example.com/x" } } }',
    'one.ts': MONEY,
    'two.ts': MONEY.replace('z.number()', 'z.number().or(z.string())'),
  });

  test('wider one way: old answers pass, new ones need not, by proof and by counterexample', async () => {
    const { code, report } = await made.json(['diff', 'a.json', 'b.json']);
    expect(code).toBe(1);
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['diff/wire-prompt', 'info'],
      ['diff/data-forward', 'error'],
    ]);
    const [schema] = (report as unknown as DiffReport).schemas;
    expect(schema).toMatchObject({ wire: { grammar: false, prompt: true }, data: { backward: { verdict: 'compatible' } } });
  });

  test('a bound that is only hinted at costs the cached prompt', async () => {
    const { report } = await made.json(['diff', 'a.json', 'b.json', '--level', 'wire']);
    expect(report.findings.map(({ rule }) => rule)).toContain('diff/wire-prompt');
  });

  test('modules are paired by export name', async () => {
    const { code, stdout } = await made.run(['diff', 'one.ts', 'two.ts', '--level', 'code']);
    expect(code).toBe(1);
    expect(flat(stdout)).toMatch(/code a wider type/);
    expect(flat(stdout)).toMatch(/text is new as an option/);
  });

  test('what no longer compiles breaks; what could not be compiled before has nothing to break', async () => {
    expect((await made.run(['diff', 'a.json', 'c.json'])).code).toBe(1);
    const { code, report } = await made.json(['diff', 'c.json', 'a.json']);
    expect([code, report.findings.map(({ rule, severity }) => [rule, severity])]).toEqual([
      0,
      [['diff/uncompilable', 'warning']],
    ]);
  });

  test.each(['github', 'sarif', 'junit'])('as %s', async (format) => {
    const { code, stdout } = await made.run(['diff', 'a.json', 'b.json', '--format', format]);
    expect(code).toBe(1);
    expect(stdout).toContain('diff/data-forward');
  });
});
