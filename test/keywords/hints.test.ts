import { describe, expect, it } from 'vitest';
import type { Facet, Shape } from '../../src/ir/shape.js';
import { hints, keywords } from '../../src/keywords/index.js';

const text: Shape = { kind: 'string', path: '' };
const number: Shape = { kind: 'number', integer: false, path: '' };
const list: Shape = { kind: 'array', path: '', prefix: [], items: { kind: 'any', path: '/items' } };
const map: Shape = {
  kind: 'object',
  path: '',
  properties: [],
  patterns: [],
  rest: { kind: 'any', path: '' },
  openness: 'explicit',
};
const object: Shape = { ...map, openness: 'closed', properties: [{ key: 'a', shape: text, required: false }] };

const facetsOf = (schema: Readonly<Record<string, unknown>>): Facet[] =>
  Object.entries(schema).map(([keyword, value]) => ({ keyword, value, path: '' }));

const long = Array.from({ length: 30 }, (_, i) => i);

const table: readonly (readonly [schema: Readonly<Record<string, unknown>>, shape: Shape, lines: readonly string[]])[] = [
  // bounds
  [{ minimum: 1, maximum: 10 }, number, ['From 1 to 10.']],
  [{ minimum: 1 }, number, ['At least 1.']],
  [{ maximum: -1.5 }, number, ['At most -1.5.']],
  [{ minimum: 0 }, number, ['At least 0.']],
  [{ minimum: 5, maximum: 5 }, number, ['Exactly 5.']],
  [{ exclusiveMinimum: 0 }, number, ['Greater than 0.']],
  [{ exclusiveMinimum: 0, maximum: 1 }, number, ['Greater than 0 and at most 1.']],
  [{ minimum: 0, exclusiveMaximum: 1 }, number, ['At least 0 and less than 1.']],
  [{ minimum: 1, exclusiveMinimum: 0 }, number, ['At least 1.']],
  [{ minimum: 1, exclusiveMinimum: 1 }, number, ['Greater than 1.']],
  [{ minimum: 1, exclusiveMinimum: true }, number, ['Greater than 1.']],
  [{ minimum: 1, exclusiveMinimum: false }, number, ['At least 1.']],
  [{ minimum: 5, maximum: 3 }, number, ['At least 5 and at most 3.']],
  [{ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, number, []],
  [{ multipleOf: 0.01 }, number, ['A multiple of 0.01.']],
  [{ multipleOf: 1 }, number, ['A whole number.']],
  [{ minimum: 0, multipleOf: 5, maximum: 100 }, number, ['From 0 to 100.', 'A multiple of 5.']],
  [{ minLength: 3, maxLength: 3 }, text, ['Exactly 3 characters.']],
  [{ minLength: 1 }, text, ['At least 1 character.']],
  [{ minLength: 0 }, text, []],
  [{ maxLength: 0 }, text, ['Empty.']],
  [{ minLength: 1, maxLength: 20 }, text, ['From 1 to 20 characters.']],
  [{ minItems: 2 }, list, ['At least 2 items.']],
  [{ minItems: 2, uniqueItems: true, maxItems: 4 }, list, ['From 2 to 4 items.', 'No item twice.']],
  [{ uniqueItems: false }, list, []],
  [{ minProperties: 1 }, object, ['At least 1 property.']],
  [{ minProperties: 1, maxProperties: 5 }, map, ['From 1 to 5 entries.']],
  // text
  [{ pattern: '^a+$' }, text, ['Must match the regular expression `^a+$`.']],
  [{ pattern: 'x'.repeat(500) }, text, [`Must match a regular expression that begins with \`${'x'.repeat(160)}\`.`]],
  [{ pattern: '^.*$' }, text, []],
  [{ format: 'e164' }, text, ['Format: phone number in E.164 form, such as +14155550123.']],
  [{ format: 'uri-reference' }, text, ['Format: URI or relative reference.']],
  [{ format: 'int64' }, number, ['Format: 64-bit whole number.']],
  [{ format: 'isbn' }, text, ['Format: isbn.']],
  [{ format: 'an {odd} name' }, text, []],
  [{ format: 'email', pattern: `^${'[a-z]'.repeat(40)}$` }, text, ['Format: e-mail address.']],
  [
    { format: 'email', pattern: '@example\\.com$' },
    text,
    ['Format: e-mail address.', 'Must match the regular expression `@example\\.com$`.'],
  ],
  [
    { contentEncoding: 'base64', contentMediaType: 'image/png' },
    text,
    ['Encoded as base64.', 'Content of the media type image/png.'],
  ],
  // literals
  [{ enum: ['a', 1, null] }, text, ['One of: "a", 1, null.']],
  [{ enum: ['a'] }, text, ['Exactly "a".']],
  [{ enum: long }, number, [`One of 30 values, such as ${long.slice(0, 20).join(', ')}.`]],
  [{ const: { a: [1] } }, object, ['Exactly {"a":[1]}.']],
  [{ const: 'x'.repeat(100) }, text, [`Exactly "${'x'.repeat(60)}…".`]],
  // not
  [{ not: { const: 'x' } }, text, ['Not "x".']],
  [{ not: { enum: ['x', 'y'] } }, text, ['None of: "x", "y".']],
  [{ not: { type: 'string' } }, text, ['Not a string.']],
  [{ not: { pattern: '^a' } }, text, ['Must not match the regular expression `^a`.']],
  [{ not: { required: ['a'] } }, object, ['Without a.']],
  [{ not: { type: 'object', required: ['a', 'b c'] } }, object, ['Not with all of a and "b c" together.']],
  [{ not: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } }, object, ['Without a or b.']],
  [{ not: { properties: { a: { const: 1 } }, required: ['a'] } }, object, ['Not allowed: "a" is 1.']],
  [{ not: { not: { not: { const: 1 } } } }, number, []],
  [{ not: {} }, text, []],
  // if
  [
    { if: { if: { properties: { kind: { const: 'a' } }, required: ['kind'] }, then: { required: ['b'] } } },
    object,
    ['If "kind" is "a", then "b" is required.'],
  ],
  [
    { if: { if: { properties: { kind: { const: 'a' } } }, then: { required: ['b'] } } },
    object,
    ['If "kind" is "a" or is absent, then "b" is required.'],
  ],
  [
    { if: { if: { required: ['x'] }, then: { properties: { y: { minimum: 3 } } }, else: { required: ['z'] } } },
    object,
    ['If "x" is present, then "y" is at least 3 (if present). Otherwise "z" is required.'],
  ],
  [
    { if: { if: { required: ['x'] }, else: { required: ['y', 'z'] } } },
    object,
    ['Unless "x" is present, "y" is required and "z" is required.'],
  ],
  [{ if: { if: { not: { required: ['x'] } }, then: { required: ['y'] } } }, object, ['If it lacks "x", then "y" is required.']],
  [{ if: { if: { minimum: 3 }, then: { multipleOf: 2 } } }, number, ['If it is at least 3, then it is a multiple of 2.']],
  [{ if: { if: { properties: { a: { items: {} } } }, then: { required: ['b'] } } }, object, []],
  [{ if: { if: { required: ['x'] } } }, object, []],
  // arrays
  [{ contains: { const: 'x' } }, list, ['At least one item is "x".']],
  [{ contains: { const: 'x' }, minContains: 2 }, list, ['At least 2 items such that each is "x".']],
  [
    { minContains: 1, maxContains: 3, contains: { type: 'string', minLength: 3 } },
    list,
    ['From 1 to 3 items such that each is a string and has at least 3 characters.'],
  ],
  [{ contains: { type: 'null' }, minContains: 2, maxContains: 2 }, list, ['Exactly 2 items such that each is null.']],
  [{ contains: { type: 'null' }, minContains: 0, maxContains: 0 }, list, ['No item is null.']],
  [{ contains: { type: 'null' }, minContains: 0 }, list, []],
  [{ contains: { items: {} } }, list, []],
  [{ minContains: 2 }, list, []],
  [{ unevaluatedItems: false }, list, ['No items but those described.']],
  // objects
  [{ propertyNames: { pattern: '^[a-z]+$' } }, map, ['Every property name matches the regular expression `^[a-z]+$`.']],
  [{ propertyNames: { type: 'string', enum: ['a', 'b'] } }, map, ['Every property name is one of "a", "b".']],
  [{ propertyNames: { minLength: 1, maxLength: 8 } }, map, ['Every property name has from 1 to 8 characters.']],
  [{ propertyNames: true }, map, []],
  [{ required: ['a', 'b c'] }, object, ['Required: a and "b c".']],
  [
    { dependentRequired: { a: ['b', 'c'], d: ['e'] } },
    object,
    ['If "a" is present, "b" and "c" are required. If "d" is present, "e" is required.'],
  ],
  [
    { dependentSchemas: { a: { required: ['b'] }, c: false } },
    object,
    ['If "a" is present, "b" is required. "c" must be absent.'],
  ],
  [
    { dependencies: { a: ['b'], c: { properties: { d: { const: 1 } }, required: ['d'] } } },
    object,
    ['If "a" is present, "b" is required. If "c" is present, "d" is required and is 1.'],
  ],
  [{ unevaluatedProperties: false }, object, ['No properties but those described.']],
  // combinations
  [{ anyOf: [{ required: ['a'] }, { required: ['b'] }] }, object, ['At least one of: a, b.']],
  [
    { anyOf: [{ minLength: 3 }, { const: 'x' }] },
    text,
    ['At least one of these holds: it has at least 3 characters; it is "x".'],
  ],
  [{ anyOf: [{ minLength: 3 }, { items: {} }] }, text, []],
  [{ oneOf: [{ required: ['a'] }, { required: ['b'] }] }, object, ['Exactly one of: a, b.']],
  [{ oneOf: [{ minLength: 3 }, { maxLength: 5 }] }, text, ['Must fit exactly one of the alternatives, not several.']],
  [
    { allOf: [{ minLength: 3 }, { pattern: '^a' }] },
    text,
    ['It has at least 3 characters. It matches the regular expression `^a`.'],
  ],
  // neither known nor worded
  [{ refine: undefined }, text, []],
  [{ 'x-anything': { minimum: 1 } }, text, []],
  [{ toString: 1 }, text, []],
];

