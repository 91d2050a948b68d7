import { describe, expect, test } from 'vitest';
import { mayLoadModules } from '../../cli/isolate/needs.js';
import { ended, flat, INVOICE, ITEM, type JsonReport, project } from './harness.js';

const ZOD = "import { z } from 'zod';\n";
const SCHEMA = 'export const S = { type: "string" };\n';
const LATER = `await new Promise((resolve) => setTimeout(resolve, 200));\n${SCHEMA}`;

/** Modules that do more than they should: what is said of each, and whether it has to be left out. */
const BAD: Record<string, { readonly text: string; readonly code: string; readonly says: RegExp }> = {
  'loops.ts': { text: 'while (true) {}\n', code: 'module-timeout', says: /did not finish loading within 2 s\. It blocks/ },
  'loops-in-regex.ts': {
    text: `export const x = /^(a+)+$/.test(\`\${'a'.repeat(50)}b\`);\n`,
    code: 'module-timeout',
    says: /did not finish loading within 2 s\. It blocks/,
  },
  'loops-in-getter.ts': {
    text: 'export const S = { type: "object", get properties() { while (true) {} } };\n',
    code: 'module-timeout',
    says: /It blocks \(an endless loop\?\), so it was stopped and left out/,
  },
  'loops-when-compiled.ts': {
    text: `${ZOD}export const S = z.object({ a: z.lazy(() => { while (true) {} }) });\n`,
    code: 'module-timeout',
    says: /loops-when-compiled\.ts#S was not done with compiling within 2 s/,
  },
  'waits.ts': {
    text: `await new Promise(() => {});\n${SCHEMA}`,
    code: 'module-timeout',
    says: /did not finish loading within 2 s\. It waits for something that does not come/,
  },
  'waits-busily.ts': {
    text: `setInterval(() => {}, 1000);\nawait new Promise(() => {});\n${SCHEMA}`,
    code: 'module-timeout',
    says: /It waits for something that does not come/,
  },
  'exits.ts': { text: 'process.exit(0);\n', code: 'module-exit', says: /process\.exit\(0\) was called/ },
  'exits-hard.ts': {
    text: '(process as any).reallyExit(0);\n',
    code: 'module-died',
    says: /The process ended \(exit code 0\) while exits-hard\.ts was loading/,
  },
  'aborts.ts': {
    text: 'process.abort();\n',
    code: 'module-died',
    says: /while aborts\.ts was loading, so the module was left out/,
  },
  'kills.ts': {
    text: `process.kill(process.pid, "SIGKILL");\n${LATER}`,
    code: 'module-died',
    says: /while kills\.ts was loading, so the module was left out/,
  },
  'eats-memory.ts': {
    text: 'const kept: number[][] = [];\nfor (;;) kept.push(Array.from({ length: 10000 }, Math.random));\n',
    code: 'module-died',
    says: /most likely out of memory\) while eats-memory\.ts was loading/,
  },
  'throws.ts': { text: 'throw new Error("not today");\n', code: 'module-threw', says: /not today/ },
  'throws-in-getter.ts': {
    text: 'export const S = { get type() { throw new Error("no type"); } };\n',
    code: 'module-threw',
    says: /no type/,
  },
  'throws-in-timer.ts': {
    text: `setTimeout(() => { throw new Error("from a timer"); }, 20);\n${LATER}`,
    code: 'module-threw',
    says: /from a timer/,
  },
  'rejects.ts': { text: `void Promise.reject(new Error("nobody waits"));\n${LATER}`, code: 'module-threw', says: /nobody waits/ },
};

const made = project({
  ...Object.fromEntries(Object.entries(BAD).map(([name, { text }]) => [name, text])),
  'invoice.ts': INVOICE,
  'item.json': ITEM,
  'throws-later.ts': `setTimeout(() => { throw new Error("too late"); }, 0);\n${SCHEMA}`,
  'exits-later.ts': `setTimeout(() => process.exit(0), 0);\n${SCHEMA}`,
  'slow.ts': `await new Promise((resolve) => setTimeout(resolve, 200));\nexport const Slow = { type: 'object', properties: { a: {} } };\n`,
  'noisy.ts': `import { execSync } from 'node:child_process';
import { writeSync } from 'node:fs';
console.log('noise by console');
writeSync(1, 'noise by descriptor\\n');
execSync('echo noise by child', { stdio: 'inherit' });
setTimeout(() => console.log('noise later'), 0);
export const S = { type: 'object', get properties() { console.log('noise by getter'); return {}; } };
`,
});
const MEMORY = { NODE_OPTIONS: '--max-old-space-size=60' };

