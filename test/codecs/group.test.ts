import * as classic from '@sinclair/typebox';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { CompileOptions, JsonSchema } from '../../src/compiled.js';
import { compile, EncodeError } from '../../src/index.js';
import { schemaFits } from '../laws/fits.js';
import { validatorFor } from '../support/validator.js';

const ENTRIES = { encode: 'entries' } as const;
const pinned = <Type extends z.ZodType>(type: Type) => type.optional().meta({ bascule: ENTRIES });

/** The value goes there and back, by way of what the target takes; answers the wire value. */
function goesRound(schema: unknown, value: unknown, options: CompileOptions = {}, expected = value): unknown {
  const compiled = compile<unknown>(schema, options);
  schemaFits(compiled.wire, options.mode ?? 'output', compiled.spend);
  const wire = compiled.encode(value);
  expect(validatorFor(compiled.wire, '2020')?.(JSON.parse(JSON.stringify(wire))), JSON.stringify(wire)).toBe(true);
  expect(compiled.decode(JSON.parse(JSON.stringify(wire)))).toEqual({ value: expected, repairs: [] });
  expect(compiled.parse(JSON.stringify(wire))).toEqual({ value: expected, repairs: [] });
  return wire;
}

/** The keys of each list of entries of an object. */
function lists(wire: JsonSchema): unknown {
  return Object.fromEntries(
    Object.entries(
      wire.properties as { [key: string]: { items?: { properties?: { key?: { enum?: unknown; const?: unknown } } } } },
    )
      .filter(([, { items }]) => items?.properties?.key)
      .map(([name, { items }]) => [name, items?.properties?.key?.enum ?? items?.properties?.key?.const]),
  );
}

