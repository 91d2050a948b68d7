import fc from 'fast-check';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { canonicalOf } from '../../src/emit/canonical.js';
import { literal } from '../../src/emit/literal.js';
import { toModule } from '../../src/emit/module.js';
import { typeDeclarations } from '../../src/emit/type-declarations.js';
import { typeName } from '../../src/emit/type-names.js';
import { type CompileOptions, compile } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';
import { Generated, typeErrors } from './generated.js';
import { HOSTILE } from './hostile.js';
import '../support/seed.js';

const types = (schema: unknown, options?: CompileOptions) => typeDeclarations(canonicalOf(compile(schema, options)), 'Value');
/** The type of a schema that needs one line. */
const type = (schema: unknown, options?: CompileOptions) =>
  types(schema, options).replace('export type Value = ', '').replace(/;\n$/, '');

describe('the TypeScript type of a JSON Schema', () => {
  test.each<[schema: unknown, type: string, options?: CompileOptions]>([
    [{ type: 'string', minLength: 3, format: 'date' }, 'string'],
    [{ type: 'integer' }, 'number'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'string', enum: ['a', "it's", 'x"y'] }, '"a" | "it\'s" | "x\\"y"'],
    [{ enum: [1, -2.5, true, null, { a: [1] }] }, '1 | -2.5 | true | null | { a: [1] }'],
    [{ const: 'x' }, '"x"'],
    [true, 'unknown'],
    [{}, 'unknown'],
    [{ type: 'object' }, '{ [key: string]: unknown }'],
    [{ type: 'object', additionalProperties: false }, '{ [key: string]: never }'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, '{ [key: string]: number }'],
    [
      { type: 'object', patternProperties: { '^x': { type: 'number' }, '^y': { type: 'string' } }, additionalProperties: false },
      '{ [key: string]: number | string }',
    ],
    [
      { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: { type: 'number' } },
      '{\n  a?: number;\n  b?: number;\n}',
    ],
    [{ type: 'array', items: { type: ['string', 'number'] } }, '(string | number)[]'],
    [{ type: 'array', items: { type: 'array', items: { enum: ['a', 'b'] } } }, '("a" | "b")[][]'],
    [
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }, { type: ['string', 'null'] }], minItems: 1 },
      '[string, number?, (string | null)?]',
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }], items: { type: ['number', 'null'] }, minItems: 1 },
      '[string, ...(number | null)[]]',
    ],
    [{ type: 'array', prefixItems: [{ type: 'string' }] }, '[string?, ...unknown[]]', { openness: 'keep' }],
    [{ anyOf: [{ type: 'string' }, { type: 'string', format: 'date' }] }, 'string'],
    [{ anyOf: [{ type: 'string' }, {}] }, 'unknown'],
    [{ allOf: [{ type: 'string' }, { enum: ['a', 1] }] }, '"a"'],
    [{ properties: { a: { type: 'string' } } }, '{\n  a?: string;\n}'],
    [{ properties: { a: { type: 'string' } } }, 'unknown', { openness: 'keep' }],
    [
      { type: 'object', properties: { a: { type: 'string' } } },
      '{\n  a?: string;\n  [key: string]: unknown;\n}',
      { openness: 'keep' },
    ],
    [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a', 'b'] }, '{\n  a: string;\n  b: unknown;\n}'],
    [
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'number' } },
      '{\n  a?: string;\n  [key: string]: number | string | undefined;\n}',
    ],
    [
      {
        type: 'object',
        properties: { 'a-b': { type: 'null' }, __proto__x: { type: 'null' }, 1: { type: 'null' }, '': { type: 'null' } },
      },
      '{\n  "1"?: null;\n  "a-b"?: null;\n  __proto__x?: null;\n  ""?: null;\n}',
    ],
  ])('%j', (schema, expected, options) => {
    expect(type(schema, options)).toBe(expected);
  });

  test('descriptions become comments, long unions stand line by line', () => {
    const schema = {
      type: 'object',
      description: 'An invoice.\nPaid or not.',
      properties: {
        state: {
          enum: Array.from({ length: 8 }, (_, index) => `a rather long state ${index}`),
          title: 'State',
          description: 'How far it is.',
        },
        party: {
          anyOf: [
            { type: 'object', properties: { name: { type: 'string', title: 'Name' } }, required: ['name'] },
            { type: 'null' },
          ],
        },
      },
      required: ['state'],
    };
    expect(types(schema)).toMatchInlineSnapshot(`
      "/**
       * An invoice.
       * Paid or not.
       */
      export type Value = {
        /** How far it is. */
        state:
          | "a rather long state 0"
          | "a rather long state 1"
          | "a rather long state 2"
          | "a rather long state 3"
          | "a rather long state 4"
          | "a rather long state 5"
          | "a rather long state 6"
          | "a rather long state 7";
        party?:
          | {
            /** Name */
            name: string;
          }
          | null;
      };
      "
    `);
  });

  test('a definition is a type of its own, and recursion a type that names itself', () => {
    const schema = {
      $ref: '#/$defs/line-item',
      $defs: {
        'line-item': {
          type: 'object',
          properties: { parts: { type: 'array', items: { $ref: '#/$defs/line-item' } }, price: { $ref: '#/$defs/Value' } },
          required: ['price'],
        },
        Value: { type: 'object', description: 'Money', properties: { amount: { type: 'number' } } },
        unused: { type: 'string' },
      },
    };
    expect(types(schema)).toMatchInlineSnapshot(`
      "export type Value = {
        parts?: Value[];
        price: Value_2;
      };

      /** Money */
      export type Value_2 = {
        amount?: number;
      };
      "
    `);
    expect(types({ type: 'object', properties: { next: { $ref: '#' } } })).toMatchInlineSnapshot(`
      "export type Value = {
        next?: Value;
      };
      "
    `);
  });

  test('a union that names itself without anything between loses nothing', () => {
    const schema = {
      $ref: '#/$defs/a',
      $defs: {
        a: { anyOf: [{ $ref: '#/$defs/b' }, { type: 'string' }] },
        b: { anyOf: [{ $ref: '#/$defs/a' }, { type: 'array', items: { $ref: '#/$defs/b' } }] },
      },
    };
    expect(types(schema)).toMatchInlineSnapshot(`
      "export type Value = B[] | string;

      export type B = string | B[];
      "
    `);
  });
});

