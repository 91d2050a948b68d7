import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands/index.js';
import { INVOICE, ITEM, project } from './harness.js';

const published = JSON.parse(readFileSync(new URL('../../schemas/report.json', import.meta.url), 'utf8'));
const valid = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(published);

const made = project({
  'src/invoice.ts': INVOICE,
  'item.json': ITEM,
  'refused.json': '{ "type": "object", "properties": { "a": { "$ref": "https://example.com/x" } } }',
  'broken.json': '{',
  'throws.ts': 'throw new Error("not today");',
  'request.ts': `import { defineTool } from 'bascule';
import { z } from 'zod';
export const request = { output: z.object({ a: z.string() }), tools: [defineTool({ name: 'find', description: 'Finds.', input: z.object({ b: z.string() }), run: () => '' })] };`,
  'body.json': JSON.stringify({ model: 'claude-sonnet-5-5', max_tokens: 9, messages: [{ role: 'user', content: 'a' }] }),
  'shared.ts': `import { z } from 'zod';
const Part = z.object({ reasoning: z.string() });
export const A = z.object({ part: Part });
export const B = z.object({ part: Part });
`,
  'open.json': '{ "type": "object", "properties": { "b": { "type": "string" } } }',
  'before.json':
    '{ "type": "object", "properties": { "b": { "type": "number" }, "c": { "type": "null" } }, "additionalProperties": false }',
  'bascule.config.json': JSON.stringify({ schemas: ['src/invoice.ts', 'item.json'], out: 'gen', emit: 'json' }),
});

const table: [argv: string[], exit: number][] = [
  [['compile', '--check'], 1],
  [['compile'], 0],
  [['compile', 'item.json', '--stdout'], 0],
  [['compile', 'refused.json', 'broken.json'], 2],
  [['lint'], 0],
  [['lint', 'refused.json', 'throws.ts'], 2],
  [['lint', '--request', 'body.json'], 0],
  [['lint', 'shared.ts'], 0],
  [['lint', 'open.json', '--fix'], 0],
  [['explain', 'item.json', 'refused.json', 'src'], 1],
  [['explain', 'claude'], 0],
  [['explain', 'reasoning-field'], 0],
  [['explain', '--request', 'request.ts#request'], 0],
  [['diff', 'before.json', 'open.json'], 1],
  [['diff', 'item.json', 'item.json'], 0],
  [['diff', 'item.json', 'broken.json'], 2],
  [['diff', 'item.json', '--against', 'nowhere'], 2],
  [['check'], 0],
  [['check', 'refused.json', 'item.json'], 1],
  [['init', '--dry-run'], 0],
  [['init', 'nowhere.ts'], 2],
  [['serve'], 0],
  [['lint', '--frob'], 2],
  [['frob'], 2],
];

describe('schemas/report.json', () => {
  test.each(table)('describes what %j prints', async (argv, exit) => {
    const { code, report } = await made.json(argv, argv[0] === 'serve' ? { signal: AbortSignal.abort() } : {});
    valid(report);
    expect(valid.errors).toBeNull();
    expect([code, report.exit]).toEqual([exit, exit]);
  });

  test('every command is among them', () => {
    const commands = new Set(table.map(([[name]]) => name));
    expect([...COMMANDS.keys()].filter((name) => !commands.has(name))).toEqual([]);
    expect(Object.keys(published.$defs)).toEqual(expect.arrayContaining([...COMMANDS.keys()]));
  });

  test.each([
    { findings: [{}] },
    { findings: [], command: 'lint', artifacts: [] },
    { findings: [], command: 'compile', artifacts: [{}] },
    { findings: [], exit: 3 },
  ])('refuses %j', (report) => {
    expect(valid({ bascule: '0', command: 'lint', exit: 0, ...report })).toBe(false);
  });
});
