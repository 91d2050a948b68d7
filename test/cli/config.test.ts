import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { type Config, defineConfig, type SchemaEntry } from '../../src/config.js';
import { flat, INVOICE, ITEM, type Project, project } from './harness.js';

const schema = JSON.parse(readFileSync(new URL('../../schemas/config.json', import.meta.url), 'utf8'));

const base = { 'src/invoice.ts': INVOICE, 'item.json': ITEM };
const statuses = (report: { artifacts?: readonly { file: string; status: string }[] }) =>
  report.artifacts?.map(({ file, status }) => `${file} ${status}`);

describe('where a configuration is found', () => {
  const contents: Record<string, string> = {
    'bascule.config.json':
      '{ "$schema": "./node_modules/bascule/schemas/config.json", "schemas": ["item.json"], "out": "gen", "emit": "json" }',
    'bascule.config.ts':
      "import type { Config } from 'bascule';\nconst config: Config = { schemas: ['item.json'], out: 'gen', emit: 'json' };\nexport default config;\n",
    'bascule.config.mts': "export default { schemas: ['item.json'], out: 'gen', emit: 'json' } as const;\n",
    'bascule.config.js': "export default { schemas: ['item.json'], out: 'gen', emit: 'json' };\n",
    'bascule.config.mjs': "export default { schemas: ['item.json'], out: 'gen', emit: 'json' };\n",
  };
  test.each(Object.entries(contents))('%s', async (name, content) => {
    const made = project({ ...base, [name]: content });
    const { code, report } = await made.json(['compile']);
    expect(report.findings).toEqual([]);
    expect(statuses(report)).toEqual(['gen/item.bascule.json written']);
    expect(code).toBe(0);
  });

  test('--config names another, and paths in it are relative to it', async () => {
    const made = project({
      ...base,
      'settings/mine.jsonc': '{ // comments are fine here\n "schemas": ["../item.json"], "out": "gen", "emit": "json" }',
    });
    const { report } = await made.json(['compile', '--config', 'settings/mine.jsonc']);
    expect(statuses(report)).toEqual(['settings/gen/item.bascule.json written']);
  });

  test('defineConfig is found without an installed bascule', async () => {
    const made = project({
      ...base,
      'bascule.config.ts':
        "import { defineConfig } from 'bascule';\nexport default defineConfig({ schemas: ['item.json'], out: 'gen', emit: 'json' });\n",
    });
    const { code, report } = await made.json(['compile']);
    expect([report.findings, code]).toEqual([[], 0]);
  });

  test('addresses on the command line go before those of the configuration', async () => {
    const made = project({ ...base, 'bascule.config.json': '{ "schemas": ["nowhere.json"], "out": "gen", "emit": "json" }' });
    expect(statuses((await made.json(['compile', 'item.json'])).report)).toEqual(['gen/item.bascule.json written']);
  });
});

describe('what a configuration says', () => {
  const spend = (report: { schemas?: readonly Record<string, unknown>[] }) =>
    report.schemas?.map(({ name, mode }) => `${name} ${mode}`);

  test('settings hold for all schemas, an entry has its own, the command line has the last word', async () => {
    const made = project({
      ...base,
      'bascule.config.json': JSON.stringify({
        mode: 'tool',
        schemas: ['src/*.ts', { address: 'item.json', name: 'thing', mode: 'output' }],
      }),
    });
    expect(spend((await made.json(['explain'])).report)).toEqual(['invoice tool', 'thing output']);
    expect(spend((await made.json(['explain', '--mode', 'output'])).report)).toEqual(['invoice output', 'thing output']);
  });

  test('an entry with settings goes before a pattern that covers the same schema', async () => {
    const made = project({
      ...base,
      'bascule.config.json': JSON.stringify({ schemas: ['src', { address: 'src/invoice.ts#Invoice', mode: 'tool' }] }),
    });
    expect(spend((await made.json(['explain'])).report)).toEqual(['invoice tool']);
  });

  test('openness, recursion and encodings reach the compiler', async () => {
    const open = JSON.stringify({ type: 'object', properties: { a: { type: 'string' } } });
    const ledgerOf = async (config: Config) => {
      const made = project({ 'open.json': open, 'bascule.config.json': JSON.stringify(config) });
      const { report } = await made.json(['explain']);
      return JSON.stringify(report.schemas?.[0]?.ledger);
    };
    expect(await ledgerOf({ schemas: ['open.json'] })).toContain('narrowed');
    expect(await ledgerOf({ schemas: ['open.json'], openness: 'keep' })).not.toContain('narrowed');
  });
});

interface Bad {
  readonly name: string;
  readonly files: Record<string, string>;
  readonly argv?: string[];
  readonly message: RegExp;
  readonly help: RegExp;
  readonly line?: number;
}

const json = (config: unknown) => ({ 'bascule.config.json': typeof config === 'string' ? config : JSON.stringify(config) });

