import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/compile.js';
import { SchemaError } from '../../../src/diagnostics/schema-error.js';
import { schemaError } from '../../../src/emulator/schema/check.js';
import type { Json } from '../../../src/ir/json.js';
import { claude } from '../../../src/targets/claude.js';
import { drawFrom } from '../../support/draw.js';
import { schemaCase } from '../../support/generate/json-schema/index.js';
import { validatorFor } from '../../support/validator.js';
import { mutate, root, type Schema } from '../../support/wire-schemas.js';
import '../../support/seed.js';

const MODES = ['output', 'tool'] as const;
type Mode = (typeof MODES)[number];

const metaSchemas = { output: metaSchema('output'), tool: metaSchema('tool') };

function metaSchema(mode: Mode) {
  const text = readFileSync(new URL(`../../../schemas/targets/claude.${mode}.json`, import.meta.url), 'utf8');
  const validate = validatorFor(JSON.parse(text), '2020');
  if (!validate) throw new Error(`schemas/targets/claude.${mode}.json does not compile`);
  return validate;
}

const closed = (properties: Schema, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});

describe('the words of the API', () => {
  const table: readonly (readonly [schema: Json, error: string])[] = [
    [{ type: 'integer', minimum: 1 }, "For 'integer' type, property 'minimum' is not supported"],
    [{ type: 'integer', minimum: 1, maximum: 2 }, "For 'integer' type, properties maximum, minimum are not supported"],
    [
      { type: 'number', exclusiveMaximum: 1, exclusiveMinimum: 0, multipleOf: 2 },
      "For 'number' type, properties exclusiveMaximum, exclusiveMinimum, multipleOf are not supported",
    ],
    [{ type: 'string', maxLength: 3 }, "For 'string' type, property 'maxLength' is not supported"],
    [{ type: 'string', format: 'phone' }, "For 'string' type, format 'phone' is not supported"],
    [{ type: 'string', pattern: '^(?=a)' }, 'Unsupported regex feature in pattern field: ^(?=a)'],
    [{ type: 'array', items: { type: 'null' }, maxItems: 3 }, "For 'array' type, property 'maxItems' is not supported"],
    [
      { type: 'array', items: { type: 'null' }, minItems: 2 },
      "For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: [2, ∞])",
    ],
    [
      { type: 'array', items: [{ type: 'null' }] },
      "Invalid schema: Array types must be specified with a single object schema for 'items'.",
    ],
    [
      { type: 'array', prefixItems: [{ type: 'null' }], items: { type: 'null' } },
      "For 'array' type, property 'prefixItems' is not supported",
    ],
    [{}, 'Empty schema ({}) that accepts any JSON value is not supported. Please specify a concrete type.'],
    [true, 'Empty schema ({}) that accepts any JSON value is not supported. Please specify a concrete type.'],
    [{ title: 'a' }, 'Empty schema ({}) that accepts any JSON value is not supported. Please specify a concrete type.'],
    [{ format: 'date' }, 'Invalid schema: Schema type is missing for schema: {"format":"date"}'],
    [{ type: 'object', properties: {} }, "For 'object' type, 'additionalProperties' must be explicitly set to false"],
    [
      { type: 'object', additionalProperties: true },
      "For 'object' type, 'additionalProperties: true' is not supported. Please set 'additionalProperties' to false",
    ],
    [
      { type: 'object', additionalProperties: { type: 'string' } },
      "For 'object' type, 'additionalProperties: object' is not supported. Please set 'additionalProperties' to false",
    ],
    [closed({}, { propertyNames: {} }), "For 'object' type, property 'propertyNames' is not supported"],
    [closed({ 'a b': { type: 'null' } }), "Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'"],
    [{ oneOf: [{ type: 'null' }] }, "Schema type 'oneOf' is not supported"],
    [{ type: 'string', not: {} }, "Schema keyword 'not' is not supported"],
    [closed({}, { if: {} }), "For 'object' type, property 'if' is not supported"],
    [
      { anyOf: [{ type: 'null' }], type: 'object', properties: {}, required: [], additionalProperties: false },
      "For 'anyOf', 'additionalProperties, properties, required, type' is not supported",
    ],
    [
      { type: ['string', 'null'], enum: ['a', null] },
      "Invalid schema: Enum value 'a' does not match declared type '['string', 'null']'",
    ],
    [{ type: 'string', enum: ['a', null] }, "Invalid schema: Enum value None does not match declared type 'string'"],
    [{ $ref: '#/$defs/none' }, 'Invalid schema: Reference to non-existent definition: #/$defs/none'],
    [{ $ref: 'https://example.com/a' }, "Invalid schema: External reference 'https://example.com/a' is not supported"],
    [{ enum: Array.from({ length: 201 }, (_, index) => index) }, 'Schema is too complex for compilation.'],
  ];
  test.each(table)('%j', (schema, error) => {
    expect(schemaError(closed({ a: schema }), 'output', claude)).toBe(error);
  });

  test('a circle of definitions is named', () => {
    const schema = closed(
      { a: { $ref: '#/$defs/A' } },
      { $defs: { A: closed({ b: { $ref: '#/$defs/B' } }), B: { $ref: '#/$defs/A' } } },
    );
    expect(schemaError(schema, 'output', claude)).toBe(
      'Circular reference detected in schema definitions: A -> B -> A. Self-referencing or mutually-referencing definitions are not supported.',
    );
    expect(schemaError(closed({ a: { $ref: '#' } }), 'output', claude)).toContain('Circular reference detected');
  });

  test('a root union beside definitions', () => {
    const schema = { anyOf: [closed({ a: { $ref: '#/$defs/A' } })], $defs: { A: { type: 'null' } } };
    expect(schemaError(schema, 'output', claude)).toBe("For 'anyOf', '$defs' is not supported");
  });

  test('nesting and chains of any depth end in a sentence', () => {
    let deep: Json = { type: 'null' };
    for (let level = 0; level < 500; level++) deep = { type: 'array', items: deep };
    expect(schemaError(closed({ a: deep }), 'output', claude)).toBe('Schema is too complex for compilation.');
    const $defs: Schema = { d0: { type: 'null' } };
    for (let level = 1; level < 20_000; level++) $defs[`d${level}`] = closed({ next: { $ref: `#/$defs/d${level - 1}` } });
    expect(schemaError(closed({ a: { $ref: '#/$defs/d19999' } }, { $defs }), 'output', claude)).toBeUndefined();
  });
});

