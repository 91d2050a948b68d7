import { z } from 'zod';
import type { Json } from '../../src/ir/json.js';

/** Counterexamples that the laws found, as small as they come; each was wrong once. */
export interface FoundJson {
  readonly schema: Json;
  readonly values: readonly Json[];
}

const reference = (name: string): Json => ({ $ref: `#/$defs/${name}` });

export const JSON_SCHEMAS: Readonly<Record<string, FoundJson>> = {
  'allOf of one branch is not inert': {
    schema: { allOf: [{ type: 'object', properties: { c: { type: 'number' } }, required: ['c'] }] },
    values: [{ c: 1 }],
  },
  'a reference to what admits nothing is not inert': {
    schema: {
      type: 'object',
      properties: { a: { type: 'string' }, b: reference('none') },
      $defs: { none: { type: 'object', anyOf: [{ type: 'string' }] } },
    },
    values: [{}, { a: 'x' }],
  },
  'a definition of one option said twice': {
    schema: {
      type: 'object',
      properties: { a: reference('b'), c: reference('b') },
      required: ['a'],
      additionalProperties: false,
      $defs: { b: { anyOf: [{ type: 'null', default: { a: [1] } }, { type: 'null' }] } },
    },
    values: [{ a: null }, { a: null, c: null }],
  },
  'two patterns hold one definition': {
    schema: {
      type: 'object',
      patternProperties: { '^[a-z]+$': reference('A'), '^x-': reference('A') },
      additionalProperties: false,
      $defs: { A: { type: 'object', properties: { name: { type: 'object', properties: {}, additionalProperties: false } } } },
    },
    values: [{}, { a: {}, 'x-b': { name: {} } }],
  },
  'a note that is dropped keeps no union apart': {
    schema: { anyOf: [{ type: 'boolean', default: { a: [1] } }, { type: 'null' }] },
    values: [true, null],
  },
  'an option within another': {
    schema: { anyOf: [{ type: ['string', 'null'], enum: ['"', null], examples: ['one', 2] }, { const: '"' }] },
    values: ['"', null],
  },
  'options that differ by a bound alone': {
    schema: { oneOf: [{ type: ['number', 'string'], exclusiveMaximum: 10 }, { type: ['number', 'string'] }] },
    values: [11],
  },
  'a definition that is free-form': {
    schema: { type: 'array', prefixItems: [reference('A'), reference('A'), {}], items: reference('A'), $defs: { A: {} } },
    values: [[], [1, 'a', [null], {}]],
  },
  'a definition of a few words': {
    schema: {
      type: 'array',
      items: { type: 'object', additionalProperties: reference('A'), propertyNames: { enum: ['a', 'b', 'k'] } },
      $defs: { A: { type: 'object', additionalProperties: true, minProperties: 1 } },
    },
    values: [[{ a: { x: 1 } }]],
  },
  'a union in a union': {
    schema: {
      anyOf: [
        { anyOf: [{ type: 'string' }, { type: 'string', enum: ['alloy', 'ash'] }] },
        { type: 'object', properties: { id: { type: 'string' } }, required: ['id'], additionalProperties: false },
      ],
    },
    values: ['x', 'ash', { id: 'y' }],
  },
  'a union in a union, with notes': {
    schema: {
      anyOf: [
        {
          anyOf: [{ type: 'array', items: { type: 'string' }, contains: { type: 'string' }, title: 'Title' }, { type: 'null' }],
          examples: ['one', 2],
        },
        { type: 'null' },
      ],
    },
    values: [null, ['a']],
  },
  'bounds that every number meets': {
    schema: { anyOf: [{ type: 'number', minimum: -1e308 }, { type: 'null' }] },
    values: [1, null],
  },
  'properties out of the order of the schema': {
    schema: {
      type: 'object',
      properties: { late: { type: 'string' }, first: { type: 'string' }, second: { type: 'integer' } },
      required: ['first', 'second'],
      additionalProperties: false,
    },
    values: [{ second: 2, late: 'x', first: 'a' }],
  },
  'names of Object.prototype': {
    schema: {
      type: 'object',
      properties: { toString: { type: 'array', items: { type: 'string' } }, constructor: { type: 'string' } },
    },
    values: [{}, { toString: ['a'] }, { constructor: 'x' }],
  },
};

export interface FoundZod {
  make(): z.ZodType;
  readonly values: readonly unknown[];
  /** Parsing an output again gives the same. */
  readonly pure?: boolean;
}

function linked(): z.ZodType {
  const node: z.ZodType = z.object({
    value: z.string(),
    get next(): z.ZodType {
      return node.nullable();
    },
  });
  return node;
}

