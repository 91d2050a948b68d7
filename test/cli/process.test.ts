import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { ended, INVOICE, ITEM, project } from './harness.js';

const WIDE = JSON.stringify({
  type: 'object',
  properties: Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`property${index}`, { type: 'string' }])),
});

const made = project({
  'item.json': ITEM,
  'bad.json': '{ "$ref": "https://example.com/x" }',
  'wide.json': WIDE,
  'invoice.ts': INVOICE,
  'keeps-open.ts':
    "import { createServer } from 'node:http';\ncreateServer().listen(0);\nsetInterval(() => {}, 1000);\nexport const S = { type: 'string' };\n",
  'sets-code.ts': 'process.exitCode = 5;\nexport const S = { type: "string" };\n',
});

describe('the built command line', () => {
  test.each<[argv: string[], code: number]>([
    [['explain', 'item.json'], 0],
    [['explain', 'invoice.ts'], 0],
    [['explain', 'bad.json'], 1],
    [['explain', 'nowhere.json'], 2],
    [['nope'], 2],
    [['--help'], 0],
    [['--version'], 0],
    [['explain', 'keeps-open.ts'], 0],
    [['explain', 'sets-code.ts'], 0],
  ])('%j ends with %i', async (argv, code) => {
    const ran = await made.spawned(argv);
    expect(ran.code).toBe(code);
    expect(ran.stdout + ran.stderr).not.toMatch(/\n\s+at /);
  });

  test('compiles what a configuration says, and finds it up to date', async () => {
    const user = project({
      'invoice.ts': INVOICE,
      'bascule.config.ts':
        "import { defineConfig } from 'bascule';\nexport default defineConfig({ schemas: ['invoice.ts'], out: 'gen' });\n",
    });
    expect(await user.spawned(['compile'])).toMatchObject({ code: 0, stderr: '' });
    expect(await user.spawned(['compile', '--check'])).toMatchObject({ code: 0, stderr: '' });
    expect(user.read('gen/invoice.bascule.ts')).toContain('../invoice.js');
  });

  test('reads standard input', async () => {
    const child = made.spawn(['explain', '-', '--wire']);
    const done = ended(child);
    child.stdin?.end(ITEM);
    const { code, stdout } = await done;
    expect([code, JSON.parse(stdout).type]).toEqual([0, 'object']);
  });

  test('a pipe that is closed early is no error', async () => {
    const child = made.spawn(['explain', 'wide.json']);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    child.stdout?.destroy();
    const { code, stderr } = await ended(child);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('long output reaches a pipe whole', async () => {
    const { stdout } = await made.spawned(['explain', 'wide.json', '--format', 'json']);
    expect(JSON.parse(stdout).schemas).toHaveLength(1);
  });
});

test('--watch ends cleanly on SIGINT', async () => {
  const child = made.spawn(['compile', 'item.json', '--out', 'watched', '--watch']);
  const done = ended(child);
  await new Promise<void>((resolve) => child.stderr?.on('data', (chunk) => String(chunk).includes('Watching') && resolve()));
  child.kill('SIGINT');
  expect(await done).toMatchObject({ code: process.platform === 'win32' ? -1 : 0, stderr: 'Watching 1 file; Ctrl-C ends it.\n' });
});
