import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/lint/catalog.js';
import { flat, ITEM, project } from './harness.js';

const REQUEST = `{
  "model": "claude-sonnet-5",
  "max_tokens": 1000,
  "temperature": 0.2,
  "messages": [{ "role": "user", "content": "Hello" }],
  "tools": [
    {
      "name": "find_user",
      "description": "Finds a user by the id that is given.",
      "input_schema": {
        "type": "object",
        "properties": {
          "id": { "type": "integer", "description": "Optional." },
          "reasoning": { "type": "string" }
        },
        "required": ["id"]
      },
      "input_examples": [{ "id": 7 }, { "id": "seven" }]
    },
    {
      "name": "keep note",
      "strict": true,
      "description": "Keeps a note for later, under a title.",
      "input_schema": {
        "type": "object",
        "properties": { "title": { "type": "string", "maxLength": 80 } },
        "required": ["title"],
        "additionalProperties": false
      }
    }
  ]
}
`;
const FINE = JSON.stringify({
  model: 'claude-sonnet-5',
  max_tokens: 100,
  messages: [{ role: 'user', content: 'Hello' }],
  output_config: { format: { type: 'json_schema', schema: { ...JSON.parse(ITEM), properties: { name: { type: 'string' } } } } },
});
const MODULE = `import { z } from 'zod';
const Invoice = z.object({ total: z.number().min(0).describe('In euros.'), reasoning: z.string() });
export const fine = { output: Invoice.omit({ reasoning: true }) };
export const request = {
  model: 'claude-opus-5-5',
  max_tokens: 500,
  messages: [{ role: 'user', content: 'Hello' }],
  stop_sequences: ['END'],
  repair: { attempts: 1 },
  output: Invoice,
  tools: [
    { name: 'find', description: 'Finds an invoice by its number.', input: z.object({ number: z.string() }), run: () => 'x' },
    { name: 'book', input: z.object({ when: z.date() }) },
  ],
  tool_choice: { type: 'tool', name: 'fnd' },
};
export const unreadable = { output: { $ref: 'https://example.com/x' }, tools: [{ name: 'a b', input: { type: 'object', properties: {} } }] };
export const example = { tools: [{ name: 'find', description: 'Finds an invoice by its number.', input: z.object({ n: z.string() }), examples: [{ n: 7 }] }] };
export const demoted = {
  tools: Array.from({ length: 21 }, (_, index) => ({ name: 'tool_' + index, description: 'Reads the number ' + index + ' of all.', input: z.object({ n: z.string() }) })),
};
export const other = 7;
`;
const made = project({
  'request.json': REQUEST,
  'fine.json': FINE,
  'request.ts': MODULE,
  'card.json': ITEM,
  'broken.json': '{ "model": "claude-sonnet-5",\n  "tools": [ }',
  'empty.json': '',
  'list.json': '[]',
  'commented.jsonc': `// as it is sent\n${FINE}`,
});

