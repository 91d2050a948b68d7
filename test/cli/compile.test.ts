import { existsSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toArtifact } from '../../src/emit/artifact.js';
import { toModule } from '../../src/emit/module.js';
import { compile } from '../../src/index.js';
import { flat, INVOICE, ITEM, type JsonReport, project } from './harness.js';

const statuses = (report: JsonReport) => report.artifacts?.map(({ file, status }) => `${status} ${file}`);
const base = {
  'src/invoice.ts': INVOICE,
  'item.json': ITEM,
  'bascule.config.json': JSON.stringify({ schemas: ['src', 'item.json'], out: 'gen', emit: 'json' }),
};

describe('writing', () => {
  test('writes what is new, leaves what is the same', async () => {
    const made = project(base);
    const first = await made.json(['compile']);
    expect([first.code, statuses(first.report)]).toEqual([
      0,
      ['written gen/invoice.bascule.json', 'written gen/item.bascule.json'],
    ]);
    const before = statSync(made.path('gen/item.bascule.json')).mtimeMs;
    const second = await made.json(['compile']);
    expect([second.code, statuses(second.report)]).toEqual([
      0,
      ['unchanged gen/invoice.bascule.json', 'unchanged gen/item.bascule.json'],
    ]);
    expect(statSync(made.path('gen/item.bascule.json')).mtimeMs).toBe(before);
    expect(readdirSync(made.path('gen')).sort()).toEqual(['invoice.bascule.json', 'item.bascule.json']);
  });

  test('a JSON artifact is the artifact', async () => {
    const made = project(base);
    await made.run(['compile']);
    expect(JSON.parse(made.read('gen/item.bascule.json'))).toEqual(
      JSON.parse(JSON.stringify(toArtifact(compile(JSON.parse(ITEM)), { name: 'item', source: 'item.json' }))),
    );
    expect(JSON.parse(made.read('gen/invoice.bascule.json'))).toMatchObject({
      name: 'invoice',
      source: 'src/invoice.ts#Invoice',
      dialect: 'zod',
    });
  });

  test('a TypeScript artifact is the module', async () => {
    const made = project({ 'item.json': ITEM });
    const { code, report } = await made.json(['compile', 'item.json', '--out', 'gen']);
    expect([code, statuses(report)]).toEqual([0, ['written gen/item.bascule.ts']]);
    expect(made.read('gen/item.bascule.ts')).toBe(toModule(compile(JSON.parse(ITEM)), { name: 'item' }));
  });

  test('the addresses in artifacts do not depend on the folder one works in', async () => {
    const made = project(base);
    await made.run(['compile']);
    const { code, report } = await made.json(['compile', '--check', '--cwd', 'src', '--config', '../bascule.config.json']);
    expect(report.artifacts?.map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);
    expect(code).toBe(0);
  });

  test('to people: what was written, from what, and how many', async () => {
    const made = project(base);
    const first = await made.run(['compile']);
    expect(flat(first.stdout)).toBe(
      'artifact status gen/invoice.bascule.json written from src/invoice.ts#Invoice gen/item.bascule.json written from item.json 2 written.',
    );
    expect(first.stderr).toBe('');
    expect(flat((await made.run(['compile'])).stdout)).toBe('2 unchanged.');
  });

  test('a schema that cannot be compiled leaves its artifact alone; the others are written', async () => {
    const made = project({
      ...base,
      'src/bad.ts': "export const Bad = { type: 'object', properties: { a: { $ref: 'https://example.com/x' } } };",
    });
    const { code, report } = await made.json(['compile']);
    expect(code).toBe(1);
    expect(statuses(report)).toEqual(['written gen/invoice.bascule.json', 'written gen/item.bascule.json']);
    expect(report.findings.map((finding) => [finding.code, finding.address])).toEqual([['external-ref', 'src/bad.ts#Bad']]);
  });

  test('a failed load and a bad schema: the graver exit code', async () => {
    const made = project({ 'bad.json': '{ "$ref": "https://example.com/x" }' });
    expect((await made.run(['compile', 'bad.json', 'nowhere.json', '--stdout'])).code).toBe(2);
  });
});

