import { existsSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { INVOICE, ITEM, project } from './harness.js';

const made = project({ 'item.json': ITEM, 'src/invoice.ts': INVOICE, 'bad.json': '{ "$ref": "https://example.com/x" }' });
const ESCAPE = '\u001B[';

describe('colours', () => {
  test.each<[name: string, tty: boolean, env: Record<string, string>, argv: string[], colours: boolean]>([
    ['a terminal', true, {}, [], true],
    ['no terminal', false, {}, [], false],
    ['--no-color', true, {}, ['--no-color'], false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, [], false],
    ['an empty NO_COLOR does not count', true, { NO_COLOR: '' }, [], true],
    ['FORCE_COLOR', false, { FORCE_COLOR: '1' }, [], true],
    ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, [], false],
    ['NO_COLOR goes before FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
    ['--no-color goes before FORCE_COLOR', true, { FORCE_COLOR: '1' }, ['--no-color'], false],
    ['a dumb terminal', true, { TERM: 'dumb' }, [], false],
  ])('%s', async (_, tty, env, argv, colours) => {
    const { stdout } = await made.run(['explain', 'item.json', 'bad.json', ...argv], { tty, env });
    expect(stdout.includes(ESCAPE)).toBe(colours);
  });

  test('change nothing but the colours', async () => {
    const plain = await made.run(['explain', 'item.json', 'bad.json']);
    const coloured = await made.run(['explain', 'item.json', 'bad.json'], { env: { FORCE_COLOR: '1' } });
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
  });

  test('never in JSON', async () => {
    const { stdout } = await made.run(['explain', 'bad.json', '--format', 'json'], { tty: true, env: { FORCE_COLOR: '1' } });
    expect(stdout).not.toContain(ESCAPE);
  });
});

describe('--output-file', () => {
  test('takes the report, without colours, and makes its folder', async () => {
    const { code, stdout } = await made.run(['explain', 'bad.json', '--output-file', 'reports/deep/report.txt'], { tty: true });
    expect([code, stdout]).toEqual([1, '']);
    expect(made.read('reports/deep/report.txt')).toBe((await made.run(['explain', 'bad.json'])).stdout);
  });

  test('takes JSON, and raw output', async () => {
    await made.run(['explain', 'item.json', '--format', 'json', '--output-file', 'report.json']);
    expect(JSON.parse(made.read('report.json'))).toMatchObject({ command: 'explain', exit: 0 });
    await made.run(['explain', 'item.json', '--wire', '--output-file', 'wire.json']);
    expect(JSON.parse(made.read('wire.json'))).toMatchObject({ type: 'object' });
  });

  test('is relative to --cwd', async () => {
    await made.run(['explain', '../item.json', '--cwd', 'src', '--output-file', 'here.txt']);
    expect(existsSync(made.path('src/here.txt'))).toBe(true);
  });

  test('takes a failure too, so that no old report stays', async () => {
    made.write('old.json', '{"exit":0}');
    const { code, stdout } = await made.run(['explain', '--frobnicate', '--format', 'json', '--output-file', 'old.json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(JSON.parse(made.read('old.json'))).toMatchObject({ exit: 2 });
  });

  test.each([
    ['src', /it is a folder/],
    ['item.json/report.txt', /part of its path is a file/],
  ])('%s cannot be written', async (file, why) => {
    const { code, stderr } = await made.run(['explain', 'item.json', '--output-file', file], { columns: 300 });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error {2}unwritable/);
    expect(stderr).toMatch(why);
  });
});

describe('progress', () => {
  test('none on a pipe', async () => {
    expect((await made.run(['explain', 'item.json'])).stderr).toBe('');
  });

  test('line by line with --verbose', async () => {
    const { stderr } = await made.run(['explain', 'item.json', '--verbose']);
    expect(stderr).toBe('Loading item.json\nCompiling 1 of 1: item.json\n');
  });

  test('short work on a terminal shows none', async () => {
    expect((await made.run(['explain', 'item.json'], { tty: true })).stderr).toBe('');
  });
});

test('every finding of JSON has the same members', async () => {
  for (const argv of [['bad.json'], ['nowhere.json'], ['src/invoice.ts#X'], ['--nope']]) {
    const { report } = await made.json(['explain', ...argv]);
    for (const finding of report.findings)
      expect(Object.keys(finding).sort()).toEqual([
        'address',
        'code',
        'column',
        'command',
        'file',
        'help',
        'line',
        'message',
        'path',
        'rule',
        'severity',
      ]);
  }
});