const bad: Bad[] = [
  {
    name: 'a file that --config names is not there',
    files: {},
    argv: ['--config', 'nope.ts'],
    message: /no configuration file \S+nope\.ts, which --config names/,
    help: /Check the path/,
  },
  {
    name: '--config names a folder',
    files: { 'conf/x.json': '{}' },
    argv: ['--config', 'conf'],
    message: /conf is neither/,
    help: /end in/,
  },
  {
    name: '--config names no JSON and no module',
    files: { 'conf.yaml': 'a: 1' },
    argv: ['--config', 'conf.yaml'],
    message: /YAML/,
    help: /JSON/,
  },
  {
    name: 'two of them',
    files: { ...json({}), 'bascule.config.ts': '' },
    message: /2 configuration files: bascule\.config\.ts, bascule\.config\.json/,
    help: /Keep one/,
  },
  {
    name: 'broken JSON',
    files: json('{ "out": }'),
    message: /bascule\.config\.json is not valid JSON at line 1/,
    help: /Mend/,
    line: 1,
  },
  {
    name: 'a broken module',
    files: { 'bascule.config.ts': 'export default {' },
    message: /bascule\.config\.ts has a syntax error/,
    help: /Mend/,
    line: 1,
  },
  {
    name: 'a module that throws',
    files: { 'bascule.config.ts': 'throw new Error("no luck")' },
    message: /threw while it was loading.*no luck/,
    help: /Run the module/,
  },
  {
    name: 'a module that ends the process',
    files: { 'bascule.config.ts': 'process.exit(0)' },
    message: /process\.exit\(0\)/,
    help: /only declares/,
  },
  {
    name: 'a module without default export',
    files: { 'bascule.config.ts': 'export const config = {}' },
    message: /has no default export/,
    help: /export default defineConfig/,
  },
  {
    name: 'a default export of another kind',
    files: { 'bascule.config.ts': 'export default () => ({})' },
    message: /exports a function by default/,
    help: /export default defineConfig/,
  },
  { name: 'a list', files: json([]), message: /The setting \(root\) is not right: it is a list/, help: /It must be an object/ },
  {
    name: 'an unknown setting',
    files: json('{\n  "schema": ["a.json"]\n}'),
    message: /The setting "schema" is not right: there is no such setting/,
    help: /Did you mean "schemas"\? The settings are schemas, out/,
    line: 2,
  },
  {
    name: 'an unknown setting of an entry',
    files: json({ schemas: [{ address: 'x', mod: 'tool' }] }),
    message: /"schemas\[0\]\.mod"/,
    help: /Did you mean "mode"/,
  },
  {
    name: 'an entry without address',
    files: json({ schemas: [{ name: 'x' }] }),
    message: /"schemas\[0\]" is not right: "address" is missing/,
    help: /file\.ts#Export/,
  },
  {
    name: 'an entry that is a number',
    files: json({ schemas: [5] }),
    message: /"schemas\[0\]" is not right: it is 5/,
    help: /a text, or an object/,
  },
  {
    name: 'schemas that are no list',
    files: json({ schemas: 'a.json' }),
    message: /"schemas" is not right: it is "a\.json"/,
    help: /It must be a list/,
  },
  { name: 'an empty address', files: json({ schemas: [''] }), message: /it is empty/, help: /leave it out/ },
  {
    name: 'a name that is a path',
    files: json({ schemas: [{ address: 'x', name: '../x' }] }),
    message: /"schemas\[0\]\.name"/,
    help: /file name/,
  },
  {
    name: 'an unknown mode',
    files: json({ mode: 'outptu' }),
    message: /"mode" is not right: it is "outptu"/,
    help: /Did you mean "output"\? Use "output" or "tool"/,
  },
  { name: 'an unknown emission', files: json({ emit: 'js' }), message: /"emit"/, help: /"ts" or "json"/ },
  {
    name: 'an unknown recursion',
    files: json({ recursion: { unrol: 2 } }),
    message: /"recursion" is not right: "unroll" is missing/,
    help: /levels/,
  },
  {
    name: 'a recursion of another kind',
    files: json({ recursion: 3 }),
    message: /"recursion" is not right: it is 3/,
    help: /"table" or "refuse", or an object/,
  },
  {
    name: 'an unknown encoding',
    files: json({ schemas: [{ address: 'x', encode: { '/a': 'lst' } }] }),
    message: /"schemas\[0\]\.encode\.\/a"/,
    help: /Did you mean "list"/,
  },
  { name: 'a timeout of nothing', files: json({ timeout: 0 }), message: /"timeout" is not right: it is 0/, help: /above 0/ },
  {
    name: 'an unknown target',
    files: json({ target: 'claud', schemas: ['x.json'] }),
    message: /no target named "claud"/,
    help: /Did you mean "claude"\?/,
  },
  {
    name: 'an incomplete target profile',
    files: { 'bascule.config.ts': "export default { target: { name: 'mine' }, schemas: ['x.json'] }" },
    message: /target profile is not complete/,
    help: /copy of the profile/,
  },
  {
    name: 'an override of no files',
    files: json({ overrides: [{ files: [] }], schemas: ['x.json'] }),
    message: /"overrides\[0\]\.files" is not right: it is empty/,
    help: /Globs or folders, relative to the configuration/,
  },
  {
    name: 'an override whose glob matches nothing',
    files: { ...json('{\n  "overrides": [{ "files": ["old/**"] }],\n  "schemas": ["x.json"]\n}'), 'x.json': ITEM },
    message: /"overrides\[0\]\.files\[0\]" is not right: no file matches "old\/\*\*" in \S+/,
    help: /relative to the configuration; leave it out/,
    line: 2,
  },
  {
    name: 'an override with an unknown target',
    files: { ...json({ overrides: [{ files: ['x.json'], target: 'claud' }], schemas: ['x.json'] }), 'x.json': ITEM },
    message: /no target named "claud"/,
    help: /Did you mean "claude"\?/,
  },
  {
    name: 'no schemas at all',
    files: json({ out: 'gen' }),
    message: /No schema is named, and the configuration lists none/,
    help: /list some in "schemas"/,
  },
];