describe('names', () => {
  test.each([
    ['Invoice', 'invoice'],
    ['LineItem', 'line-item'],
    ['HTTPRequest', 'http-request'],
    ['invoiceV2Schema', 'invoice-v2-schema'],
    ['ORDER_LINE', 'order-line'],
    ['$', 'schema'],
    ['Größe', 'größe'],
  ])('the export %s becomes %s', async (exported, name) => {
    const made = project({ 'a.ts': `export const ${exported} = { type: 'string' };` });
    const { report } = await made.json(['compile', 'a.ts', '--out', 'gen', '--emit', 'json']);
    expect(statuses(report)).toEqual([`written gen/${name}.bascule.json`]);
  });

  test.each([
    ['orders.ts#default', { 'orders.ts': "export default { type: 'string' };" }, 'orders'],
    ['lineItem.schema.json', { 'lineItem.schema.json': ITEM }, 'line-item'],
    ['item.json#/properties/name', { 'item.json': ITEM }, 'name'],
    ['-', {}, 'schema'],
  ])('%s', async (address, files, name) => {
    const { report } = await project(files).json(['compile', address, '--out', 'gen', '--emit', 'json'], { stdin: ITEM });
    expect(statuses(report)).toEqual([`written gen/${name}.bascule.json`]);
  });

  test('two that would get one name: an error that says how to name them, and the others are written', async () => {
    const made = project({
      'a.ts': "export const Item = { type: 'string' };",
      'b.ts': "export const item = { type: 'number' };",
      'c.ts': "export const Other = { type: 'null' };",
    });
    const { code, report } = await made.json(['compile', 'a.ts', 'b.ts', 'c.ts', '--out', 'gen', '--emit', 'json']);
    expect(code).toBe(2);
    expect(report.findings).toMatchObject([
      {
        code: 'name-taken',
        message: 'a.ts#Item and b.ts#item would both be written to item.bascule.json, so none of them was.',
        help: 'Give one another name in "schemas" of the configuration: { address: "b.ts#item", name: "other-item" }.',
      },
    ]);
    expect(statuses(report)).toEqual(['written gen/other.bascule.json']);
    made.write(
      'bascule.config.json',
      JSON.stringify({ schemas: ['a.ts', { address: 'b.ts#item', name: 'other-item' }, 'c.ts'], out: 'gen', emit: 'json' }),
    );
    expect(statuses((await made.json(['compile'])).report)).toEqual([
      'written gen/item.bascule.json',
      'written gen/other-item.bascule.json',
      'unchanged gen/other.bascule.json',
    ]);
  });

  test('one name for several schemas', async () => {
    const made = project({
      'a.ts': "export const A = { type: 'string' }; export const B = { type: 'null' };",
      'bascule.config.json': JSON.stringify({ schemas: [{ address: 'a.ts', name: 'x' }], out: 'gen' }),
    });
    const { code, report } = await made.json(['compile']);
    expect([code, report.findings[0]?.message]).toEqual([2, 'The configuration gives one name, "x", to the 2 schemas of a.ts.']);
  });

  test('one schema under two names', async () => {
    const made = project({
      ...base,
      'bascule.config.json': JSON.stringify({
        schemas: [
          { address: 'item.json', name: 'one' },
          { address: 'item.json', name: 'two', mode: 'tool' },
        ],
        out: 'gen',
        emit: 'json',
      }),
    });
    expect(statuses((await made.json(['compile'])).report)).toEqual([
      'written gen/one.bascule.json',
      'written gen/two.bascule.json',
    ]);
  });
});

