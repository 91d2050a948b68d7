import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/ir/json.js';
import { claude } from '../../src/targets/claude.js';
import { drawFrom } from '../support/draw.js';
import { fits } from '../support/judge.js';
import { mutate, root, type Schema } from '../support/wire-schemas.js';

const MODES = ['output', 'tool'] as const;
type Mode = (typeof MODES)[number];

const texts = { output: read('output'), tool: read('tool') };
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
const validators = { output: ajv.compile(texts.output), tool: ajv.compile(texts.tool) };

function read(mode: Mode): Schema {
  return JSON.parse(readFileSync(new URL(`../../schemas/targets/claude.${mode}.json`, import.meta.url), 'utf8')) as Schema;
}

const closed = (properties: Schema, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});
const of = (schema: Json): Schema => closed({ a: schema });

describe('the meta-schemas of the target claude', () => {
  it('are valid 2020-12 schemas that share their definitions', () => {
    for (const mode of MODES) expect(ajv.validateSchema(texts[mode])).toBe(true);
    expect(texts.output['$defs']).toEqual(texts.tool['$defs']);
  });

  it('say what the profile says', () => {
    const defs = texts.output['$defs'] as Record<string, Record<string, Record<string, Schema>>>;
    expect(defs['text']?.['properties']?.['format']?.['enum']).toEqual(claude.formats.value);
    expect(defs['array']?.['properties']?.['minItems']?.['enum']).toEqual(claude.minItems.value);
    expect(defs['object']?.['properties']?.['properties']?.['propertyNames']).toEqual({ pattern: claude.propertyName.value });
    expect(defs['values']?.['maxItems']).toBe(claude.limits.enumValues.value);
    expect(Object.keys(defs['annotations']?.['properties'] ?? {})).toEqual(claude.keywords.annotations.value);
    expect(Object.keys(defs['union']?.['properties'] ?? {}).slice(1)).toEqual(claude.besideUnion.value);
  });

  const table: readonly (readonly [schema: Json, output: boolean, tool: boolean])[] = [
    [closed({}), true, true],
    [{ type: 'object', additionalProperties: false }, true, true],
    [{ type: 'object', properties: {} }, false, false],
    [{ type: 'object', additionalProperties: true }, false, false],
    [{ type: 'object', additionalProperties: { type: 'string' } }, false, false],
    [{ type: 'array', items: { type: 'integer' } }, true, false],
    [{ type: 'array' }, false, false],
    [{ type: 'array', items: {} }, false, false],
    [{ type: 'array', items: true }, false, false],
    [{ type: 'string' }, false, false],
    [{ anyOf: [closed({}), { type: 'array', items: { type: 'null' } }] }, true, false],
    [{ anyOf: [closed({}), { type: 'string' }] }, false, false],
    [{ anyOf: [closed({})], $defs: { A: { type: 'null' } } }, false, false],
    [{ anyOf: [] }, false, false],
    [{ $ref: '#/$defs/A', $defs: { A: closed({}) } }, false, false],
    [
      closed(
        { a: { $ref: '#/$defs/A' } },
        { $defs: { A: { type: 'null' } }, $schema: 'https://json-schema.org/draft/2020-12/schema' },
      ),
      true,
      true,
    ],
    [closed({ a: { $ref: '#/definitions/A' } }, { definitions: { A: { type: 'null' } } }), true, true],
    [closed({ a: { $ref: '#/$defs/A' } }, { $defs: { A: { type: 'string', minLength: 1 } } }), false, false],
    [of({ $ref: '#/$defs/A', description: 'beside' }), false, false],
    [of({ $ref: '#' }), false, false],
    [of({ $ref: '#/properties/a' }), false, false],
    [of({ $ref: 'https://example.com/a.json' }), false, false],
    [of({ anyOf: [{ type: 'null' }], title: 't', description: 'd', default: null }), true, true],
    [of({ anyOf: [{ type: 'null' }], type: 'null' }), false, false],
    [of({ anyOf: [{ type: 'null' }], examples: [null] }), false, false],
    [of({ oneOf: [{ type: 'null' }] }), false, false],
    [of({ allOf: [{ type: 'null' }] }), false, false],
    [of({ type: 'string', not: { type: 'null' } }), false, false],
    [of({}), false, false],
    [of(true), false, false],
    [of(false), false, false],
    [of({ title: 'only' }), false, false],
    [of({ enum: ['a', 1, true, null] }), true, true],
    [of({ enum: [] }), false, false],
    [of({ enum: [{}] }), false, false],
    [of({ enum: Array.from({ length: 200 }, (_, i) => i) }), true, true],
    [of({ enum: Array.from({ length: 201 }, (_, i) => i) }), false, false],
    [of({ const: null }), true, true],
    [of({ const: [] }), false, false],
    [of({ const: 'a', format: 'uuid' }), false, false],
    [of({ type: 'string', enum: ['a', null] }), false, false],
    [of({ type: 'number', enum: [1, 1.5] }), true, true],
    [of({ type: 'integer', enum: [1, 1.5] }), false, false],
    [of({ type: 'boolean', const: true }), true, true],
    [of({ type: ['string', 'null'] }), true, true],
    [of({ type: ['string', 'null'], format: 'date', pattern: '^2' }), true, true],
    [of({ type: ['number', 'null'], format: 'date' }), false, false],
    [of({ type: ['string', 'null'], enum: ['a', null] }), false, false],
    [of({ type: ['object', 'null'], additionalProperties: false }), false, false],
    [of({ type: 'any' }), false, false],
    [of({ type: 'string', format: 'phone' }), false, false],
    [of({ type: 'string', pattern: '^(?=a)' }), false, false],
    [of({ type: 'string', maxLength: 3 }), false, false],
    [of({ type: 'integer', minimum: 3 }), false, false],
    [of({ type: 'integer', format: 'int64' }), false, false],
    [of({ type: 'array', items: { type: 'null' }, minItems: 1 }), true, true],
    [of({ type: 'array', items: { type: 'null' }, minItems: 2 }), false, false],
    [of({ type: 'array', items: { type: 'null' }, uniqueItems: true }), false, false],
    [of({ type: 'array', prefixItems: [{ type: 'null' }], items: { type: 'null' } }), false, false],
    [of({ type: 'null', nullable: true }), false, false],
    [of(closed({ not: { type: 'null' }, default: { type: 'null' }, $ref: { type: 'null' } })), false, false],
    [of(closed({ not: { type: 'null' }, default: { type: 'null' }, examples: { type: 'null' } })), true, true],
    [of(closed({ 'a b': { type: 'null' } })), false, false],
    [of({ $defs: {}, type: 'null' }), false, false],
    [null, false, false],
    [[], false, false],
  ];
  it.each(table)('%j', (schema, output, tool) => {
    expect(validators.output(schema)).toBe(output);
    expect(validators.tool(schema)).toBe(tool);
  });
});