/** What a meta-schema can't say: where references lead, the inner syntax of patterns, that what is required is declared. */
const BEYOND = /Reference to non-existent|Circular reference|regex feature|is not declared in properties/;

function agrees(schema: Json, mode: Mode): boolean {
  const error = schemaError(schema, mode, claude);
  const taken = metaSchemas[mode](schema) === true;
  if (error !== undefined && BEYOND.test(error)) return taken;
  if (taken !== (error === undefined))
    expect.fail(
      `${mode}: ${JSON.stringify(schema)}\n${taken ? 'taken by the meta-schema, but' : 'refused by the meta-schema;'} ${error}`,
    );
  return taken;
}

describe('the meta-schemas', () => {
  test.each([11, 12, 13, 14])('take what the emulator takes, of 500 generated and mutated schemas (seed %i)', (seed) => {
    const draw = drawFrom(seed);
    const counts = { taken: 0, refused: 0 };
    for (let turn = 0; turn < 500; turn++) {
      const schema = root(draw);
      for (let step = draw.upTo(2); step > 0; step--) mutate(draw, schema);
      for (const mode of MODES) counts[agrees(schema, mode) ? 'taken' : 'refused']++;
    }
    expect(counts.taken).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(100);
  });

  test('take what the emulator takes, of compiled schemas and of the same mutated', () => {
    const counts = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(schemaCase(), fc.constantFrom(...MODES), fc.integer({ min: 1 }), ({ schema }, mode, seed) => {
        const wire = wireOf(schema, mode);
        if (!wire) return;
        expect(schemaError(wire, mode, claude)).toBeUndefined();
        counts[agrees(wire, mode) ? 'taken' : 'refused']++;
        const mutant = structuredClone(wire) as Schema;
        mutate(drawFrom(seed), mutant);
        counts[agrees(mutant, mode) ? 'taken' : 'refused']++;
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(counts.taken).toBeGreaterThan(200);
    expect(counts.refused).toBeGreaterThan(30);
  });
});

function wireOf(schema: Json, mode: Mode) {
  try {
    return compile(schema as object, { mode }).wire;
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}