describe('files that are not ours', () => {
  test.each([
    ['json', '{ "my": "own" }'],
    ['json', 'not even JSON'],
    ['ts', 'export const mine = 1; // about bascule\n'],
    ['ts', "import { compile } from 'bascule';\n"],
  ])('%s: %j is left alone unless --force says otherwise', async (emit, content) => {
    const made = project({ 'item.json': ITEM, [`gen/item.bascule.${emit}`]: content });
    const argv = ['compile', 'item.json', '--out', 'gen', '--emit', emit];
    for (const more of [[], ['--check']]) {
      const { code, report } = await made.json([...argv, ...more]);
      expect(code).toBe(2);
      expect(report.findings).toMatchObject([{ code: 'not-ours', file: `gen/item.bascule.${emit}`, address: 'item.json' }]);
      expect(report.findings[0]?.help).toContain('--force');
      expect(made.read(`gen/item.bascule.${emit}`)).toBe(content);
    }
    const forced = await made.json([...argv, '--force']);
    expect([forced.code, statuses(forced.report)]).toEqual([0, [`written gen/item.bascule.${emit}`]]);
  });

  test('a folder where the artifact should be', async () => {
    const made = project({ 'item.json': ITEM });
    mkdirSync(made.path('gen/item.bascule.json'), { recursive: true });
    const { code, report } = await made.json(['compile', 'item.json', '--out', 'gen', '--emit', 'json']);
    expect([code, report.findings[0]?.code]).toEqual([2, 'unwritable']);
  });

  test('a file where the folder should be', async () => {
    const made = project({ 'item.json': ITEM, gen: 'a file' });
    const { code, report } = await made.json(['compile', 'item.json', '--out', 'gen', '--emit', 'json']);
    expect([code, report.findings[0]?.code]).toEqual([2, 'unwritable']);
    expect(report.findings[0]?.message).toMatch(/part of its path is a file/);
  });
});

describe('--check', () => {
  test('is clean after compiling, and writes nothing', async () => {
    const made = project(base);
    await made.run(['compile']);
    const { code, stdout } = await made.run(['compile', '--check']);
    expect([code, flat(stdout)]).toEqual([0, '2 up to date.']);
  });

  test('a checkout with CRLF is up to date', async () => {
    const made = project(base);
    await made.run(['compile']);
    made.write('gen/item.bascule.json', made.read('gen/item.bascule.json').replace(/\n/g, '\r\n'));
    expect((await made.run(['compile', '--check'])).code).toBe(0);
  });

  test('lists what is missing, stale or left over, and why', async () => {
    const made = project(base);
    await made.run(['compile']);
    made.write('item.json', ITEM.replace('"name"', '"title"').replace('["name"]', '["title"]'));
    made.write('gen/gone.bascule.json', made.read('gen/invoice.bascule.json'));
    made.write('gen/mine.bascule.json', '{}');
    made.write('src/late.ts', "export const Late = { type: 'string' };");
    const { code, report } = await made.json(['compile', '--check']);
    expect(code).toBe(1);
    expect(report.artifacts?.map(({ file, status, why }) => [status, file, why?.replace(/[0-9a-f]{8}/g, '#')])).toEqual(
      [
        ['unchanged', 'gen/invoice.bascule.json', undefined],
        ['missing', 'gen/late.bascule.json', 'it was never written'],
        ['stale', 'gen/item.bascule.json', 'the wire schema changed (fingerprint # → #)'],
        ['left-over', 'gen/gone.bascule.json', 'no schema is compiled to it any more; delete it'],
      ].map(([status, file, why]) => [status, file, why]),
    );
    expect(existsSync(made.path('gen/late.bascule.json'))).toBe(false);
    const { stdout } = await made.run(['compile', '--check']);
    expect(flat(stdout)).toMatch(/1 missing, 1 stale, 1 left-over, 1 up to date\. Run "bascule compile" to write them\.$/);
  });

  test('a change that leaves the wire schema alone is told as such', async () => {
    const made = project(base);
    await made.run(['compile']);
    made.write('item.json', ITEM.replace('"minLength":1', '"minLength":2'));
    const { code, report } = await made.json(['compile', '--check']);
    expect(code).toBe(1);
    expect(report.artifacts?.find(({ status }) => status === 'stale')?.why).toMatch(/the wire schema is the same/);
  });

  test('what is left over is looked for where --out says, from wherever', async () => {
    const made = project(base);
    await made.run(['compile', '--out', 'other']);
    made.write('other/gone.bascule.json', made.read('other/invoice.bascule.json'));
    const argv = ['compile', '--check', '--cwd', 'src', '--config', '../bascule.config.json', '--out', '../other'];
    const { code, report } = await made.json(argv);
    expect([code, report.artifacts?.map(({ status }) => status)]).toEqual([1, ['unchanged', 'unchanged', 'left-over']]);
  });

  test('addresses on the command line say nothing about what is left over', async () => {
    const made = project(base);
    await made.run(['compile']);
    expect((await made.run(['compile', 'item.json', '--check', '--emit', 'json'])).code).toBe(0);
  });

  test('a failed load is never clean', async () => {
    const made = project(base);
    await made.run(['compile']);
    made.write('src/invoice.ts', 'throw new Error("x")');
    expect((await made.run(['compile', '--check'])).code).toBe(2);
  });
});

