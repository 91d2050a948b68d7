import { describe, expect, test } from 'vitest';
import { width } from '../../cli/report/text.js';
import { toArtifact } from '../../src/emit/artifact.js';
import { claude, compile } from '../../src/index.js';
import { flat, INVOICE, ITEM, project } from './harness.js';

const made = project({
  'src/invoice.ts': INVOICE,
  'item.json': ITEM,
  'bad.json': '{\n  "properties": { "a": { "$ref": "https://example.com/x" } }\n}',
  claude: 'a file that is called like the target',
});
const item = compile(JSON.parse(ITEM));

describe('a schema', () => {
  test('every keyword with its fate, the spend against the limits, the fingerprint', async () => {
    const { code, stdout, stderr } = await made.run(['explain', 'src/invoice.ts#Invoice']);
    expect([code, stderr]).toEqual([0, '']);
    const text = flat(stdout);
    expect(text).toMatch(
      /^src\/invoice\.ts#Invoice zod → claude \(output\) source keyword fate on the wire \(root\) type sent object/,
    );
    expect(text).toMatch(/\/properties\/total type sent number minimum checked hint: At least 0\./);
    expect(text).toMatch(/\/properties\/tags type encoded array of object \(entries\)/);
    expect(text).toMatch(/\d+ sent, \d+ encoded, \d+ checked/);
    expect(text).toMatch(/optional properties 0 of 24, better at most 10 unions 0 of 16/);
    expect(text).toMatch(/fingerprint [0-9a-f]{64}$/);
  });

  test.each([60, 80, 200])('fits a terminal of %i columns', async (columns) => {
    const { stdout } = await made.run(['explain', 'src/invoice.ts', 'bad.json'], { columns });
    const lines = stdout.split('\n').filter((line) => !line.includes('fingerprint'));
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns);
  });

  test('--mode and --openness are those of the compiler', async () => {
    const { report } = await made.json(['explain', 'item.json', '--mode', 'tool', '--openness', 'keep']);
    expect(report.schemas?.[0]).toMatchObject({
      mode: 'tool',
      wire: compile(JSON.parse(ITEM), { mode: 'tool', openness: 'keep' }).wire,
    });
  });

  test('--wire prints the wire schema and nothing else', async () => {
    const { code, stdout, stderr } = await made.run(['explain', 'item.json', '--wire']);
    expect([code, stderr, stdout]).toEqual([0, '', `${JSON.stringify(item.wire, null, 2)}\n`]);
  });

  test('--decoder prints the way back', async () => {
    const { stdout } = await made.run(['explain', 'item.json', '--decoder']);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(toArtifact(item, { name: 'item' }).decoder)));
  });

  test('properties that share a list say which', async () => {
    const pinned = { type: 'string', title: 'T', minLength: 2, 'x-bascule': { encode: 'entries' } };
    const shared = project({ 's.json': JSON.stringify({ type: 'object', properties: { a: pinned, b: pinned, more: {} } }) });
    const { code, stdout } = await shared.run(['explain', 's.json']);
    const text = flat(stdout);
    expect(code).toBe(0);
    expect(text).toMatch(/\/properties\/a type sent string, an entry of `more_2` title encoded/);
    expect(text).toMatch(/\/properties\/b type sent string, an entry of `more_2`/);
    expect(text).toContain('among the words about the list that it shares');
    expect(text).toMatch(/minLength checked hint: At least 2 characters\./);
  });

  test('of several schemas, each under its address', async () => {
    const { stdout } = await made.run(['explain', 'item.json', 'src/invoice.ts', '--wire']);
    expect(Object.keys(JSON.parse(stdout))).toEqual(['item.json', 'src/invoice.ts#Invoice']);
  });

  test('findings go to standard error beside raw output', async () => {
    const { code, stdout, stderr } = await made.run(['explain', 'item.json', 'bad.json', '--wire']);
    expect(code).toBe(1);
    expect(Object.keys(JSON.parse(stdout))).toEqual(['item.json']);
    expect(stderr).toContain('external-ref');
    const alone = await made.run(['explain', 'bad.json', '--wire']);
    expect([alone.code, alone.stdout]).toEqual([1, '']);
  });

  test('JSON: everything in one document', async () => {
    const { report } = await made.json(['explain', 'item.json']);
    const { wire, decoder, ledger, spend, fingerprint } = toArtifact(item, { name: 'item' });
    expect(report).toEqual({
      bascule: expect.stringMatching(/^\d+\.\d+\.\d+/),
      command: 'explain',
      exit: 0,
      findings: [],
      schemas: [
        JSON.parse(
          JSON.stringify({
            address: 'item.json',
            name: 'item',
            compiled: true,
            dialect: 'json-schema',
            target: { name: claude.name, date: claude.date },
            mode: 'output',
            fingerprint,
            spend,
            ledger,
            wire,
            decoder,
          }),
        ),
      ],
    });
  });

  test('JSON of one that cannot be compiled', async () => {
    const { code, report } = await made.json(['explain', 'bad.json']);
    expect(code).toBe(1);
    expect(report.schemas).toEqual([{ address: 'bad.json', name: 'bad', compiled: false }]);
    expect(report.findings).toMatchObject([{ code: 'external-ref', line: 2 }]);
  });

  test('text of a schema cannot steer the terminal', async () => {
    const evil = project({
      'evil.json': JSON.stringify({ type: 'object', properties: { '\u001B[31mred\u202E': { type: 'string', minLength: 1 } } }),
    });
    const { stdout } = await evil.run(['explain', 'evil.json']);
    expect(stdout).not.toMatch(/[\u001B\u202E]/);
    expect(flat(stdout)).toMatch(/\\u001b/);
  });
});

describe('a target', () => {
  const plain = project({});

  test('its rules, each with evidence and source', async () => {
    const { code, stdout } = await plain.run(['explain', 'claude'], { columns: 120 });
    expect(code).toBe(0);
    const text = flat(stdout);
    expect(text).toMatch(new RegExp(`^claude as known on ${claude.date} rule value evidence source`));
    expect(text).toMatch(/limits\.optional 24 documented/);
    expect(text).toMatch(/root\.tool object observed/);
    expect(text).toMatch(/keywords\.number none documented/);
    expect(claude.models).toBeDefined();
    for (const [list, { evidence }] of Object.entries(claude.models ?? {}))
      expect(text).toMatch(new RegExp(`models\\.${list} claude-\\S+, .*?${evidence}`));
  });

  test('JSON: the profile', async () => {
    const { report } = await plain.json(['explain', 'claude']);
    expect((report as unknown as { target: unknown }).target).toEqual(JSON.parse(JSON.stringify(claude)));
  });

  test('a file of that name goes first', async () => {
    const { code, report } = await made.json(['explain', 'claude']);
    expect([code, report.findings[0]?.code]).toEqual([2, 'unknown-kind']);
  });

  test('has no wire schema', async () => {
    const { code, stderr } = await plain.run(['explain', 'claude', '--wire']);
    expect([code, flat(stderr)]).toEqual([
      2,
      'error usage "claude" is a target, and has no wire schema. Name a schema, or leave --wire out.',
    ]);
  });

  test('--wire and --decoder at once', async () => {
    expect((await plain.run(['explain', 'x.json', '--wire', '--decoder'])).code).toBe(2);
  });
});