describe('every dialect', () => {
  test('Zod', () => {
    const schema = z.object({ id: z.string(), a: pinned(z.string()), b: pinned(z.string()), n: z.number().optional() });
    expect(goesRound(schema, { id: '1', b: 'y' })).toEqual({ id: '1', more: [{ key: 'b', value: 'y' }] });
    expect(goesRound(schema, { id: '1', a: 'x', b: '', n: 0 })).toEqual({
      id: '1',
      more: [
        { key: 'a', value: 'x' },
        { key: 'b', value: '' },
      ],
      n: 0,
    });
    expect(goesRound(schema, { id: '1' })).toEqual({ id: '1', more: [] });
  });

  const typebox = (library: typeof Type | typeof classic.Type) => {
    const T = library as typeof Type;
    return T.Object(
      { id: T.String(), a: T.Optional(T.String({ 'x-bascule': ENTRIES })), b: T.Optional(T.String({ 'x-bascule': ENTRIES })) },
      { additionalProperties: false },
    );
  };
  test.each([
    ['TypeBox 1', Type],
    ['TypeBox 0.34', classic.Type],
  ] as const)('%s', (_, library) => {
    const schema = typebox(library);
    expect(goesRound(schema, { id: '1', b: 'y' })).toEqual({ id: '1', more: [{ key: 'b', value: 'y' }] });
    expect(compile<unknown>(schema).decode({ id: '1', more: [{ key: 'b', value: 2 }] }).issues).toMatchObject([{ path: ['b'] }]);
  });

  const json = {
    type: 'object',
    properties: { id: { type: 'string' }, a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string' } },
    required: ['id'],
    additionalProperties: false,
  };
  test('JSON Schema, some and all', () => {
    const some = { encode: { '/properties/a': 'entries', '/properties/c': 'entries' } } as const;
    expect(goesRound(json, { id: '1', c: 'z', b: 'y' }, some)).toEqual({ id: '1', more: [{ key: 'c', value: 'z' }], b: 'y' });
    const all = { encode: { '/properties/a': 'entries', '/properties/b': 'entries', '/properties/c': 'entries' } } as const;
    goesRound(json, { id: '1', c: 'z', b: 'y' }, { ...all, mode: 'tool', openness: 'keep' });
    expect(lists(compile(json, all).wire)).toEqual({ more: ['a', 'b', 'c'] });
  });

  test('one alone', () => {
    const one = { encode: { '/properties/b': 'entries' } } as const;
    expect(goesRound(json, { id: '1', b: 'y' }, one)).toEqual({ id: '1', more: [{ key: 'b', value: 'y' }] });
    expect(lists(compile(json, one).wire)).toEqual({ more: 'b' });
  });
});

describe('names', () => {
  const NAMES = [
    'more',
    'more_2',
    'key',
    'value',
    '__proto__',
    'constructor',
    'toString',
    '',
    ' ',
    'x y',
    'ä',
    'a/b',
    'a~b',
    'a"b',
    'a\nb',
  ];
  const schema = {
    type: 'object',
    properties: Object.fromEntries(NAMES.map((name) => [name, { type: 'integer', 'x-bascule': ENTRIES }])),
    additionalProperties: false,
  };
  const value = Object.fromEntries(NAMES.map((name, index) => [name, index]));

  test('any name can be one of an entry, those of ours among them', () => {
    expect(goesRound(schema, value)).toEqual({ more_3: NAMES.map((key, index) => ({ key, value: index })) });
    expect(goesRound(schema, {})).toEqual({ more_3: [] });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    for (const name of NAMES) goesRound(schema, Object.fromEntries([[name, 1]]));
  });

  test('in Zod', () => {
    const object = z.object(Object.fromEntries(NAMES.map((name) => [name, pinned(z.int())])));
    // Zod itself drops what is called `__proto__`.
    goesRound(object, value, {}, object.parse(value));
    // And it takes what every object has for a property that is there.
    const there = { constructor: 1, toString: 2 };
    for (const name of NAMES.filter((each) => each !== '__proto__')) goesRound(object, { ...there, [name]: 3 });
  });

  test('a property that stands by itself may be called `more`, renamed or not', () => {
    const properties = { more: { type: 'string' }, 'm ore': { type: 'string' }, a: { type: 'boolean', 'x-bascule': ENTRIES } };
    expect(
      goesRound(
        { type: 'object', properties, required: ['more', 'm ore'], additionalProperties: false },
        { more: 'm', 'm ore': 'n', a: true },
      ),
    ).toEqual({
      more: 'm',
      m_ore: 'n',
      more_2: [{ key: 'a', value: true }],
    });
  });

  test('lists of several types are told apart by a number', () => {
    const object = z.object({
      text: pinned(z.string()),
      count: pinned(z.int()),
      tags: pinned(z.array(z.string())),
      name: pinned(z.string()),
      kind: pinned(z.enum(['a', 'b'])),
    });
    expect(lists(compile(object).wire)).toEqual({ more: ['text', 'name'], more_2: 'count', more_3: 'tags', more_4: 'kind' });
    goesRound(object, { text: 't', count: 1, tags: ['x'], name: 'n', kind: 'b' });
  });

  test('members that differ in capitals only are told apart, and none is guessed', () => {
    const object = z.object({ name: pinned(z.string()), Name: pinned(z.string()), other: pinned(z.string()) });
    goesRound(object, { name: 'a', Name: 'b' });
    const answer = (key: string) => compile(object).decode({ more: [{ key, value: 'x' }] });
    expect(answer('NAME').issues).toMatchObject([{ code: 'unknown-property', path: ['NAME'] }]);
    expect(answer('OTHER')).toEqual({
      value: { other: 'x' },
      repairs: [{ path: [], message: expect.stringContaining('capitalisation'), from: 'OTHER', to: 'other' }],
    });
  });
});

describe('what is wrong says where it belongs in the source', () => {
  const schema = {
    type: 'object',
    properties: {
      list: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            id: { type: 'string' },
            a: { type: 'integer', 'x-bascule': ENTRIES },
            b: { type: 'integer', 'x-bascule': ENTRIES },
          },
          required: ['id'],
          additionalProperties: false,
        },
      },
    },
    required: ['list'],
    additionalProperties: false,
  };
  const compiled = compile<unknown>(schema);

  test.each([
    ['an unknown key', [{ key: 'c', value: 1 }], 'unknown-property', ['list', 0, 'c']],
    ['a property that stands by itself', [{ key: 'id', value: 1 }], 'unknown-property', ['list', 0, 'id']],
    [
      'a key twice',
      [
        { key: 'a', value: 1 },
        { key: 'a', value: 2 },
      ],
      'duplicate-key',
      ['list', 0, 'a'],
    ],
    [
      'a key twice, in other capitals',
      [
        { key: 'A', value: 1 },
        { key: 'a', value: 2 },
      ],
      'duplicate-key',
      ['list', 0, 'a'],
    ],
    ['a value of another type', [{ key: 'b', value: 'x' }], 'finish', ['list', 0, 'b']],
    ['no value', [{ key: 'a' }], 'wire-type', ['list', 0]],
    ['no key', [{ value: 1 }], 'wire-type', ['list', 0]],
    ['a key that is no text', [{ key: 0, value: 1 }], 'wire-type', ['list', 0]],
    ['no list', { a: 1 }, 'wire-type', ['list', 0]],
    ['null', null, 'wire-type', ['list', 0]],
    ['a text', 'a', 'wire-type', ['list', 0]],
    ['an entry that is a list', [['a', 1]], 'wire-type', ['list', 0]],
    ['an entry that says more', [{ key: 'a', value: 1, note: 'x' }], 'unknown-property', ['list', 0, 'a']],
  ])('%s', (_, more, code, path) => {
    const answer = { list: [{ id: '1', more }] };
    expect(compiled.decode(answer).issues).toMatchObject([{ code, path }]);
    expect(compiled.parse(JSON.stringify(answer)).issues).toMatchObject([{ code, path }]);
  });

  test('every issue, not the first', () =>
    expect(
      compiled
        .decode({
          list: [
            {
              id: '1',
              more: [
                { key: 'x', value: 1 },
                { key: 'y', value: 1 },
              ],
            },
          ],
        })
        .issues?.map(({ path }) => path),
    ).toEqual([
      ['list', 0, 'x'],
      ['list', 0, 'y'],
    ]));

  test('a list that is left out leaves its members out', () =>
    expect(compiled.parse('{"list":[{"id":"1"}]}')).toEqual({ value: { list: [{ id: '1' }] }, repairs: [] }));

  test('what can not be encoded', () => {
    const issuesOf = (value: unknown) => {
      try {
        return compiled.encode(value);
      } catch (error) {
        return (error as EncodeError).issues;
      }
    };
    expect(issuesOf({ list: [{ id: '1', a: 'x' }] })).toMatchObject([{ path: ['list', 0, 'a'] }]);
    expect(issuesOf({ list: [{ id: '1', c: 1 }] })).toMatchObject([{ path: ['list', 0, 'c'] }]);
  });
});