/** What only counting, the inner syntax of patterns or the resolution of references tells. */
const BEYOND = /optional properties|unions|unused definition|no root definition|recursion|is not declared|^pattern /;

describe.skipIf(fits === undefined)('the meta-schemas against the outside reading', () => {
  it.each([1, 2, 3, 4])('agree on 500 generated and mutated schemas (seed %i)', (seed) => {
    const draw = drawFrom(seed);
    const taken = { yes: 0, no: 0 };
    for (let i = 0; i < 500; i++) {
      const schema = root(draw);
      for (let step = draw.upTo(2); step > 0; step--) mutate(draw, schema);
      prune(schema);
      for (const mode of MODES) {
        const violations = fits?.(schema, mode).violations.filter(({ what }) => !BEYOND.test(what)) ?? [];
        const expected = violations.length === 0;
        const found = validators[mode](schema);
        if (found !== expected)
          expect.fail(
            `${mode}: ${JSON.stringify(schema)}\n${JSON.stringify(violations)}\n${JSON.stringify(validators[mode].errors)}`,
          );
        taken[found ? 'yes' : 'no']++;
      }
    }
    expect(taken.yes).toBeGreaterThan(100);
    expect(taken.no).toBeGreaterThan(100);
  });
});

/** Removes definitions that nothing uses: the outside reading says so and looks no further. */
function prune(schema: Schema): void {
  for (let unused = true; unused; ) {
    unused = false;
    for (const { path, what } of fits?.(schema, 'output').violations ?? []) {
      const [, map, name] = path.split('/');
      if (what !== 'unused definition' || map === undefined || name === undefined) continue;
      delete (schema[map] as Schema)[name];
      unused = true;
    }
  }
}
