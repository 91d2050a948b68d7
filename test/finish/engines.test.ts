import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ajvEngine } from '../../src/finish/json-schema/ajv.js';
import { finishJsonSchema } from '../../src/finish/json-schema/index.js';
import { prepare } from '../../src/finish/json-schema/prepare.js';
import { traitsOf } from '../../src/finish/json-schema/schema-traits.js';

const index = pathToFileURL(fileURLToPath(new URL('../../src/finish/json-schema/index.ts', import.meta.url))).href;

it('nothing but the evaluator is used where code must not be made from text', () => {
  const script = `
    import { finishJsonSchema } from ${JSON.stringify(index)};
    let allowed = true;
    try { new Function(''); } catch { allowed = false; }
    const finish = finishJsonSchema({ type: 'object', properties: { a: { enum: ['x', 'y'] }, b: { format: 'date' } }, required: ['a'] }, '2020-12');
    console.log(JSON.stringify([allowed, 'value' in finish({ a: 'x', b: '2024-01-01' }), finish({ a: 'z' }).issues[0].message]));`;
  const printed = execFileSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--import', 'tsx', '--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual([false, true, 'Expected one of "x", "y", but found the text "z".']);
});

describe('Ajv reads what is prepared for it', () => {
  it.each<[string, unknown]>([
    ['long enums', { enum: Array.from({ length: 50 }, (_item, position) => `v${position}`) }],
    ['constants that are objects', { const: { a: [1] } }],
    ['unique items', { uniqueItems: true }],
    ['patterns that backtrack', { pattern: '^(a+)+$' }],
    ['formats', { allOf: [{ format: 'email' }, { format: 'date', formatMaximum: '2030-01-01' }, { format: 'int32' }] }],
    ['an enum of none', { enum: [] }],
    ['ids that are no matter', { default: { $id: 'a b' }, properties: { id: { type: 'string' } }, $id: 'urn:x:y' }],
  ])('%s', (_what, schema) => {
    expect(ajvEngine(prepare(schema, '2020-12'), '2020-12')).toBeDefined();
  });

  it('two patterns are not taken for one', () => {
    const engine = ajvEngine(
      prepare({ properties: { a: { pattern: '^(a+)+$' }, b: { pattern: '^(b+)+$' } } }, '2020-12'),
      '2020-12',
    );
    expect(engine?.check({ a: 'a', b: 'b' })).toBe(true);
    expect(engine?.check({ a: 'a', b: 'a' })).toBe(false);
  });
});

it('a property whose name is the empty text is missed, although Ajv does not', () => {
  for (const schema of [{ required: [''] }, { dependentRequired: { a: [''] } }, { dependencies: { a: [''] } }]) {
    const finish = finishJsonSchema(schema, '2019-09');
    expect(finish({ a: 1 })).toMatchObject({ issues: [{ path: [], code: 'finish' }] });
    expect(finish({ a: 1, '': 1 })).toEqual({ value: { a: 1, '': 1 } });
  }
});

it.each<[string, unknown, { recursive: boolean; delicate: boolean }]>([
  [
    'plain',
    { properties: { a: { $ref: '#/$defs/x' }, b: { $ref: '#/$defs/x' } }, $defs: { x: {} } },
    { recursive: false, delicate: false },
  ],
  ['to itself', { properties: { a: { $ref: '#' } } }, { recursive: true, delicate: false }],
  [
    'in a circle',
    { $ref: '#/$defs/a', $defs: { a: { items: { $ref: '#/$defs/b' } }, b: { not: { $ref: '#/$defs/a' } } } },
    { recursive: true, delicate: false },
  ],
  ['in a circle that is not entered', { $defs: { a: { items: { $ref: '#/$defs/a' } } } }, { recursive: true, delicate: false }],
  ['unevaluated', { allOf: [{ unevaluatedProperties: false }] }, { recursive: false, delicate: true }],
  ['names', { properties: { unevaluatedItems: {}, contains: {} } }, { recursive: false, delicate: false }],
  ['the empty name', { items: { required: ['a', ''] } }, { recursive: false, delicate: true }],
  ['the empty name, required by another', { dependentRequired: { a: [''] } }, { recursive: false, delicate: true }],
  ['nothing', true, { recursive: false, delicate: false }],
])('traits: %s', (_what, schema, traits) => {
  expect(traitsOf(schema)).toEqual(traits);
});
