import { describe, expect, test } from 'vitest';
import { flat, INVOICE, ITEM, project } from './harness.js';

interface Broken {
  readonly address: string;
  readonly code: string;
  /** What the message and the help say; both are full sentences. */
  readonly message: RegExp;
  readonly help: RegExp;
  readonly at?: { readonly file?: string | null; readonly line?: number; readonly column?: number };
}

const made = project({
  'good.ts': INVOICE,
  'good.json': ITEM,
  'empty.json': '',
  'blank.json': ' \n ',
  'comma.json': '{\n  "type": "object",\n  "properties": { "a": {}, }\n}\n',
  'comment.json': '{\n  // why\n  "type": "string"\n}\n',
  'unclosed.json': '{ "type": "object"',
  'words.json': 'hello',
  'quotes.json5': "{ type: 'string' }",
  'list.json': '[1, 2]',
  'number.json': '42',
  'data.json': '{ "name": "x", "description": "y" }',
  'openapi.json': JSON.stringify({ openapi: '3.1.0', components: { schemas: { Pet: { type: 'object' } } } }),
  'defs.json': JSON.stringify({ $defs: { Pet: { type: 'object' }, Owner: { type: 'object' } } }),
  'deep.json': '['.repeat(200_000) + ']'.repeat(200_000),
  'binary.json': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]),
  'utf16.json': new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  'nul.json': '{"a":\u0000}',
  'binary.ts': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0x00, 0x01, 0xff]),
  'syntax.ts': 'export const fine = 1;\nexport const broken = {\n  a: 1\n  b: 2,\n};\n',
  'imports-syntax.ts': "import './syntax.js';\nexport const x = 1;\n",
  'throws.ts':
    'interface Settings { key: string }\nfunction read(): Settings {\n  throw new TypeError("KEY is not set");\n}\nexport const settings = read();\n',
  'throws-text.ts': 'throw "just text";\n',
  'throws-nothing.ts': 'throw undefined;\n',
  'rejects.ts': 'await Promise.reject(new Error("no database"));\n',
  'stray.ts':
    'void Promise.reject(new Error("nobody waits"));\nawait new Promise((resolve) => setTimeout(resolve, 200));\nexport const S = { type: "string" };\n',
  'exits.ts': 'process.exit(0);\n',
  'exits-caught.ts': 'try { process.exit(3); } catch {}\nexport const S = { type: "string" };\n',
  'hangs.ts': 'await new Promise(() => {});\nexport const S = { type: "string" };\n',
  'imports-missing.ts': "import { x } from './nowhere.js';\nexport const y = x;\n",
  'imports-package.ts': "import { x } from '@nobody/nothing/deep';\nexport const y = x;\n",
  'nothing.ts': 'const hidden = 1;\nexport {};\n',
  'no-schemas.ts': 'export const compute = () => 1;\nexport class Thing {}\nexport const LIMIT = 5;\n',
  'grouped.ts': "import { z } from 'zod';\nexport const schemas = { Invoice: z.string() };\n",
  'wrong-kinds.ts': `import { z } from 'zod';
export const make = () => z.string();
export class Thing {}
export const nothing = null;
export const list = [z.string()];
export const schemas = { Invoice: z.string() };
export const settings = { name: 'x' };
export const when = new Date();
export const compiled = { wire: {}, lowered: {}, fingerprint: '' };
`,
  'types.d.ts': 'export declare const x: number;',
  'schema.yaml': 'type: object',
  'notes.txt': 'type: object',
  Makefile: 'all:',
  'no-schemas/package.json': '{ "name": "x" }',
  'no-schemas/readme.md': 'text',
  'only-data/data.json': '{ "name": "x" }',
  'only-data/run.ts': 'export const run = () => 1;',
});