describe('a configuration that is wrong', () => {
  test.each(bad)('$name', async ({ files, argv = [], message, help, line }) => {
    const made = project(files);
    const { code, report } = await made.json(['explain', ...argv]);
    expect(code).toBe(2);
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]?.message).toMatch(message);
    expect(report.findings[0]?.help).toMatch(help);
    if (line !== undefined) expect(report.findings[0]?.line).toBe(line);
  });

  test.each(bad.slice(0, 12))('$name: to people on standard error', async ({ files, argv = [], message }) => {
    const { code, stdout, stderr } = await project(files).run(['explain', ...argv]);
    expect([code, stdout]).toEqual([2, '']);
    expect(flat(stderr)).toMatch(message);
  });

  test('neither configuration nor address', async () => {
    const { code, stderr } = await project({}).run(['compile', '--out', 'gen']);
    expect(code).toBe(2);
    expect(flat(stderr)).toBe(
      'error usage No schema is named, and there is no configuration that would name one. Name one, such as src/invoice.ts#Invoice, or write a bascule.config.ts with { schemas: ["src/schemas"], out: "src/generated" }.',
    );
  });
});

describe('schemas/config.json', () => {
  const validate = new Ajv.default({ strict: true, allErrors: true }).compile(schema);
  const problemsOf = async (config: unknown, made: Project = project({})) => {
    made.write('bascule.config.json', JSON.stringify(config));
    const { report } = await made.json(['explain']);
    return report.findings.filter((finding) => finding.code === 'config').length > 0;
  };

  test.each([
    {},
    {
      schemas: ['a', { address: 'b', name: 'c-1', mode: 'tool', encode: { '/a': 'list' } }],
      out: 'x',
      emit: 'ts',
      importExtension: 'none',
    },
    { target: 'claude', openness: 'keep', recursion: { unroll: 2 }, tighten: false, maxDepth: 3, timeout: 0.5 },
    { recursion: 'refuse' },
    { overrides: [{ files: ['*.json'], rules: { undescribed: 'off' }, target: 'claude' }] },
    { overrides: [{ files: [] }] },
    { overrides: [{ rules: {} }] },
    { overrides: [{ files: ['*.json'], rules: { undescribed: 'loud' } }] },
    { overrides: [{ files: ['*.json'], mode: 'tool' }] },
    { recursion: 'no' },
    { maxDepth: 0 },
    { maxDepth: 1.5 },
    { tighten: 'yes' },
    { out: '' },
    { extra: 1 },
    { schemas: [{ address: 'x', out: 'y' }] },
    { recursion: { unroll: -1 } },
    { recursion: { unroll: 1, more: 1 } },
  ])('says of %j what the command line says', async (config) => {
    expect(await problemsOf(config)).toBe(!validate(config));
  });

  test('has the settings that the type has', () => {
    const keys: Record<keyof Config, true> = {
      $schema: true,
      schemas: true,
      out: true,
      emit: true,
      importExtension: true,
      timeout: true,
      rules: true,
      overrides: true,
      check: true,
      target: true,
      mode: true,
      openness: true,
      recursion: true,
      tighten: true,
      maxDepth: true,
    };
    const entry: Record<keyof SchemaEntry, true> = {
      address: true,
      name: true,
      encode: true,
      target: true,
      mode: true,
      openness: true,
      recursion: true,
      tighten: true,
      maxDepth: true,
    };
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(keys).sort());
    expect(Object.keys(schema.properties.schemas.items.anyOf[1].properties).sort()).toEqual(Object.keys(entry).sort());
  });

  test('defineConfig returns what it is given', () => {
    const config = { schemas: ['a.ts'], out: 'gen' };
    expect(defineConfig(config)).toBe(config);
    expectTypeOf(defineConfig).parameter(0).toEqualTypeOf<Config>();
    // @ts-expect-error there is no such mode
    defineConfig({ mode: 'input' });
  });
});