export const ZOD_SCHEMAS: Readonly<Record<string, FoundZod>> = {
  'optional and nullable': {
    make: () => z.object({ a: z.string().nullish() }),
    values: [{}, { a: null }, { a: 'x' }],
    pure: true,
  },
  'a nullable node': {
    make: linked,
    values: [
      { value: 'a', next: null },
      { value: 'a', next: { value: 'b', next: null } },
    ],
    pure: true,
  },
  'an optional enum at the root': { make: () => z.enum(['red']).optional(), values: ['red'], pure: true },
  'keys like integers come first': {
    make: () => z.intersection(z.object({ c: z.number() }), z.object({ '1': z.number() })),
    values: [{ c: 1, '1': 2 }],
    pure: true,
  },
  'coercion in a union': { make: () => z.union([z.uuid(), z.coerce.boolean()]), values: ['x', true] },
  'coercion said twice in a union': {
    make: () => z.union([z.string(), z.union([z.coerce.string(), z.string()])]),
    values: ['x', null, 5],
  },
  'a fallback within a list before an object that strips': {
    make: () => z.union([z.array(z.number().catch(0)).max(3), z.object({})]),
    values: [{ a: 1 }, [1, 2], {}],
  },
  'a format narrower than the library reads it, before an object that strips': {
    make: () => z.union([z.object({ a: z.url() }), z.object({})]),
    values: [{ a: 'https://example.com/a b' }, { a: 'https://example.com/' }, { a: 5 }],
  },
  'more look-alikes than are compared': {
    make: () =>
      z.union(
        Array.from({ length: 220 }, (_, index) =>
          index % 2
            ? z.object({ x: z.string(), m: z.record(z.string(), index % 4 === 1 ? z.number() : z.string()) })
            : z.object({ x: z.string(), [`k${index}`]: z.number() }),
        ),
      ),
    values: [
      { x: 'a', m: { q: 1 } },
      { x: 'a', m: { q: 's' } },
      { x: 'b', k4: 3 },
    ],
  },
  'a default is not filled in for another option': {
    make: () => z.xor([z.strictObject({ name: z.string().trim().prefault(' x '), a: z.string().startsWith('b') }), z.any()]),
    values: [{ a: 'az' }, { name: 'n', a: 'az' }, 5],
  },
  'an item before a rest that takes undefined may be absent': {
    make: () => z.tuple([z.string().optional(), z.union([z.string(), z.unknown()])], z.number()).optional(),
    values: [['a'], ['a', 'b'], ['a', 1, 2], []],
  },
  'what is undefined is no part of JSON text': {
    make: () => z.looseRecord(z.string().regex(/^k/), z.object({ a: z.string(), c: z.undefined() })),
    values: [{ kz: { '1': 2.5, a: 'x', c: undefined }, other: { a: ' ', c: undefined } }],
  },
  'a format and a pattern, in whichever order': {
    make: () => z.tuple([z.intersection(z.object({ a: z.iso.date() }), z.object({ a: z.string().regex(/^2/) })), z.string()]),
    values: [[{ a: '2024-02-29' }, 'x']],
  },
  'coercion in a tree, before an object that strips': {
    make: () => {
      const node: z.ZodType = z.lazy(() =>
        z.union([z.object({ left: node, right: node }), z.object({ value: z.coerce.bigint().optional() })]),
      );
      return node;
    },
    values: [{ value: 7n }, { left: { value: '7' }, right: {} }, { left: { value: 5n }, right: {} }],
  },
  'coercion before an object that strips': {
    make: () => z.union([z.object({ a: z.coerce.string() }), z.object({})]),
    values: [{ a: 'x' }, {}, { a: 5 }],
  },
  'a fallback before an object that strips': {
    make: () => z.union([z.object({ a: z.string().catch('c') }), z.object({ b: z.string().optional() })]),
    values: [{ a: 'x' }, { b: 'x' }, { a: 5, b: 'x' }],
  },
  'a fallback of what can never be right': {
    make: () =>
      z.object({
        a: z.union([z.never().catch('c' as never), z.number()]),
        b: z
          .never()
          .catch('d' as never)
          .optional(),
      }),
    values: [{ a: 5 }, { a: 'x', b: true }],
  },
  'a fallback around a discriminated union': {
    make: () =>
      z.discriminatedUnion('type', [z.object({ type: z.literal('a') }), z.object({ type: z.literal('b') })]).catch({ type: 'a' }),
    values: ['red', { type: 'b' }],
  },
  'a format wider than the one sent, in a union': {
    make: () => z.union([z.iso.time(), z.email(), z.iso.datetime({ offset: true, local: true })]),
    values: ['2024-02-29T12:00:00', '2024-02-29T12:00:00Z', 'a@b.co'],
  },
  'a format wider than the one sent, in an intersection': {
    make: () => z.intersection(z.object({ a: z.iso.datetime({ offset: true, local: true }) }), z.object({ a: z.string() })),
    values: [{ a: '2024-02-29T12:00:00Z' }],
  },
  'a plain string swallows its kin': {
    make: () => z.union([z.emoji(), z.string(), z.enum(['red', 'blue sky'])]),
    values: ['red', 'x', '😀'],
    pure: true,
  },
  'an empty object shared': {
    make: () => z.record(z.enum(['a', 'b', 'c']), z.object({})),
    values: [{ a: {}, b: {}, c: {} }],
    pure: true,
  },
  'a fallback where the wire is stricter': {
    make: () => z.array(z.email()).min(2).catch([]),
    values: [[], ['a@b.co', 'c@d.co']],
  },
  'an entry left to its default': {
    make: () => z.record(z.string(), z.string().default('d')),
    values: [{ a: undefined, b: 'x' }],
  },
  'an entry left to its fallback': {
    make: () => z.record(z.string(), z.string().catch('d')),
    values: [{ a: undefined, b: 'x' }],
  },
  'a partial record fills in only what is there': {
    make: () => z.partialRecord(z.enum(['a', 'b', 'c']), z.union([z.string().trim().prefault('x'), z.number()])),
    values: [{ b: ' a ' }, { a: undefined, b: 1 }, {}],
  },
  'lists told apart by their least length': {
    make: () => z.xor([z.array(z.string()).min(1), z.map(z.date(), z.string())]),
    values: [new Map(), ['a'], new Map([[new Date(0), 'x']])],
  },
  'keys a loose record leaves alone': {
    make: () => z.looseRecord(z.string().regex(/^k/), z.object({ b: z.string() })),
    values: [{ kz: { b: 'abc' }, other: { b: 'abc', x: 1 } }, { other: 5 }],
  },
  'what a loose record leaves alone keeps what an object would drop': {
    make: () => z.looseRecord(z.string().regex(/^k/), z.object({ at: z.date() })),
    values: [{ kz: { at: new Date(0), x: 1 }, other: { at: '1970', x: 1 } }],
  },
  'json beside records': {
    make: () => z.union([z.looseObject({}), z.record(z.string(), z.literal(['red', 1])), z.json().brand('x')]),
    values: [5, 'x', { a: 1 }, [null]],
  },
  'a key that must be there though it holds nothing': {
    make: () => z.object({ a: z.void() }).catch({ a: undefined }),
    values: [{}, { a: undefined }],
  },
  'records drop __proto__': {
    make: () => z.record(z.string(), z.literal([null, true])),
    values: [
      Object.fromEntries([
        ['__proto__', 'x'],
        ['a', true],
      ]),
    ],
  },
  'a property left to its fallback': { make: () => z.object({ value: z.enum(['a']).catch('a') }), values: [{}, { value: 'a' }] },
  'an entry left to the default of an option': {
    make: () => z.looseRecord(z.string().regex(/^k/), z.union([z.int64(), z.string().default('x')])),
    values: [{ k: undefined, other: 'a' }],
  },
  'a loose record is a plain object': {
    make: () => z.union([z.looseRecord(z.string().regex(/^k/), z.array(z.string())), z.set(z.string().prefault('x'))]),
    values: [new Set([undefined, 'a']), new Set(['a'])],
  },
  'alike on the wire: a record and a list of pairs': {
    make: () => z.union([z.record(z.string(), z.number()), z.array(z.object({ key: z.string(), value: z.number() }))]),
    values: [{ a: 1 }, [{ key: 'a', value: 1 }], [], {}],
    pure: true,
  },
  'alike on the wire: a date and a text': {
    make: () => z.union([z.date(), z.string()]),
    values: [new Date(0), '1970-01-01T00:00:00.000Z'],
    pure: true,
  },
  'alike on the wire: a bigint and a text': { make: () => z.union([z.string(), z.bigint()]), values: [5n, '5'], pure: true },
  'alike on the wire: a set and a list': {
    make: () => z.union([z.set(z.string()), z.array(z.string())]),
    values: [new Set(['a']), ['a'], [], new Set()],
    pure: true,
  },
  'alike on the wire: a tuple and an object': {
    make: () => z.union([z.tuple([z.string()]), z.object({ item0: z.string() })]),
    values: [['a'], { item0: 'a' }],
    pure: true,
  },
  'alike on the wire: anything and a text': {
    make: () => z.object({ a: z.union([z.string(), z.json()]) }),
    values: [{ a: '5' }, { a: 5 }, { a: '"' }],
    pure: true,
  },
  'a record is a plain object': {
    make: () => z.union([z.partialRecord(z.enum(['a']), z.string()), z.date()]),
    values: [new Date(0), { a: 'x' }, {}],
    pure: true,
  },
};

/** Values that no JSON text gives back: encode must refuse them, or take an option that can say them. */
export const UNSAYABLE: Readonly<Record<string, { make(): z.ZodType; readonly value: unknown }>> = {
  'NaN in any': { make: () => z.any(), value: { a: Number.NaN } },
  'Infinity in unknown': { make: () => z.unknown(), value: [Number.POSITIVE_INFINITY] },
  'undefined in a list of any': { make: () => z.any(), value: [undefined] },
  'a Map in any': { make: () => z.any(), value: new Map([[1, 2]]) },
  'a Date in any': { make: () => z.any(), value: new Date(0) },
  'a bigint in any': { make: () => z.any(), value: 5n },
};