describe('what Zod makes of a value', () => {
  const values: { readonly [name: string]: readonly [z.ZodType, input: unknown, output?: unknown] } = {
    nullable: [z.string().nullable(), null],
    transform: [z.string().transform((text) => text.length), 'abc', 3],
    pipe: [z.string().pipe(z.coerce.number()), '12', 12],
    refine: [z.string().refine((text) => text !== 'no'), 'yes'],
    branded: [z.string().brand('x'), 'yes'],
    literal: [z.literal(['a', 1, null]), null],
    enum: [z.enum({ A: 'a', B: 1 }), 1],
    union: [z.union([z.string(), z.number(), z.array(z.boolean())]), [true]],
    bigint: [z.bigint(), 2n ** 70n],
    date: [z.date(), new Date(0)],
    set: [z.set(z.string()), new Set(['a'])],
    any: [z.any(), { a: [1, { b: null }] }],
    stringbool: [z.stringbool(), 'true', true],
    bytes: [
      z.codec(z.base64(), z.instanceof(Uint8Array), {
        decode: (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)),
        encode: (bytes) => btoa(String.fromCharCode(...bytes)),
      }),
      'AQI=',
      new Uint8Array([1, 2]),
    ],
    template: [z.templateLiteral(['a', z.number()]), 'a1'],
    readonly: [z.array(z.string()).readonly(), ['a']],
    'an object': [z.object({ a: z.string() }), { a: 'x' }],
    'a record': [z.record(z.string(), z.number()), { a: 1 }],
    'a tuple': [z.tuple([z.string(), z.number()]), ['a', 1]],
    catch: [z.string().catch('c'), 'x'],
    default: [z.string().default('d'), 'x'],
    coerce: [z.coerce.number(), 1],
  };

  test.each(Object.entries(values))('%s goes round, in a list or not', (_, [type, input, output = input]) => {
    const schema = z.object({ a: type.optional().meta({ bascule: ENTRIES }), b: type.optional().meta({ bascule: ENTRIES }) });
    goesRound(schema, { a: input, b: input }, {}, { a: output, b: output });
    goesRound(schema, { b: input }, {}, schema.parse({ b: input }));
    goesRound(schema, {}, {}, schema.parse({}));
  });

  test('what has parts of its own, or loses something, shares no list, and the pin says so', () => {
    for (const name of ['an object', 'a record', 'a tuple', 'catch', 'coerce']) {
      const [type] = values[name] as readonly [z.ZodType, unknown];
      const { wire, diagnostics } = compile(z.object({ a: type.optional().meta({ bascule: ENTRIES }) }));
      expect([name, lists(wire)]).toEqual([name, {}]);
      expect(diagnostics).toContainEqual(
        expect.objectContaining({
          code: 'pin-not-kept',
          path: '/properties/a',
          message: expect.stringContaining("pinned as 'entries'"),
        }),
      );
    }
  });

  test('an own undefined is an absent one', () => {
    const schema = z.object({ a: pinned(z.string()), b: pinned(z.string()) });
    expect(compile(schema).encode({ a: undefined, b: 'y' })).toEqual({ more: [{ key: 'b', value: 'y' }] });
  });

  test('undeclared keys: stripped, rejected, kept', () => {
    const shape = { a: pinned(z.string()), b: pinned(z.string()) };
    expect(goesRound(z.object(shape), { a: 'x', other: 1 }, {}, { a: 'x' })).toEqual({ more: [{ key: 'a', value: 'x' }] });
    expect(() => compile(z.strictObject(shape)).encode({ a: 'x', other: 1 } as never)).toThrow(EncodeError);
    goesRound(z.looseObject(shape), { a: 'x', other: 1, more: [], entries: null });
    goesRound(z.object(shape).catchall(z.number()), { b: 'x', other: 1, more: 2 });
  });

  test('an entry of the undeclared keys has no name of a member', () => {
    const compiled = compile(z.object({ a: pinned(z.string()) }).catchall(z.string()));
    const { properties } = compiled.wire as { properties: object };
    expect(Object.keys(properties)).toEqual(['entries', 'more']);
    expect(compiled.decode({ entries: [{ key: 'a', value: 'x' }], more: [] }).issues).toMatchObject([
      { code: 'declared-key', path: ['a'] },
    ]);
  });
});