describe('--stdout', () => {
  test('one artifact, as it would be written', async () => {
    const made = project(base);
    const { code, stdout, stderr } = await made.run(['compile', 'item.json', '--stdout', '--emit', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    await made.run(['compile']);
    expect(stdout).toBe(made.read('gen/item.bascule.json'));
  });

  test('several JSON artifacts are one list', async () => {
    const { stdout } = await project(base).run(['compile', '--stdout', '--emit', 'json']);
    expect(JSON.parse(stdout).map((artifact: { name: string }) => artifact.name)).toEqual(['invoice', 'item']);
  });

  test('several TypeScript artifacts are told apart', async () => {
    const { stdout } = await project(base).run(['compile', '--stdout', '--emit', 'ts']);
    expect(stdout).toMatch(/^\/\/ ---- invoice\.bascule\.ts ----\n[\s\S]*\/\/ ---- item\.bascule\.ts ----\n/);
  });

  test('findings go to standard error, so that the output can be piped on', async () => {
    const { code, stdout, stderr } = await project(base).run([
      'compile',
      'item.json',
      'nowhere.json',
      '--stdout',
      '--emit',
      'json',
    ]);
    expect(code).toBe(2);
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stderr).toContain('nowhere.json');
  });

  test('with --format json the artifacts are in the report', async () => {
    const { report } = await project(base).json(['compile', '--stdout', '--emit', 'json']);
    expect(report.artifacts?.map(({ status, content }) => [status, JSON.parse(content ?? '').name])).toEqual([
      ['printed', 'invoice'],
      ['printed', 'item'],
    ]);
  });
});

describe('how a TypeScript artifact imports its schema', () => {
  test.each([
    ['src/invoice.ts', [], '../src/invoice.js'],
    ['src/invoice.ts', ['--import-extension', 'ts'], '../src/invoice.ts'],
    ['src/invoice.ts', ['--import-extension', 'none'], '../src/invoice'],
    ['src/invoice.mts', [], '../src/invoice.mjs'],
    ['src/invoice.js', [], '../src/invoice.js'],
    ['gen/invoice.ts', [], './invoice.js'],
  ])('%s %j: %s', async (file, options, specifier) => {
    const made = project({ [file]: INVOICE });
    const { stdout } = await made.run(['compile', file, '--out', 'gen', '--stdout', ...options]);
    expect(stdout).toMatch(new RegExp(`from ["']${specifier.replace(/\./g, '\\.')}["']`));
  });

  test('a schema inside an exported object cannot be imported by name', async () => {
    const made = project({ 'a.ts': "import { z } from 'zod';\nexport const schemas = { Invoice: z.object({}) };\n" });
    const { code, report } = await made.json(['compile', 'a.ts#schemas.Invoice', '--out', 'gen']);
    expect([code, report.findings[0]?.code]).toEqual([2, 'not-exported']);
    expect((await made.json(['compile', 'a.ts#schemas.Invoice', '--out', 'gen', '--emit', 'json'])).code).toBe(0);
  });
});

test.each([
  [['compile', 'item.json'], /no folder to write artifacts to/, /--out <folder>.*--stdout/],
  [['compile', 'item.json', '--check', '--stdout'], /--check and --stdout do not go together/, /one of them/],
  [['compile', 'item.json', '--watch', '--check'], /--watch and --check/, /one of them/],
  [['compile', 'item.json', '--watch', '--stdout'], /--watch and --stdout/, /one of them/],
])('%j', async (argv, message, help) => {
  const { code, report } = await project({ 'item.json': ITEM }).json(argv);
  expect(code).toBe(2);
  expect(report.findings[0]?.message).toMatch(message);
  expect(report.findings[0]?.help).toMatch(help);
});

test('nothing of a write that fails is left behind', async () => {
  const made = project(base);
  await made.run(['compile']);
  utimesSync(made.path('gen'), new Date(), new Date());
  expect(readdirSync(made.path('gen')).filter((name) => name.includes('tmp'))).toEqual([]);
});
