import { describe, expect, it } from 'vitest';
import { type Dialect, dialectOf, finishJsonSchema } from '../../src/finish/json-schema/index.js';
import { finishInterpreted } from '../../src/finish/json-schema/interpreted.js';
import type { Finished } from '../../src/read/source.js';

const own = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const passes = (result: Finished): boolean => 'value' in result;

interface Case {
  readonly what: string;
  readonly schema: unknown;
  readonly dialect?: Dialect;
  readonly accepts: readonly unknown[];
  readonly rejects: readonly unknown[];
}

const cases: readonly Case[] = [
  { what: 'boolean schemas: true', schema: true, accepts: [1, null, {}], rejects: [] },
  { what: 'boolean schemas: false', schema: false, accepts: [], rejects: [1, null, {}] },
  { what: 'formats are asserted', schema: { format: 'date' }, accepts: ['2024-02-29', 5], rejects: ['2023-02-29', ''] },
  { what: 'unknown formats are not', schema: { format: 'phone' }, accepts: ['x', 1], rejects: [] },
  {
    what: 'nor are formats named like what every object has',
    schema: { allOf: [{ format: 'toString' }, { format: '__proto__' }, { format: 'constructor' }] },
    accepts: ['x'],
    rejects: [],
  },
  { what: 'international formats are not', schema: { format: 'idn-email' }, accepts: ['x'], rejects: [] },
  {
    what: 'bounds on formats',
    schema: { format: 'date', formatMinimum: '2024-01-01' },
    accepts: ['2024-01-01'],
    rejects: ['2023-12-31'],
  },
  {
    what: '$async is no matter',
    schema: { $async: true, type: 'string', properties: { a: { $async: true } } },
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: '$data is no reference',
    schema: { properties: { a: { const: { $data: '1/b' } } } },
    accepts: [{ a: { $data: '1/b' } }],
    rejects: [{ a: 1, b: 1 }],
  },
  {
    what: 'annotations and unknown keywords disturb nothing',
    schema: { default: { $id: 'x y', $ref: '#/nowhere' }, 'x-a': { $id: '::' }, examples: [{ $ref: 'q' }], type: 'string' },
    accepts: ['a'],
    rejects: [1],
  },
  {
    what: 'property names are no keywords',
    schema: {
      properties: { enum: { type: 'string' }, $ref: { type: 'number' }, required: { const: 1 }, properties: { type: 'object' } },
    },
    accepts: [{ enum: 'x', $ref: 1 }],
    rejects: [{ enum: 1 }, { $ref: '#' }, { required: 2 }, { properties: 1 }],
  },
  { what: 'multiples as Ajv counts them', schema: { multipleOf: 0.01 }, accepts: [0.5, 4], rejects: [4.35, 0.005] },
  {
    what: 'lengths in characters, not code units',
    schema: { minLength: 2, maxLength: 2 },
    accepts: ['😀😀', 'ab'],
    rejects: ['😀', 'abc'],
  },
  { what: 'an empty enum', schema: { enum: [] }, accepts: [], rejects: ['a', null] },
  {
    what: 'values of enum that are no primitives',
    schema: { enum: [{ a: [1] }, [2], 'x', null, 0] },
    accepts: [{ a: [1] }, [2], 'x', null, 0, -0],
    rejects: [{ a: [2] }, [], {}, '0', false],
  },
  {
    what: 'long enums',
    schema: { enum: Array.from({ length: 1000 }, (_, index) => `v${index}`) },
    accepts: ['v0', 'v999'],
    rejects: ['v1000', 'toString'],
  },

  {
    what: 'names that every object has, required',
    schema: { required: ['toString'] },
    accepts: [{ toString: 1 }],
    rejects: [{}],
  },
  { what: '__proto__ required', schema: { required: ['__proto__'] }, accepts: [own('{"__proto__":1}')], rejects: [{}] },
  {
    what: '__proto__ among properties',
    schema: own('{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}'),
    accepts: [{}, own('{"__proto__":"x"}'), { constructor: 'x' }],
    rejects: [own('{"__proto__":1}'), { constructor: 1 }],
  },
  {
    what: '__proto__ beside nothing else',
    schema: own('{"properties":{"__proto__":{}},"additionalProperties":false}'),
    accepts: [{}, own('{"__proto__":1}')],
    rejects: [{ a: 1 }],
  },
  {
    what: '__proto__ as a pattern',
    schema: own('{"patternProperties":{"__proto__":{"type":"string"}}}'),
    accepts: [own('{"__proto__":"x"}')],
    rejects: [own('{"a__proto__b":1}')],
  },
  {
    what: '__proto__ as what others depend on',
    schema: own('{"dependentRequired":{"__proto__":["a"]}}'),
    accepts: [{}, own('{"__proto__":1,"a":1}')],
    rejects: [own('{"__proto__":1}')],
  },
  {
    what: '__proto__ within constants',
    schema: { const: own('{"__proto__":1}') },
    accepts: [own('{"__proto__":1}')],
    rejects: [{}, own('{"__proto__":2}')],
  },
  {
    what: 'names that every object has, unevaluated',
    schema: { anyOf: [{ properties: { a: true }, required: ['a'] }, true], unevaluatedProperties: false },
    accepts: [{ a: 1 }, {}],
    rejects: [{ toString: 1 }, { a: 1, constructor: 1 }],
  },
  {
    what: '__proto__ twice among items',
    schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    accepts: [['__proto__', 'a']],
    rejects: [['__proto__', '__proto__']],
  },
  {
    what: 'equal items of any kind',
    schema: { uniqueItems: true },
    accepts: [
      [1, '1', true, null, [], {}, { a: 1, b: [] }],
      [{ a: 1 }, { a: 2 }],
      [
        [1, 2],
        [2, 1],
      ],
    ],
    rejects: [
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [1, 1.0],
      [[], []],
      [0, -0],
    ],
  },

  {
    what: 'references: root',
    schema: { properties: { a: { $ref: '#' } }, additionalProperties: false },
    accepts: [{ a: { a: {} } }],
    rejects: [{ a: { b: 1 } }],
  },
  {
    what: 'references: escaped',
    schema: { $ref: '#/$defs/a~1b%25~0', $defs: { 'a/b%~': { type: 'string' } } },
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: 'references: percent-encoded',
    schema: { $ref: '#/$defs/a%20b', $defs: { 'a b': { type: 'string' } } },
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: 'references: into unknown keywords',
    schema: { $ref: '#/components/schemas/A', components: { schemas: { A: { type: 'string', format: 'nothing' } } } },
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: 'references: into examples',
    schema: { $ref: '#/examples/0', examples: [{ type: 'string' }] },
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: 'references: to a map of definitions, taken for a schema',
    schema: { properties: { type: { type: 'string' } }, allOf: [{ $ref: '#/$defs' }], $defs: { a: { type: 'number' } } },
    accepts: [{ type: 'x' }],
    rejects: [{ type: 1 }],
  },
  {
    what: 'references: anchors',
    schema: { $ref: '#it', $defs: { a: { $anchor: 'it', type: 'string' } } },
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: 'references: embedded resources',
    schema: {
      $id: 'https://a.example/root',
      $ref: 'sub/item.json#/$defs/x',
      $defs: { i: { $id: 'sub/item.json', $defs: { x: { $ref: '#/$defs/y' }, y: { type: 'string' } } } },
    },
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: 'references: urn',
    schema: {
      $id: 'urn:uuid:deadbeef-1234-ffff-ffff-4321feebdaed',
      properties: { a: { $ref: '#/$defs/n' }, b: { $ref: 'urn:uuid:deadbeef-1234-ffff-ffff-4321feebdaed#/$defs/n' } },
      $defs: { n: { type: 'number' } },
    },
    accepts: [{ a: 1, b: 2 }],
    rejects: [{ a: 'x' }, { b: 'x' }],
  },
  {
    what: 'references: draft-07 anchors in $id',
    dialect: 'draft-07',
    schema: { $ref: '#it', definitions: { a: { $id: '#it', type: 'string' } } },
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: 'references: one leads to another',
    schema: { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/c' }, c: { type: 'string' } } },
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: 'references: what stands beside them counts',
    schema: { $ref: '#/$defs/a', minLength: 2, $defs: { a: { type: 'string' } } },
    accepts: ['xx'],
    rejects: ['x', 1],
  },
  {
    what: 'references: an id that Ajv has a schema of',
    schema: { $id: 'http://json-schema.org/draft-07/schema', type: 'string' },
    dialect: 'draft-07',
    accepts: ['x'],
    rejects: [1],
  },
  {
    what: 'references: ids given twice',
    schema: { properties: { a: { $id: 'x.json', type: 'string' }, b: { $id: 'x.json', type: 'number' } } },
    accepts: [{ a: 'x', b: 1 }],
    rejects: [{ a: 1 }, { b: 'x' }],
  },

  {
    what: 'draft-04: exclusive bounds',
    dialect: 'draft-04',
    schema: { minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: false },
    accepts: [1.1, 3],
    rejects: [1, 3.1],
  },
  {
    what: 'draft-04: exclusive without a bound',
    dialect: 'draft-04',
    schema: { exclusiveMinimum: true },
    accepts: [-1],
    rejects: [],
  },
  {
    what: 'draft-04: id',
    dialect: 'draft-04',
    schema: {
      id: 'http://x.example/root.json',
      properties: { a: { $ref: 'item.json' } },
      definitions: { i: { id: 'item.json', type: 'string' } },
    },
    accepts: [{ a: 'x' }],
    rejects: [{ a: 1 }],
  },
  {
    what: 'draft-04: data is left alone',
    dialect: 'draft-04',
    schema: { enum: [{ id: 'a', exclusiveMinimum: true, minimum: 1 }] },
    accepts: [{ id: 'a', exclusiveMinimum: true, minimum: 1 }],
    rejects: [{ $id: 'a', exclusiveMinimum: 1 }],
  },
  {
    what: 'draft-04: properties called so',
    dialect: 'draft-04',
    schema: {
      properties: {
        id: { type: 'string' },
        enum: { minimum: 0, exclusiveMinimum: true },
        default: { minimum: 0, exclusiveMinimum: true },
      },
    },
    accepts: [{ id: 'x', enum: 1 }],
    rejects: [{ id: 1 }, { enum: 0 }, { default: 0 }],
  },
  {
    what: 'draft-07: lists of items',
    dialect: 'draft-07',
    schema: { items: [{ type: 'string' }], additionalItems: false },
    accepts: [['x'], []],
    rejects: [[1], ['x', 1]],
  },
  {
    what: 'draft-07: knows no dependentRequired',
    dialect: 'draft-07',
    schema: { dependentRequired: { a: ['b'] } },
    accepts: [{ a: 1 }],
    rejects: [],
  },
  {
    what: 'draft-07: dependencies',
    dialect: 'draft-07',
    schema: { dependencies: { a: ['b'], c: { required: ['d'] } } },
    accepts: [{ a: 1, b: 1 }, { c: 1, d: 1 }, {}],
    rejects: [{ a: 1 }, { c: 1 }],
  },
  {
    what: '2019-09: recursive references',
    dialect: '2019-09',
    schema: {
      $id: 'https://x.example/tree',
      $recursiveAnchor: true,
      type: 'object',
      properties: { kids: { type: 'array', items: { $recursiveRef: '#' } } },
      additionalProperties: false,
    },
    accepts: [{ kids: [{ kids: [] }] }],
    rejects: [{ kids: [{ x: 1 }] }],
  },
  {
    what: '2020-12: prefixItems',
    schema: { prefixItems: [{ type: 'string' }], items: false },
    accepts: [['x'], []],
    rejects: [[1], ['x', 1]],
  },
  {
    what: '2020-12: contained items are evaluated',
    schema: { contains: { type: 'string' }, unevaluatedItems: { type: 'number' } },
    accepts: [['x', 1]],
    rejects: [['x', null], [1]],
  },
  {
    what: 'OpenAPI: nullable',
    dialect: 'openapi-3.0',
    schema: { type: 'string', nullable: true },
    accepts: ['x', null],
    rejects: [1],
  },
  {
    what: 'OpenAPI: nullable beside enum',
    dialect: 'openapi-3.0',
    schema: { type: 'string', enum: ['a'], nullable: true },
    accepts: ['a', null],
    rejects: ['b'],
  },
  {
    what: 'OpenAPI: nullable without type says nothing',
    dialect: 'openapi-3.0',
    schema: { enum: ['a'], nullable: true },
    accepts: ['a'],
    rejects: [null],
  },

  { what: 'patterns are read as Unicode', schema: { pattern: '^.$' }, accepts: ['😀'], rejects: ['ab'] },
  {
    what: 'patterns that are valid without the flag only',
    schema: { pattern: '^[\\w-.]\\-$' },
    accepts: ['a-', '.-'],
    rejects: ['-'],
  },
  {
    what: 'patterns that backtrack',
    schema: { patternProperties: { '^(a+)+$': { pattern: '^(b|b)*$' } } },
    accepts: [{ aa: 'bb', b: 1 }],
    rejects: [{ aa: 'c' }],
  },
];

describe.each([
  ['with generated code', finishJsonSchema],
  ['without', finishInterpreted],
])('a check %s', (_, make) => {
  it.each(cases)('$what', ({ schema, dialect, accepts, rejects }) => {
    const before = JSON.stringify(schema);
    const finish = make(schema, dialect ?? dialectOf(schema));
    for (const value of accepts) expect(finish(value), JSON.stringify(value)).toEqual({ value });
    for (const value of rejects) expect(passes(finish(value)), JSON.stringify(value)).toBe(false);
    expect(JSON.stringify(schema)).toBe(before);
  });

  it('hands back the very value', () => {
    const value = { a: [1] };
    expect((make({}, '2020-12')(value) as { value: unknown }).value).toBe(value);
  });

  it.each([
    ['a reference to nothing', { $ref: '#/$defs/none' }],
    ['a reference to elsewhere', { $ref: 'https://example.com/other.json' }],
    ['no regular expression', { pattern: '(' }],
    ['a malformed keyword', { minimum: 'three' }],
    ['an unknown type', { type: 'bigint' }],
    ['no schema', 5],
  ])('that can not be made lets nothing pass: %s', (_what, schema) => {
    const finish = make(schema, '2020-12');
    for (const value of [1, 'x', null, {}, { a: 1 }])
      expect(finish(value)).toMatchObject({ issues: [{ code: 'validator-unavailable', path: [] }] });
  });
});

it('compiles nothing before the first value, and once', () => {
  let reads = 0;
  const schema = {
    get type() {
      reads++;
      return 'string';
    },
  };
  const finish = finishJsonSchema(schema, '2020-12');
  expect(reads).toBe(0);
  finish('x');
  const once = reads;
  expect(once).toBeGreaterThan(0);
  finish('y');
  expect(reads).toBe(once);
});

it('lets schemas with the same id live side by side', () => {
  const [text, number] = ['string', 'number'].map((type) =>
    finishJsonSchema({ $id: 'https://example.com/same', type }, '2020-12'),
  );
  expect(passes(text?.('x') as Finished)).toBe(true);
  expect(passes(number?.('x') as Finished)).toBe(false);
});
