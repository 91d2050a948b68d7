import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { flat, type Project, project } from './harness.js';

const ORDER = `import { z } from 'zod';
export const Order = z.object({ state: z.enum(['open', 'closed']).describe('Of the order.') });
`;

function repository(config: object): Project {
  const made = project({
    '.gitignore': 'node_modules\n',
    'src/order.ts': ORDER,
    'bascule.config.json': JSON.stringify({ schemas: ['src'], ...config }),
  });
  const git = (...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...argv], { cwd: made.folder });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  return made;
}

test.each([
  ['the command line', {}, ['check', '--against', 'main']],
  ['the configuration', { check: { against: 'main' } }, ['check']],
])('what a change breaks is told where %s names a reference', async (_name, config, argv) => {
  const made = repository(config);
  expect(await made.json(argv)).toMatchObject({
    code: 0,
    report: { findings: [], parts: [{ command: 'lint' }, { command: 'diff' }] },
  });
  made.write('src/order.ts', ORDER.replace("'closed'", "'done'"));
  const { code, report } = await made.json(argv);
  expect(code).toBe(1);
  expect(report).toMatchObject({ diff: { level: 'data', schemas: [{ after: 'src/order.ts#Order', wire: { grammar: true } }] } });
  expect(report.findings.filter(({ severity }) => severity === 'error')[0]).toMatchObject({
    command: 'diff',
    file: 'src/order.ts',
    line: 2,
    address: 'src/order.ts#Order',
  });
  expect(flat((await made.run(argv)).stdout)).toMatch(/Not well: diff\.$/);
});

test('without one, nothing is compared', async () => {
  const { report } = await repository({}).json(['check']);
  expect(report).toMatchObject({ exit: 0, parts: [{ command: 'lint' }] });
});

test.each([
  [['check', '--against', 'nowhere'], /nowhere/],
  [['check', '--level', 'loud'], /--level/],
])('%j', async (argv, words) => {
  const { code, stdout, stderr } = await repository({}).run(argv);
  expect(code).toBe(2);
  expect(flat(stdout + stderr)).toMatch(words);
});