describe('a module that does more than it should is told, and hides nothing of the others', () => {
  test.each(Object.entries(BAD))('%s', async (file, { code, says }) => {
    const env = file === 'eats-memory.ts' ? MEMORY : {};
    const ran = await made.spawned(['lint', file, 'invoice.ts', '--timeout', '2', '--format', 'json'], env);
    const report = JSON.parse(ran.stdout) as JsonReport;
    expect([ran.code, report.exit]).toEqual([2, 2]);
    const [failure, ...others] = report.findings;
    expect(failure).toMatchObject({ code, address: file, severity: 'error' });
    expect(failure?.message).toMatch(says);
    expect(others.map(({ address }) => address)).toContain('invoice.ts#Invoice');
  });

  test('several of them in one run', async () => {
    const { code, stdout } = await made.spawned(['explain', 'aborts.ts', 'invoice.ts', 'exits-hard.ts', 'item.json']);
    expect(code).toBe(2);
    expect(flat(stdout)).toMatch(/^invoice\.ts#Invoice .* item\.json .* module-died .* module-died .* 2 errors/);
  });

  test.each([
    ['throws-later.ts', 'module-threw', /A loaded module threw after it had been loaded .*: too late\./],
    ['exits-later.ts', 'module-exit', /process\.exit\(0\)/],
  ])('%s, when another one is loading or none', async (file, code, says) => {
    const { stdout, code: exit } = await made.spawned(['lint', file, 'slow.ts', 'invoice.ts', '--format', 'json']);
    const report = JSON.parse(stdout) as JsonReport;
    expect(exit).toBe(2);
    expect(report.findings.filter((finding) => finding.code === code)).toHaveLength(1);
    expect(report.findings.find((finding) => finding.code === code)?.message).toMatch(says);
    expect(report.findings.map(({ address }) => address)).toEqual(expect.arrayContaining(['invoice.ts#Invoice', 'slow.ts#Slow']));
  });

  test('a configuration that blocks or ends the process', async () => {
    for (const text of ['while (true) {}', 'process.abort()']) {
      const own = project({ 'bascule.config.ts': text, 'item.json': ITEM });
      const { code, stdout } = await own.spawned(['lint', 'item.json', '--timeout', '1', '--format', 'json']);
      expect([code, (JSON.parse(stdout) as JsonReport).findings[0]?.message]).toEqual([
        2,
        expect.stringContaining('bascule.config.ts'),
      ]);
    }
  });

  test('what came on standard input is not lost when a module blocks', async () => {
    const child = made.spawn(['lint', 'loops.ts', '-', '--timeout', '1', '--format', 'json']);
    const done = ended(child);
    child.stdin?.end(ITEM);
    const { stdout } = await done;
    expect((JSON.parse(stdout) as JsonReport).findings.map(({ address }) => address)).toEqual(
      expect.arrayContaining(['loops.ts', '-']),
    );
  });
});

test('whatever a module prints, and however, standard output is the report alone', async () => {
  const { code, stdout, stderr } = await made.spawned(['lint', 'noisy.ts', 'slow.ts', '--format', 'json']);
  expect([code, (JSON.parse(stdout) as JsonReport).schemas]).toEqual([0, 2]);
  for (const noise of ['by console', 'by descriptor', 'by child', 'by getter', 'later'])
    expect(stderr).toContain(`noise ${noise}`);
});

test('--watch goes on after a module that blocks, and tries it again', async () => {
  const own = project({ 'a.ts': 'while (true) {}\n', 'item.json': ITEM });
  const child = own.spawn([
    'compile',
    'a.ts',
    'item.json',
    '--out',
    'gen',
    '--emit',
    'json',
    '--watch',
    '--timeout',
    '1',
    '--format',
    'json',
  ]);
  const reports: JsonReport[] = [];
  const done = ended(child);
  const reported = (count: number) =>
    new Promise<void>((resolve) => {
      child.stdout?.on('data', (chunk) => {
        for (const line of String(chunk).split('\n').filter(Boolean)) reports.push(JSON.parse(line));
        if (reports.length >= count) resolve();
      });
    });
  await reported(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  own.write('a.ts', SCHEMA);
  await reported(1);
  while (reports.at(-1)?.exit !== 0) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGINT');
  await done;
  expect(reports[0]).toMatchObject({ exit: 2, findings: [{ code: 'module-timeout', address: 'a.ts' }] });
  expect(own.read('gen/s.bascule.json')).toContain('"wire"');
});

describe('a process of its own', () => {
  const bare = project({ 'item.json': ITEM });
  const configured = project({ 'bascule.config.ts': 'export default {};', 'item.json': ITEM });
  test.each<[argv: string[], needed: boolean]>([
    [['lint', 'item.json'], false],
    [['lint', 'item.json#/properties/name', '-', '--format', 'json', '--max-warnings=2'], false],
    [['lint', '--config', 'a.json', 'item.json'], false],
    [['serve'], false],
    [['init'], false],
    [['lint', '--help'], false],
    [['--version'], false],
    [['nope'], false],
    [[], false],
    [['lint'], true],
    [['lint', 'a.ts'], true],
    [['lint', 'item.json', 'src'], true],
    [['lint', '*.json', 'a.jsx#X'], true],
    [['lint', '@acme/schemas'], true],
    [['lint', '--config', 'a.ts', 'item.json'], true],
    [['explain', '--request', 'a.ts#r'], true],
    [['explain', '--request=a.ts#r', 'item.json'], true],
    [['check'], true],
  ])('%j: %j', (argv, needed) => {
    expect(mayLoadModules(argv, bare.folder)).toBe(needed);
  });

  test('where the configuration is a module', () => {
    expect(mayLoadModules(['lint', 'item.json'], configured.folder)).toBe(true);
    expect(mayLoadModules(['lint', 'item.json', '--cwd', configured.folder], bare.folder)).toBe(true);
  });
});