describe('a type name', () => {
  test.each([
    ['invoice', 'Invoice'],
    ['line-item', 'LineItem'],
    ['#/$defs/line_item', 'LineItem'],
    ['2fa code', 'Value2faCode'],
    ['größe', 'Größe'],
    ['住所', '住所'],
    ['json', 'JsonValue'],
    ['Promise', 'PromiseValue'],
    ['', 'Value'],
    ['*/ ${', 'Value'],
  ])('of %j is %s', (text, name) => {
    expect(typeName(text)).toBe(name);
  });

  test('is an identifier of TypeScript', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) =>
          ts.isIdentifierStart(typeName(text).codePointAt(0) ?? 0, ts.ScriptTarget.ES2022) &&
          [...typeName(text)].every((char) => ts.isIdentifierPart(char.codePointAt(0) ?? 0, ts.ScriptTarget.ES2022)),
      ),
      { numRuns: 2000 },
    );
  });
});

describe('generated types', () => {
  const generated = new Generated();
  afterAll(() => generated.remove());

  test('are valid TypeScript, whatever the schema says', () => {
    const recursive = {
      $ref: '#/$defs/json',
      $defs: {
        json: {
          anyOf: [
            { type: ['string', 'number', 'boolean', 'null'] },
            { type: 'array', items: { $ref: '#/$defs/json' } },
            { type: 'object', additionalProperties: { $ref: '#/$defs/json' } },
            { $ref: '#/$defs/json' },
          ],
        },
      },
    };
    const named = {
      type: 'object',
      properties: { a: { $ref: '#/$defs/Promise' }, b: { $ref: '#/$defs/json value' }, c: { $ref: '#/$defs/JsonValueInput' } },
      $defs: {
        Promise: { type: 'object', properties: { x: { type: 'null' } } },
        'json value': { type: 'object', properties: { y: { type: 'null' } } },
        JsonValueInput: { type: 'object', properties: { z: { type: 'null' } } },
      },
    };
    const files = [
      ...HOSTILE,
      { name: 'recursive', schema: recursive, values: [] },
      { name: 'json', schema: named, values: [] },
    ].flatMap(({ name, schema }) => {
      const text = toModule(compile(schema), { name });
      // The generated check is plain JavaScript; everything else is to stand up to TypeScript.
      const declared = text.slice(0, text.indexOf('\nimport * as standalone')).replace('// @ts-nocheck\n', '');
      return [
        generated.write(`${name}.ts`, text),
        generated.write(
          `${name}-checked.ts`,
          `${declared}declare function finish(value: unknown): import('bascule/runtime').Finished;\n`,
        ),
        generated.write(
          `${name}-use.ts`,
          `import { encode, format, parse } from './${name}.js';\nconst value = parse('').value;\nif (value !== undefined) encode(value);\nformat.parse('') satisfies typeof value;\n// @ts-expect-error the types are told\nformat.parse('') satisfies 'other';\n`,
        ),
      ];
    });
    expect(typeErrors(files)).toEqual([]);
  });
});

describe('the type that compile infers of a schema in literal form', () => {
  const generated = new Generated();
  afterAll(() => generated.remove());

  test('is the generated one', () => {
    const schemas = [
      { type: 'string' },
      { type: ['integer', 'null'] },
      { enum: ['a', 1, null] },
      { const: { a: [1, 'b'] } },
      { type: 'string', enum: ['a', null] },
      { type: 'array', items: { type: 'array', items: { type: 'boolean' } } },
      { type: 'object' },
      { type: 'object', additionalProperties: { type: 'string' } },
      { type: 'object', additionalProperties: false },
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'number', nullable: true } },
        required: ['b'],
        additionalProperties: false,
      },
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a', 'z'] },
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: true },
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'number' } },
      { anyOf: [{ type: 'string' }, { type: 'object', properties: { n: { const: 1 } }, required: ['n'] }] },
      { oneOf: [{ type: 'number' }, { type: 'array', items: { enum: ['x', 'y'] } }] },
    ];
    const files = schemas.map((schema, index) =>
      generated.write(
        `schema-${index}.ts`,
        `import type { OutputOf } from 'bascule';
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const schema = ${literal(schema as Json)} as const;
void schema;
${types(schema)}
true satisfies Equal<OutputOf<typeof schema>, Value>;
`,
      ),
    );
    expect(typeErrors(files)).toEqual([]);
  });
});