describe('anywhere in a schema', () => {
  const shape = { id: z.string(), a: pinned(z.string()), b: pinned(z.string()) };

  test('lists of objects, records, maps, tuples', () => {
    const object = z.object(shape);
    const one = { id: '1', b: 'y' };
    goesRound(z.object({ list: z.array(object) }), { list: [one, { id: '2' }] });
    goesRound(z.record(z.string(), object), { x: one });
    goesRound(z.map(z.string(), object), new Map([['x', one]]));
    goesRound(z.tuple([object, object]), [one, one]);
  });

  test('recursive: a node of a table', () => {
    const node: z.ZodType = z.object({
      ...shape,
      get children() {
        return z.array(node).optional();
      },
    });
    const tree = {
      id: '1',
      a: 'x',
      children: [
        { id: '2', b: 'y' },
        { id: '3', children: [{ id: '4', a: '', b: '' }] },
      ],
    };
    const { nodes } = goesRound(node, tree) as { nodes: readonly { more: unknown }[] };
    expect(nodes.map(({ more }) => more)).toEqual([
      [{ key: 'a', value: 'x' }],
      [{ key: 'b', value: 'y' }],
      [],
      [
        { key: 'a', value: '' },
        { key: 'b', value: '' },
      ],
    ]);
  });

  test('options of a union, told apart by what is beside, or not at all', () => {
    const told = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('one'), a: pinned(z.string()) }),
      z.object({ kind: z.literal('two'), a: pinned(z.number()) }),
    ]);
    goesRound(told, { kind: 'one', a: 'x' });
    goesRound(told, { kind: 'two', a: 1 });
    const alike = z.union([
      z.strictObject({ a: pinned(z.string()), c: pinned(z.string()) }),
      z.strictObject({ b: pinned(z.string()), c: pinned(z.string()) }),
    ]);
    for (const value of [{ a: 'x' }, { b: 'x' }, { c: 'x' }, {}, { b: 'x', c: 'y' }]) goesRound(alike, value);
  });

  test('an answer whose entries differ in capitals is of the option it fits', () => {
    const either = compile(z.union([z.strictObject({ name: pinned(z.string()) }), z.strictObject({ id: z.number() })]));
    expect(either.decode({ more: [{ key: 'Name', value: 'x' }] })).toMatchObject({ value: { name: 'x' } });
  });

  test('intersections', () =>
    goesRound(z.intersection(z.object({ a: pinned(z.string()) }), z.object({ b: pinned(z.string()) })), { a: 'x', b: 'y' }));

  test('a definition used twice', () => {
    const part = {
      type: 'object',
      properties: { a: { type: 'string', 'x-bascule': ENTRIES }, b: { type: 'string', 'x-bascule': ENTRIES } },
      additionalProperties: false,
    };
    const schema = {
      type: 'object',
      properties: { one: { $ref: '#/$defs/part' }, two: { $ref: '#/$defs/part' } },
      required: ['one', 'two'],
      additionalProperties: false,
      $defs: { part },
    };
    expect(goesRound(schema, { one: { a: 'x' }, two: { b: 'y' } })).toEqual({
      one: { more: [{ key: 'a', value: 'x' }] },
      two: { more: [{ key: 'b', value: 'y' }] },
    });
  });

  test('beside patterns of keys, with nothing lost', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string', 'x-bascule': ENTRIES } },
      patternProperties: { '^n_': { type: 'number' } },
    };
    goesRound(schema, { a: 'x', n_1: 2, other: { deep: true } }, { openness: 'keep' });
  });
});