describe('hints', () => {
  it.each(table)('%j', (schema, shape, lines) => {
    expect(hints(facetsOf(schema), shape)).toEqual(lines);
  });

  it("lets the author's words come first", () => {
    expect(hints([{ keyword: 'refine', value: undefined, path: '', hint: 'A palindrome.' }], text)).toEqual(['A palindrome.']);
    const facets: Facet[] = [
      { keyword: 'minimum', value: 1, path: '', hint: 'Positive, please.' },
      { keyword: 'maximum', value: 9, path: '' },
    ];
    expect(hints(facets, number)).toEqual(['Positive, please.', 'At most 9.']);
  });

  it('takes the tightest of several bounds and says nothing twice', () => {
    const facets: Facet[] = [
      { keyword: 'minimum', value: 1, path: '/allOf/0' },
      { keyword: 'minimum', value: 3, path: '/allOf/1' },
      { keyword: 'pattern', value: '^a', path: '/allOf/0' },
      { keyword: 'pattern', value: '^a', path: '/allOf/1' },
    ];
    expect(hints(facets, text)).toEqual(['At least 3.', 'Must match the regular expression `^a`.']);
  });

  it('keeps the bounds of one `contains` apart from another', () => {
    const facets: Facet[] = [
      { keyword: 'contains', value: { const: 1 }, path: '/allOf/0' },
      { keyword: 'minContains', value: 2, path: '/allOf/0' },
      { keyword: 'contains', value: { const: 5 }, path: '/allOf/1' },
    ];
    expect(hints(facets, list)).toEqual(['At least 2 items such that each is 1.', 'At least one item is 5.']);
  });

  it('gives no example of a format whose source means something wider', () => {
    expect(hints([{ keyword: 'format', value: 'time', path: '', wider: true }], text)).toEqual(['Format: time of day.']);
    expect(hints([{ keyword: 'pattern', value: '^a', path: '', flags: 'i' }], text)).toEqual([
      'Must match the regular expression `^a`, ignoring case.',
    ]);
  });

  const hostile: readonly unknown[] = [
    undefined,
    null,
    true,
    false,
    0,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    10n,
    Symbol('s'),
    () => 1,
    '',
    '[',
    'x'.repeat(100_000),
    [],
    [null],
    [[]],
    [1, 'a'],
    new Array(100_000).fill('a'),
    {},
    { a: null },
    { a: [1] },
    { a: { a: { a: 1 } } },
    { if: 1, then: 2, else: 3 },
    { if: { required: 1 }, then: { properties: 1 } },
    { properties: null, required: {} },
    { type: {} },
    { type: 'toString' },
    { enum: [] },
    { pattern: 1 },
    { minimum: '1' },
    { const: undefined },
    { const: 1n },
    nested(20_000),
    Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, ['a']])),
    new Map(),
    new Date(Number.NaN),
  ];

  it.each([...keywords.keys()])('%s bears any value', (name) => {
    for (const value of hostile) {
      for (const shape of [text, number, list, map, object]) {
        const lines = hints([{ keyword: name, value, path: '' }], shape);
        for (const line of lines) {
          expect(line.length).toBeLessThan(3000);
          expect(line).not.toMatch(/undefined|NaN|\[object|\{(?:minimum|maximum|minLength|pattern):/);
        }
      }
    }
  });
});

function nested(depth: number): unknown {
  let schema: unknown = { const: 1 };
  for (let i = 0; i < depth; i++) schema = { not: schema };
  return schema;
}

describe('keywords', () => {
  it('stand in the registry under their own names, frozen', () => {
    for (const [name, keyword] of keywords) {
      expect(keyword.name).toBe(name);
      expect(Object.isFrozen(keyword)).toBe(true);
    }
    expect(keywords.size).toBe(34);
  });
});