describe('lint --request', () => {
  test('every finding with its rule and its line', async () => {
    const { report } = await made.json(['lint', '--request', 'request.json']);
    expect(report.exit).toBe(1);
    expect(report).toMatchObject({ schemas: 0, requests: 1 });
    expect(
      report.findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ file, line, column, severity, rule, path }) => [file, line, column, severity, rule, path]),
    ).toEqual([
      ['request.json', 26, 54, 'error', 'unlowered-schema', '/tools/1/input_schema/properties/title/maxLength'],
      ['request.json', 4, 3, 'error', 'sampling', '/temperature'],
      ['request.json', 21, 7, 'error', 'tool-name', '/tools/1/name'],
      ['request.json', 18, 39, 'error', 'tool-example', '/tools/0/input_examples/1'],
      ['request.json', 13, 11, 'warning', 'contradiction', '/tools/0/input_schema/properties/id'],
      ['request.json', 14, 11, 'warning', 'reasoning-field', '/tools/0/input_schema/properties/reasoning'],
    ]);
  });

  test('for people', async () => {
    const { code, stdout, stderr } = await made.run(['lint', '--request', 'request.json']);
    expect([code, stderr]).toEqual([1, '']);
    const text = flat(stdout);
    expect(text).toMatch(/error tool-name request\.json:21:7 \/tools\/1\/name The name "keep note" is none that claude takes/);
    expect(text).toMatch(
      /The API does not take this schema as it is: For 'string' type, property 'maxLength' is not supported\./,
    );
    expect(text).toMatch(/1 request: 4 errors, 2 warnings, \d+ notes? \(--verbose shows them\)\.$/);
  });

  test('what is missing is told at what would hold it', async () => {
    const own = project({
      'request.json': '{\n  "model": "claude-sonnet-5",\n  "messages": [{ "role": "user", "content": "a" }]\n}',
    });
    const { report } = await own.json(['lint', '--request', 'request.json']);
    expect(report.findings.map(({ rule, path, line }) => [rule, path, line])).toEqual([['max-tokens', '/max_tokens', 1]]);
  });

  test('a request that nothing is wrong with', async () => {
    for (const name of ['fine.json', 'commented.jsonc']) {
      const { code, stdout } = await made.run(['lint', '--request', name]);
      expect([code, flat(stdout)]).toEqual([0, '1 request: 1 note (--verbose shows them).']);
    }
  });

  test('a request of a module, as it would be planned and sent', async () => {
    const { report } = await made.json(['lint', '--request', 'request.ts#request']);
    expect(
      report.findings
        .filter(({ severity }) => severity !== 'info')
        .map(({ address, line, rule, path }) => [address, line, rule, path]),
    ).toEqual(
      [
        ['stop-sequences-with-format', '/stop_sequences'],
        ['forced-tool-model', '/tool_choice'],
        ['unknown-tool-choice', '/tool_choice/name'],
        ['tool-description', '/tools/1'],
        ['reasoning-field', '/output/properties/reasoning'],
      ].map((row) => ['request.ts#request', null, ...row]),
    );
  });

  test('its schemas are told of where they can not be compiled, and the rest all the same', async () => {
    const { report } = await made.json(['lint', '--request', 'request.ts#unreadable']);
    expect(report.exit).toBe(1);
    expect(report.findings.filter(({ severity }) => severity !== 'info').map(({ rule, path }) => [rule, path])).toEqual([
      ['tool-name', '/tools/0/name'],
      ['tool-description', '/tools/0'],
      ['refused', '/output/$ref'],
    ]);
  });

  test('examples that are none; tools that are not strict any more', async () => {
    const example = await made.json(['lint', '--request', 'request.ts#example']);
    expect(example.report.findings.map(({ rule }) => rule)).toContain('tool-example');
    const { report } = await made.json(['lint', '--request', 'request.ts#demoted']);
    expect(report.findings.filter(({ severity }) => severity === 'warning').map(({ rule, path }) => [rule, path])).toEqual([
      ['request-plan', '/tools/tool_20'],
    ]);
  });

  test('several requests, with schemas beside them and levels of their own', async () => {
    const { report } = await made.json([
      ...['lint', 'card.json', '--request', 'fine.json', '--request', 'request.ts#request'],
      ...['--rule', 'forced-tool-model=off,unknown-tool-choice=off,stop-sequences-with-format=warning'],
    ]);
    expect(report).toMatchObject({ exit: 0, schemas: 1, requests: 2 });
    const { code } = await made.run(['lint', '--request', 'fine.json', '--request', 'request.json', '--max-warnings', '0']);
    expect(code).toBe(1);
  });

  test('without addresses, what the configuration lists is left alone', async () => {
    const own = project({
      'fine.json': FINE,
      'bascule.config.json': '{ "schemas": ["nowhere.json"], "rules": { "undescribed": "off" } }',
    });
    const { code, stdout } = await own.run(['lint', '--request', 'fine.json']);
    expect([code, stdout.trim()]).toEqual([0, '1 request, nothing to complain of.']);
  });

  test('the configuration has overrides for requests too; the lines around are shown; code scanning has the law', async () => {
    const overrides = [{ files: ['request.json'], rules: { 'tool-name': 'off', sampling: 'warning' } }];
    const own = project({ 'request.json': REQUEST, 'bascule.config.json': JSON.stringify({ overrides }) });
    const { stdout } = await own.run(['lint', '--request', 'request.json']);
    expect(flat(stdout)).toMatch(/warning sampling request\.json:4:3/);
    expect(flat(stdout)).not.toMatch(/tool-name/);
    expect(stdout).toMatch(/4 \|.*"temperature": 0\.2/);
    const sarif = await own.run(['lint', '--request', 'request.json', '--format', 'sarif']);
    expect(sarif.stdout).toContain('Sampling is set only on models that let it be set.');
  });

  test.each([
    ['nowhere.json', /There is no file "nowhere\.json" to read a request from/],
    ['broken.json', /broken\.json is not valid JSON at line 2, column 14/],
    ['empty.json', /empty\.json is empty\. It must hold a request\./],
    ['list.json', /list\.json is a list, not a request/],
    ['card.json', /card\.json is a JSON Schema, not a request.*name it without --request/],
    ['request.ts#other', /request\.ts#other is a number, not a request/],
    ['request.ts#nothing', /request\.ts exports no "nothing"/],
  ])('%s is no request: exit 2 with a sentence', async (address, words) => {
    const { code, stdout } = await made.run(['lint', '--request', address]);
    expect(code).toBe(2);
    expect(flat(stdout)).toMatch(words);
    expect(flat(stdout)).toMatch(/Nothing could be looked at: 1 error\.$/);
  });

  test('a failed load does not hide the others', async () => {
    const { report } = await made.json(['lint', '--request', 'nowhere.json', '--request', 'request.json']);
    expect(report.exit).toBe(2);
    expect(report.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['no-file', 'tool-name']));
  });

  test('an option without its value', async () => {
    const { code, stderr } = await made.run(['lint', '--request']);
    expect([code, flat(stderr)]).toEqual([2, expect.stringMatching(/--request needs a value/)]);
  });
});

test.each(catalog.map(({ id }) => ({ id })))('explain $id', async ({ id }) => {
  const { code, stdout } = await made.run(['explain', id]);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^${id}  `));
  expect(stdout).toMatch(/(documented|sdk|observed|assumed): /);
});

test('all ids are different', () => expect(new Set(catalog.map(({ id }) => id)).size).toBe(catalog.length));