const table: Broken[] = [
  {
    address: 'nowhere.ts',
    code: 'not-found',
    message: /no file or folder "nowhere.ts" in \S+, and no package/,
    help: /working folder.*--cwd/,
  },
  { address: 'goood.ts', code: 'not-found', message: /"goood.ts"/, help: /Did you mean "good.ts"\?/ },
  {
    address: './no/where/x.ts',
    code: 'not-found',
    message: /no file or folder \S+x\.ts/,
    help: /The folder \S+ does not exist either/,
  },
  { address: 'good', code: 'not-found', message: /"good"/, help: /Did you mean "good\./ },
  { address: 'nobody/nothing#X', code: 'not-found', message: /"nobody\/nothing"/, help: /--cwd/ },
  { address: 'none/**/*.ts', code: 'no-match', message: /No file matches "none\/\*\*\/\*\.ts"/, help: /quotes/ },
  {
    address: 'no-schemas',
    code: 'no-match',
    message: /folder no-schemas has no TypeScript, JavaScript or JSON file/,
    help: /Name the folder/,
  },
  {
    address: 'only-data',
    code: 'no-schema',
    message: /None of the 2 files that "only-data" stands for holds a schema/,
    help: /must export/,
  },
  {
    address: 'empty.json',
    code: 'json-syntax',
    message: /empty\.json is empty/,
    help: /must hold a JSON Schema/,
    at: { line: 1, column: 1 },
  },
  { address: 'blank.json', code: 'json-syntax', message: /blank\.json is empty/, help: /JSON Schema/ },
  {
    address: 'comma.json',
    code: 'json-syntax',
    message: /comma\.json is not valid JSON at line 3, column 28/,
    help: /trailing comma, or name the file \.jsonc/,
    at: { line: 3, column: 28 },
  },
  {
    address: 'comment.json',
    code: 'json-syntax',
    message: /line 2, column 3: a comment, which plain JSON does not allow/,
    help: /\.jsonc/,
    at: { line: 2, column: 3 },
  },
  { address: 'unclosed.json', code: 'json-syntax', message: /closing brace/, help: /Mend/, at: { line: 1 } },
  {
    address: 'words.json',
    code: 'json-syntax',
    message: /a word that JSON does not have/,
    help: /Mend/,
    at: { line: 1, column: 1 },
  },
  {
    address: 'quotes.json5',
    code: 'json-syntax',
    message: /quotes\.json5 is not valid JSON/,
    help: /Of JSON5, only comments and trailing commas/,
  },
  {
    address: 'list.json',
    code: 'not-a-schema',
    message: /list\.json holds a list, not a JSON Schema/,
    help: /A JSON Schema is an object/,
  },
  { address: 'number.json', code: 'not-a-schema', message: /holds a number/, help: /object/ },
  { address: 'data.json', code: 'not-a-schema', message: /without a single keyword/, help: /such as \{ "type"/ },
  {
    address: 'openapi.json',
    code: 'not-a-schema',
    message: /without a single keyword/,
    help: /address one, such as openapi\.json#\/components\/schemas\/Pet/,
  },
  {
    address: 'defs.json',
    code: 'not-a-schema',
    message: /holds only definitions, and nothing that would refer to them/,
    help: /defs\.json#\/\$defs\/Pet/,
  },
  { address: 'deep.json', code: 'not-a-schema', message: /holds a list/, help: /object/ },
  { address: 'binary.json', code: 'not-text', message: /binary\.json is not UTF-8 text/, help: /UTF-8/ },
  { address: 'utf16.json', code: 'not-text', message: /is UTF-16/, help: /Save it as UTF-8/ },
  { address: 'nul.json', code: 'not-text', message: /NUL bytes/, help: /JSON/ },
  {
    address: 'good.json#/properties/nme',
    code: 'bad-pointer',
    message: /nothing at \/properties\/nme: \/properties has no "nme" \(there are name\)/,
    help: /Did you mean "name"\?/,
  },
  { address: 'good.json#/nope', code: 'bad-pointer', message: /the root has no "nope"/, help: /pointer/ },
  { address: 'good.json#/required/0/x', code: 'bad-pointer', message: /nothing is below that/, help: /pointer/ },
  {
    address: 'good.json#/required',
    code: 'not-a-schema',
    message: /good\.json#\/required holds a list/,
    help: /object/,
    at: { line: 1 },
  },
  {
    address: 'defs.json#Pet',
    code: 'bad-pointer',
    message: /"#Pet" is not a JSON Pointer/,
    help: /Did you mean defs\.json#\/\$defs\/Pet\?/,
  },
  { address: 'good.json#Pet', code: 'bad-pointer', message: /"#Pet"/, help: /Start it with a slash/ },
  { address: 'binary.ts', code: 'module-syntax', message: /binary\.ts has a syntax error/, help: /Mend/ },
  {
    address: 'syntax.ts',
    code: 'module-syntax',
    message: /syntax\.ts has a syntax error at line 4, column 3/,
    help: /Nothing of the module was run/,
    at: { file: 'syntax.ts', line: 4, column: 3 },
  },
  {
    address: 'imports-syntax.ts',
    code: 'module-syntax',
    message: /syntax\.ts has a syntax error at line 4/,
    help: /imports-syntax\.ts imports it/,
    at: { file: 'syntax.ts', line: 4 },
  },
  {
    address: 'throws.ts',
    code: 'module-threw',
    message: /throws\.ts threw while it was loading \(throws\.ts:3\): TypeError: KEY is not set/,
    help: /Run the module by itself/,
    at: { file: 'throws.ts', line: 3 },
  },
  { address: 'throws-text.ts', code: 'module-threw', message: /just text/, help: /Run the module/ },
  {
    address: 'throws-nothing.ts',
    code: 'module-threw',
    message: /threw while it was loading: undefined/,
    help: /Run the module/,
  },
  { address: 'rejects.ts', code: 'module-threw', message: /no database/, help: /Run the module/ },
  {
    address: 'exits.ts',
    code: 'module-exit',
    message: /would have ended while exits\.ts was loading: process\.exit\(0\) was called\.$/,
    help: /only declares/,
  },
  { address: 'exits-caught.ts', code: 'module-exit', message: /process\.exit\(3\)/, help: /only declares/ },
  { address: 'hangs.ts', code: 'module-timeout', message: /hangs\.ts did not finish loading within 0\.4 s/, help: /--timeout/ },
  {
    address: 'imports-missing.ts',
    code: 'module-import',
    message: /imports-missing\.ts imports "\.\/nowhere\.js", which cannot be found/,
    help: /Check the path/,
  },
  {
    address: 'imports-package.ts',
    code: 'module-import',
    message: /imports "@nobody\/nothing\/deep"/,
    help: /npm install @nobody\/nothing"/,
  },
  {
    address: 'nothing.ts',
    code: 'no-schema',
    message: /nothing\.ts exports no schema/,
    help: /It exports nothing\. Put "export"/,
  },
  {
    address: 'no-schemas.ts',
    code: 'no-schema',
    message: /no-schemas\.ts exports no schema/,
    help: /LIMIT \(a number\), Thing \(a class\) and compute \(a function\)/,
  },
  { address: 'grouped.ts', code: 'no-schema', message: /grouped\.ts exports no schema/, help: /grouped\.ts#schemas\.Invoice/ },
  {
    address: 'good.ts#Invoce',
    code: 'no-export',
    message: /good\.ts has no export "Invoce"/,
    help: /Did you mean "Invoice"\? It exports Invoice \(a schema\)\./,
  },
  {
    address: 'good.ts#/properties/a',
    code: 'no-export',
    message: /is a JSON Pointer, but good\.ts is a module/,
    help: /It exports Invoice/,
  },
  {
    address: 'wrong-kinds.ts#make',
    code: 'not-a-schema',
    message: /#make is a function, not a schema/,
    help: /Export the schema it makes/,
  },
  { address: 'wrong-kinds.ts#Thing', code: 'not-a-schema', message: /a class/, help: /Export/ },
  { address: 'wrong-kinds.ts#nothing', code: 'not-a-schema', message: /null/, help: /Zod/ },
  { address: 'wrong-kinds.ts#list', code: 'not-a-schema', message: /a list/, help: /Zod/ },
  {
    address: 'wrong-kinds.ts#schemas',
    code: 'not-a-schema',
    message: /a plain object/,
    help: /wrong-kinds\.ts#schemas\.Invoice/,
  },
  { address: 'wrong-kinds.ts#settings', code: 'not-a-schema', message: /a plain object/, help: /Zod/ },
  { address: 'wrong-kinds.ts#when', code: 'not-a-schema', message: /an instance of Date/, help: /Zod/ },
  {
    address: 'wrong-kinds.ts#compiled',
    code: 'not-a-schema',
    message: /an already compiled schema/,
    help: /Export the schema it was compiled from/,
  },
  { address: 'types.d.ts', code: 'unknown-kind', message: /only declares types/, help: /module that exports/ },
  { address: 'schema.yaml', code: 'unknown-kind', message: /YAML/, help: /Save it as JSON/ },
  {
    address: 'notes.txt',
    code: 'unknown-kind',
    message: /neither a TypeScript or JavaScript module nor JSON/,
    help: /\.ts, .*\.json/,
  },
  { address: 'Makefile', code: 'unknown-kind', message: /no extension/, help: /end in/ },
];

describe.each(['explain', 'compile'])('%s: what cannot be loaded', (command) => {
  const rest = command === 'compile' ? ['--stdout'] : [];

  test.each(table)('$address', async ({ address, code, message, help, at }) => {
    const ran = await made.json([command, address, ...(code === 'module-timeout' ? ['--timeout', '0.4'] : []), ...rest]);
    expect(ran.code).toBe(2);
    expect(ran.report.exit).toBe(2);
    expect(ran.report.findings).toHaveLength(1);
    const [finding] = ran.report.findings;
    expect(finding).toMatchObject({ code, rule: code, severity: 'error', address, ...at });
    expect(finding?.message).toMatch(message);
    expect(finding?.help).toMatch(help);
    for (const sentence of [finding?.message, finding?.help]) expect(sentence).toMatch(/^["A-Z./`a-z].*[.?)`}]$/s);
  });
});

test.each(table.slice(0, 12))(
  '$address is told to people with place, reason and remedy',
  async ({ address, code, message, help }) => {
    const { code: exit, stdout } = await made.run(['explain', address]);
    expect(exit).toBe(2);
    const text = flat(stdout);
    expect(text).toMatch(new RegExp(`^error ${code} `));
    expect(text).toMatch(message);
    expect(text).toMatch(help);
    expect(text).toMatch(/1 error\.$/);
  },
);

test('a syntax error is shown in its lines', async () => {
  const { stdout } = await made.run(['explain', 'syntax.ts']);
  expect(stdout).toContain('  > 4 |   b: 2,\n      |   ^\n');
});

test('one that fails does not keep the others from being compiled, and the result is not clean', async () => {
  const { code, report } = await made.json(['explain', 'throws.ts', 'good.ts', 'nowhere.json', 'good.json']);
  expect(code).toBe(2);
  expect(report.schemas?.map((schema) => schema.address)).toEqual(['good.ts#Invoice', 'good.json']);
  expect(report.findings.map((finding) => finding.code)).toEqual(['module-threw', 'not-found']);
});

test('two addresses of one module that fails are told alike, and it is loaded once', async () => {
  const { report } = await made.json(['explain', 'hangs.ts#A', 'hangs.ts#B', '--timeout', '0.3']);
  expect(report.findings.map((finding) => [finding.code, finding.address])).toEqual([
    ['module-timeout', 'hangs.ts#A'],
    ['module-timeout', 'hangs.ts#B'],
  ]);
});

test('a folder names each file of it that cannot be loaded', async () => {
  const folder = project({ 'src/a.ts': INVOICE, 'src/b.ts': 'throw new Error("b")', 'src/c.json': '{' });
  const { code, report } = await folder.json(['explain', 'src']);
  expect(code).toBe(2);
  expect(report.schemas).toHaveLength(1);
  expect(report.findings.map((finding) => [finding.file, finding.code])).toEqual([
    ['src/b.ts', 'module-threw'],
    ['src/c.json', 'json-syntax'],
  ]);
});

test('a schema that cannot be compiled is a finding, not a failure: exit 1', async () => {
  const bad = project({
    'bad.json': '{\n  "type": "object",\n  "properties": {\n    "a": { "$ref": "https://example.com/x" }\n  }\n}\n',
  });
  const { code, report } = await bad.json(['explain', 'bad.json']);
  expect(code).toBe(1);
  expect(report.findings).toMatchObject([
    { file: 'bad.json', line: 4, severity: 'error', code: 'external-ref', address: 'bad.json' },
  ]);
  const { stdout } = await bad.run(['explain', 'bad.json']);
  expect(flat(stdout)).toMatch(/^bad\.json cannot be compiled error external-ref bad\.json:4:\d+ /);
});

test('for a module, the line where it is written, or null where code alone knows', async () => {
  const bad = project({
    'bad.ts': "export const Bad = { type: 'object', properties: { a: { $ref: 'https://example.com/x' } } };\n",
  });
  const { code, report } = await bad.json(['explain', 'bad.ts']);
  expect(code).toBe(1);
  expect(report.findings).toMatchObject([{ file: 'bad.ts', line: 1, column: 57, address: 'bad.ts#Bad' }]);
  bad.write(
    'made.cjs',
    "for (const name of ['Bad']) exports[name] = { type: 'object', properties: { a: { $ref: 'https://example.com/x' } } };\n",
  );
  const { report: made } = await bad.json(['explain', 'made.cjs']);
  expect(made.findings).toMatchObject([{ file: 'made.cjs', line: null, column: null, address: 'made.cjs#Bad' }]);
});

test('what a module prints while loading does not mix with the report', async () => {
  const noisy = project({ 'noisy.ts': `process.stdout.write('loading');\n${INVOICE}` });
  const { stdout, stderr } = await noisy.run(['explain', 'noisy.ts', '--format', 'json']);
  expect(() => JSON.parse(stdout)).not.toThrow();
  expect(stderr).toBe('loading');
});

test('an empty standard input', async () => {
  const { code, report } = await made.json(['explain', '-'], { stdin: '' });
  expect([code, report.findings[0]?.message]).toEqual([2, 'standard input is empty.']);
});
