import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { ITEM, project } from './harness.js';

/** The schema of SARIF 2.1.0 as its authors publish it; draft-04, of which it uses nothing that later drafts read otherwise. */
const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const valid = ajv.compile(schema);

interface Located {
  readonly level: string;
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn?: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

const CARD =
  '{\n  "type": "object",\n  "properties": { "cot": { "type": "string" }, "日本": { "$ref": "https://example.com/x" } }\n}';
const made = project({
  'item.json': ITEM,
  'card.json': CARD,
  'src/naïve 日本/a b#c%.json': CARD,
  'back\\slash.json': CARD,
  'broken.json': '{',
  'throws.ts': 'throw new Error("not today");',
  'bascule.config.json': JSON.stringify({ schemas: ['card.json', 'item.json', 'broken.json'], out: 'gen', emit: 'json' }),
});

describe('the SARIF of every command is valid, and has what code scanning asks for', () => {
  test.each<[argv: string[], code: number]>([
    [['lint', 'item.json'], 0],
    [['lint', 'card.json', 'src/naïve 日本/a b#c%.json', 'back\\slash.json'], 1],
    [['lint', 'card.json', 'broken.json', 'throws.ts', 'nowhere.ts'], 2],
    [['lint', '-'], 2],
    [['compile', 'item.json', 'card.json', '--stdout'], 1],
    [['compile', '--check'], 2],
    [['explain', 'card.json'], 1],
    [['explain', 'claude'], 0],
    [['explain', 'reasoning-field'], 0],
    [['check'], 2],
    [['check', 'item.json', 'card.json'], 1],
    [['init', '--dry-run'], 0],
    [['lint', '--frob'], 2],
    [['frob'], 2],
    [['lint', '--config', 'broken.json'], 2],
  ])('%j', async (argv, exit) => {
    const { code, stdout } = await made.run([...argv, '--format', 'sarif'], { stdin: '{' });
    const document = JSON.parse(stdout);
    valid(document);
    expect(valid.errors).toBeNull();
    const [run] = document.runs;
    expect([code, run.invocations[0].exitCode, run.invocations[0].executionSuccessful]).toEqual([exit, exit, exit < 2]);
    for (const { id, shortDescription, fullDescription, help } of run.tool.driver.rules)
      expect([id, shortDescription.text, fullDescription.text, help.text]).not.toContain('');
    for (const result of run.results as Located[]) {
      const [{ physicalLocation }] = result.locations as [Located['locations'][number]];
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w%.-]+(?:\/[\w%.-]+)*$/);
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
      expect(Object.keys(result.partialFingerprints)).not.toEqual([]);
    }
    if (exit > 0)
      expect([...run.results, ...run.invocations[0].toolExecutionNotifications].map(({ level }) => level)).toContain('error');
  });

  test('the schema does refuse: a result without a message', () => {
    expect(valid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ ruleId: 'a' }] }] })).toBe(false);
  });

  test('columns count UTF-16 code units', async () => {
    const own = project({
      'a.json': '{ "type": "object", "title": "😀", "properties": { "a": { "$ref": "https://example.com/x" } } }',
    });
    const [run] = JSON.parse((await own.run(['lint', 'a.json', '--format', 'sarif'])).stdout).runs;
    const refused = run.results.find(({ ruleId }: Located) => ruleId === 'refused') as Located;
    expect([run.columnKind, refused.locations[0]?.physicalLocation.region]).toEqual([
      'utf16CodeUnits',
      { startLine: 1, startColumn: own.read('a.json').indexOf('"$ref"') + 1 },
    ]);
  });
});
