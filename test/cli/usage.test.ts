import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { COMMANDS } from '../../cli/commands/index.js';
import { GLOBALS } from '../../cli/options.js';
import { flat, ITEM, project } from './harness.js';

const made = project({ 'item.json': ITEM });
const NAMES = [...COMMANDS.keys()].join(', ').replace(/, (\w+)$/, ' or $1');
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

describe('help and version', () => {
  test.each([['--help'], ['-h'], ['help']])('%s', async (...argv) => {
    const { code, stdout, stderr } = await made.run(argv);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of [...COMMANDS.keys(), ...Object.keys(GLOBALS).map((option) => `--${option}`), 'Exit codes'])
      expect(stdout).toContain(name);
  });

  test.each(
    [...COMMANDS.keys()].flatMap((name) => [
      [name, '--help'],
      ['help', name],
      ['--help', name],
    ]),
  )('%s %s', async (...argv) => {
    const { code, stdout } = await made.run(argv);
    expect(code).toBe(0);
    const name = argv.find((word) => COMMANDS.has(word)) ?? '';
    expect(stdout).toContain(`Usage: bascule ${name}`);
    for (const option of Object.keys((await COMMANDS.get(name)?.load())?.options ?? {})) expect(stdout).toContain(`--${option}`);
    expect(stdout).toContain('Examples:');
  });

  test('lines of help fit 130 columns', async () => {
    for (const argv of [['--help'], ['compile', '--help'], ['explain', '--help'], ['serve', '--help']])
      for (const line of (await made.run(argv)).stdout.split('\n'))
        if (!/^(bascule compiles|Writes|Artifacts|Shows|The name|Runs|and answers|Exit)/.test(line))
          expect(line.length).toBeLessThanOrEqual(130);
  });

  test.each([['--version'], ['-v'], ['compile', '--version']])('%s %s', async (...argv) => {
    expect(await made.run(argv)).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('nothing at all: help, but not as a success', async () => {
    const { code, stdout, stderr } = await made.run([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: bascule <command>');
  });
});

describe('wrong usage', () => {
  test.each<[argv: string[], says: string]>([
    [
      ['complie'],
      `There is no command "complie". Did you mean "compile"? The commands are ${NAMES}; "bascule --help" says more.`,
    ],
    [['frobnicate'], `There is no command "frobnicate". The commands are ${NAMES}; "bascule --help" says more.`],
    [
      ['item.json'],
      '"item.json" is not a command; it looks like an address. Name a command first: "bascule explain item.json" or "bascule compile item.json".',
    ],
    [['explain', 'item.json', '--formt', 'json'], 'There is no option --formt. Did you mean "--format"?'],
    [['explain', '--frobnicate'], 'There is no option --frobnicate. Run "bascule explain --help" for the list.'],
    [
      ['explain', '-x'],
      'There is no option -x (single-letter options are -h and -v). Run "bascule explain --help" for the list.',
    ],
    [['explain', '--out', 'gen'], 'There is no option --out. Run "bascule explain --help" for the list.'],
    [['--frobnicate'], 'There is no option --frobnicate. Run "bascule --help" for the list.'],
    [
      ['explain', '--format'],
      'The option --format needs a value. Write --format pretty|json|github|sarif|junit; a value that starts with a dash as --format=pretty|json|github|sarif|junit.',
    ],
    [
      ['explain', '--cwd='],
      'The option --cwd needs a value. Write --cwd <folder>; a value that starts with a dash as --cwd=<folder>.',
    ],
    [['explain', '--format', 'xml'], 'The option --format does not take "xml". It takes pretty, json, github, sarif or junit.'],
    [
      ['explain', '--format=jsno'],
      'The option --format does not take "jsno". Did you mean "json"? It takes pretty, json, github, sarif or junit.',
    ],
    [['explain', '--mode', 'input'], 'The option --mode does not take "input". It takes output or tool.'],
    [['compile', '--emit', 'js'], 'The option --emit does not take "js". Did you mean "ts"? It takes ts or json.'],
    [['explain', '--wire=yes', 'item.json'], 'The option --wire takes no value, but was given "yes". Write just --wire.'],
    [
      ['explain', '--timeout', 'soon'],
      'The option --timeout needs a number above 0, but was given "soon". Write for example --timeout 10.',
    ],
    [
      ['explain', '--timeout', '0', 'item.json'],
      'The option --timeout needs a number above 0, but was given "0". Write for example --timeout 10.',
    ],
    [
      ['explain', 'item.json', '--target', 'cloude'],
      'There is no target named "cloude". Did you mean "claude"? The targets are claude.',
    ],
    [['explain', ''], 'An address is empty. Name a file, such as src/invoice.ts.'],
  ])('%j', async (argv, says) => {
    const { code, stdout, stderr } = await made.run(argv, { columns: 400 });
    expect(code).toBe(2);
    expect(
      flat(stdout + stderr)
        .replace(/^error (?:usage|unknown-target) /, '')
        .replace(/ 1 error\.$/, ''),
    ).toBe(says);
  });

  test.each([
    [['--cwd', 'nowhere'], /no folder \S+nowhere, which --cwd asks to work in/],
    [['--cwd', 'item.json'], /\(it is a file\)/],
  ])('%j', async (options, message) => {
    const { code, stderr } = await made.run(['explain', 'item.json', ...options], { columns: 400 });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('in JSON when that was asked for', async () => {
    for (const argv of [['explain', '--formt'], ['explain', '--cwd', 'nowhere'], ['nope']]) {
      const { code, report, stderr } = await made.json(argv);
      expect([code, stderr, report.exit]).toEqual([2, '', 2]);
      expect(report.findings).toMatchObject([{ code: 'usage', severity: 'error', file: null, line: null, column: null }]);
    }
  });
});

describe('a bug of ours', () => {
  test('exit 70, an apology that asks for a report, and the stack on demand', async () => {
    const spy = vi
      .spyOn(await import('../../cli/load/schemas.js'), 'loadSchemas')
      .mockRejectedValue(new TypeError('x is not iterable'));
    try {
      const { code, stdout, stderr } = await made.run(['explain', 'item.json']);
      expect([code, stdout]).toEqual([70, '']);
      expect(stderr).toMatch(/^This is a bug of bascule, not of your schema or your settings: x is not iterable\n/);
      expect(stderr).toMatch(/Please report it/);
      expect(stderr).toContain(`bascule ${version}, Node ${process.version}`);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect((await made.run(['explain', 'item.json', '--verbose'])).stderr).toMatch(/\n\s+at /);
    } finally {
      spy.mockRestore();
    }
  });
});
