import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Lowered } from '../../src/answer/lowered.js';
import { wirePlace } from '../../src/answer/wire-place.js';
import type { CompileOptions } from '../../src/compiled.js';
import { compile } from '../../src/index.js';
import type { Shape } from '../../src/ir/shape.js';
import type { Step } from '../../src/read/source.js';
import { codecsOf } from '../support/codecs.js';
import { wireAt } from '../support/leaves.js';
import '../support/seed.js';

const tree: z.ZodType = z.object({
  name: z.string(),
  get children() {
    return z.array(tree);
  },
});
function object(shapes: Readonly<Record<string, Shape>>): Shape {
  const properties = Object.entries(shapes).map(([key, shape]) => ({ key, shape, required: true }));
  return {
    kind: 'object',
    path: '',
    properties,
    patterns: [],
    rest: { kind: 'never', path: '', reason: '' },
    openness: 'closed',
  };
}

const either = z.union([z.object({ a: z.record(z.string(), z.number()) }), z.object({ a: z.tuple([z.string(), z.number()]) })]);

interface Row {
  readonly codec: string;
  readonly schema: unknown;
  readonly value: unknown;
  /** Source path, and what stands at its place on the wire. */
  readonly places: readonly (readonly [path: readonly Step[], path: readonly Step[], found: unknown])[];
  /** Source paths that lead to no place of their own, and the nearest place around. */
  readonly around?: readonly (readonly [path: readonly Step[], path: readonly Step[]])[];
  readonly options?: CompileOptions;
}

const rows: readonly Row[] = [
  {
    codec: 'none',
    schema: z.object({ a: z.array(z.object({ b: z.string() })) }),
    value: { a: [{ b: 'x' }, { b: 'y' }] },
    places: [
      [['a', 1, 'b'], ['a', 1, 'b'], 'y'],
      [['a', '1', 'b'], ['a', 1, 'b'], 'y'],
    ],
    around: [
      [['a', 2, 'b'], ['a']],
      [['a', 'length'], ['a']],
      [
        ['a', 0, 'c'],
        ['a', 0],
      ],
      [
        ['a', 0, 'b', 'c'],
        ['a', 0, 'b'],
      ],
      [['__proto__', 'a'], []],
      [['toString'], []],
    ],
  },
  {
    codec: 'entries',
    schema: z.object({ r: z.record(z.string(), z.array(z.number())) }),
    value: { r: { x: [1], '0': [2, 3] } },
    places: [
      [['r', 'x', 0], ['r', 1, 'value', 0], 1],
      [['r', '0', 1], ['r', 0, 'value', 1], 3],
      [['r', 0, 1], ['r', 0, 'value', 1], 3],
      [['r'], ['r'], expect.anything()],
    ],
    around: [
      [['r', 'y', 0], ['r']],
      [['r', 'length'], ['r']],
      [['r', '__proto__'], ['r']],
    ],
  },
  {
    codec: 'tuple',
    schema: z.object({ t: z.tuple([z.string(), z.object({ a: z.number() })], z.boolean()) }),
    value: { t: ['x', { a: 1 }, true, false] },
    places: [
      [['t', 0], ['t', 'item0'], 'x'],
      [['t', 1, 'a'], ['t', 'item1', 'a'], 1],
      [['t', 3], ['t', 'rest', 1], false],
    ],
    around: [
      [
        ['t', 4],
        ['t', 'rest'],
      ],
      [['t', -1], ['t']],
      [['t', 'a'], ['t']],
      [['t', 1.5], ['t']],
    ],
  },
  {
    codec: 'fields',
    schema: {
      type: 'object',
      properties: { 'a b/€': { type: 'string' }, c: { type: 'number' }, d: { type: 'array', items: { type: 'number' } } },
      required: ['a b/€'],
      additionalProperties: { type: 'number' },
    },
    options: { encode: { '/properties/c': 'list', '/properties/d': 'nullable' } },
    value: { 'a b/€': 'x', c: 1, d: [5, 6], e: 2 },
    places: [
      [['a b/€'], [expect.any(String)], 'x'],
      [['c'], ['c', 0], 1],
      [['d', 1], ['d', 1], 6],
      [['e'], ['entries', 0, 'value'], 2],
    ],
    around: [[['f'], []]],
  },
  {
    codec: 'fields',
    schema: { type: 'object', properties: { c: { type: 'number' }, d: { type: 'string' } }, additionalProperties: false },
    options: { encode: { '/properties/c': 'list', '/properties/d': 'nullable' } },
    value: {},
    places: [
      [['c'], ['c'], []],
      [['d'], ['d'], null],
    ],
  },
  {
    codec: 'tagged',
    schema: z.object({ u: either }),
    options: { encode: { '/properties/u': 'tagged' } },
    value: { u: { a: { x: 1 } } },
    places: [
      [['u'], ['u', 'value'], { a: [{ key: 'x', value: 1 }] }],
      [['u', 'a', 'x'], ['u', 'value', 'a', 0, 'value'], 1],
    ],
    around: [
      [
        ['u', 'b'],
        ['u', 'value'],
      ],
    ],
  },
  {
    codec: 'lists',
    schema: z.object({ u: either }),
    options: { encode: { '/properties/u': 'lists' } },
    value: { u: { a: ['x', 1] } },
    places: [[['u', 'a', 1], ['u', expect.any(String), 0, 'a', 'item1'], 1]],
  },
  {
    codec: 'maybe',
    schema: z.object({ m: z.object({ a: z.string() }).nullable(), n: z.string().nullable() }),
    options: { encode: { '/properties/m': 'lists', '/properties/n': 'lists' } },
    value: { m: { a: 'x' }, n: null },
    places: [
      [['m', 'a'], ['m', 0, 'a'], 'x'],
      [['n'], ['n'], []],
    ],
  },
  {
    codec: 'wrap',
    schema: z.string(),
    value: 'x',
    places: [[[], ['value'], 'x']],
    around: [[['a'], ['value']]],
  },
  {
    codec: 'table',
    schema: tree,
    value: {
      name: 'a',
      children: [
        { name: 'b', children: [{ name: 'c', children: [] }] },
        { name: 'd', children: [] },
      ],
    },
    places: [
      [['name'], ['nodes', 0, 'name'], 'a'],
      [['children', 0, 'children', 0, 'name'], ['nodes', 2, 'name'], 'c'],
      [['children', 1], ['nodes', 3], expect.objectContaining({ name: 'd' })],
      [['children', 1, 'children'], ['nodes', 3, 'children'], []],
    ],
    around: [
      [
        ['children', 2, 'name'],
        ['nodes', 0, 'children'],
      ],
      [
        ['children', 1, 'nome'],
        ['nodes', 3],
      ],
    ],
  },
  {
    codec: 'text',
    schema: z.object({ any: z.any() }),
    value: { any: { a: [1] } },
    places: [[['any'], ['any'], '{"a":[1]}']],
    around: [[['any', 'a', 0], ['any']]],
  },
  {
    codec: 'labels',
    schema: { type: 'object', properties: { a: { enum: [{ x: 1 }, [2]] } }, required: ['a'], additionalProperties: false },
    value: { a: { x: 1 } },
    places: [[['a'], ['a'], expect.any(String)]],
    around: [[['a', 'x'], ['a']]],
  },
  {
    codec: 'date',
    schema: z.object({ d: z.array(z.date()), b: z.bigint() }),
    value: { d: [new Date(0)], b: 5n },
    places: [
      [['d', 0], ['d', 0], '1970-01-01T00:00:00.000Z'],
      [['b'], ['b'], '5'],
    ],
  },
  {
    codec: 'set',
    schema: z.object({ s: z.set(z.string()), o: z.set(z.object({ a: z.string() })), l: z.set(z.array(z.string())) }),
    value: { s: new Set(['x', 'y']), o: new Set([{ a: 'x' }]), l: new Set([['x', 'y']]) },
    places: [
      [['s', 1], ['s', 1], 'y'],
      [['o', 0, 'a'], ['o', 0, 'a'], 'x'],
    ],
    around: [
      [['o', 'a'], ['o']],
      [['l', 0], ['l']],
      [['l', 0, 0], ['l']],
    ],
  },
  {
    codec: 'map',
    schema: z.object({ m: z.map(z.string(), z.object({ a: z.number() })), n: z.map(z.number(), z.string()) }),
    value: {
      m: new Map([
        ['x', { a: 1 }],
        ['y', { a: 2 }],
      ]),
      n: new Map([
        [0, 'zero'],
        [7, 'seven'],
        [1, 'one'],
      ]),
    },
    places: [
      [['m', 'y', 'a'], ['m', 1, 'value', 'a'], 2],
      [['m', 0], ['m', 0], { key: 'x', value: { a: 1 } }],
      [['n', 0], ['n', 0, 'value'], 'zero'],
      [['n', 7], ['n', 1, 'value'], 'seven'],
      [['n', 2], ['n', 2], { key: 1, value: 'one' }],
    ],
    around: [
      [['m', 'z'], ['m']],
      [['n', 1], ['n']],
    ],
  },
];

describe.each(rows)('$codec', ({ codec, schema, value, places, around = [], options }) => {
  const compiled = compile<unknown>(schema, options);
  const lowered = new Lowered(compiled.lowered);
  const wire = compiled.encode(value);

  it('is how it travels', () => {
    if (codec !== 'none') expect(codecsOf(compiled.lowered)).toContain(codec);
  });
  it.each(places)('%j lies at %j', (path, expected, found) => {
    const place = wirePlace(lowered, wire, path);
    expect(place).toEqual({ path: expected, exact: true });
    expect(wireAt(wire, place.path)).toEqual(found);
  });
  if (around.length > 0)
    it.each(around)('%j lies somewhere in %j', (path, expected) =>
      expect(wirePlace(lowered, wire, path)).toEqual({ path: expected, exact: false }),
    );
});

describe('answers that are not what was asked for', () => {
  const compiled = compile<unknown>(tree);
  const lowered = new Lowered(compiled.lowered);
  const deep = Array.from({ length: 5000 }, () => ['children', 0]).flat();

  it.each([
    ['an id that no node has', { root: 1, nodes: [{ id: 1, name: 'a', children: [9] }] }, ['nodes', 0, 'children', 0]],
    ['a node that is its own child', { root: 1, nodes: [{ id: 1, name: 'a', children: [1] }] }, ['nodes', 0]],
    ['an id given twice', { root: 1, nodes: [{ id: 1, name: 'a', children: [1] }, { id: 1 }] }, ['nodes', 0]],
    ['an id that is a text', { root: '1', nodes: [{ id: '1', name: 'a', children: [] }] }, ['root']],
    ['no nodes', { root: 1 }, ['root']],
    ['nodes that are none', { root: 1, nodes: [null, 1, 'x', [], {}] }, ['root']],
    ['no root', { nodes: [] }, []],
    ['null', null, []],
    ['a list', [], []],
    ['a text', 'x', []],
  ])('%s', (_, wire, expected) => {
    const { path } = wirePlace(lowered, wire, deep);
    expect(path).toEqual(expected);
  });

  it('nodes that hold nothing but each other', () => {
    const number: Shape = { kind: 'number', path: '', integer: true };
    const child: Shape = { kind: 'coded', path: '', codec: 'child', argument: { table: 't', list: 'nodes' }, wire: number };
    const node: Shape = {
      kind: 'coded',
      path: '',
      codec: 'node',
      argument: { id: 'id', value: 'value' },
      wire: object({ id: number, value: child }),
    };
    const nodes: Shape = { kind: 'array', path: '', prefix: [], items: node };
    const root: Shape = {
      kind: 'coded',
      path: '',
      codec: 'table',
      argument: { table: 't', lists: ['nodes'] },
      wire: object({ root: child, nodes }),
    };
    const round = new Lowered({ root, definitions: new Map() });
    const wire = {
      root: 1,
      nodes: [
        { id: 1, value: 2 },
        { id: 2, value: 1 },
      ],
    };
    expect(wirePlace(round, wire, ['a'])).toEqual({ path: [], exact: false });
    expect(wirePlace(round, wire, [])).toEqual({ path: [], exact: false });
  });

  it('a union that holds itself', () => {
    const chain: z.ZodType = z.lazy(() => z.union([z.string(), z.array(chain)]));
    const lists = compile<unknown>(z.object({ c: chain }));
    const wire = lists.encode({ c: [['x']] });
    const { path, exact } = wirePlace(new Lowered(lists.lowered), wire, ['c', 0, 0]);
    expect({ exact, found: wireAt(wire, path) }).toEqual({ exact: true, found: 'x' });
  });

  it('a property that was not asked for', () => {
    const plain = new Lowered(compile(z.object({ a: z.string() })).lowered);
    expect(wirePlace(plain, { a: 'x', b: { c: [1] } }, ['b', 'c', 0])).toEqual({ path: ['b', 'c', 0], exact: true });
    const open = new Lowered(compile(z.looseObject({ a: z.string() })).lowered);
    expect(wirePlace(open, { a: 'x', entries: [], b: 1 }, ['b'])).toEqual({ path: ['b'], exact: true });
    expect(wirePlace(open, { a: 'x', entries: [], b: 1 }, ['entries'])).toEqual({ path: [], exact: false });
  });

  it('a key `__proto__`', () => {
    const record = new Lowered(compile(z.object({ r: z.record(z.string(), z.number()) })).lowered);
    const wire: unknown = JSON.parse('{"r":[{"key":"__proto__","value":1}],"__proto__":{"x":2}}');
    expect(wirePlace(record, wire, ['r', '__proto__'])).toEqual({ path: ['r', 0, 'value'], exact: true });
    expect(wirePlace(record, wire, ['__proto__', 'x'])).toEqual({ path: ['__proto__', 'x'], exact: true });
  });

  it('whatever the wire is, there is something at the place', () => {
    const lowereds = rows.map(({ schema, options }) => new Lowered(compile<unknown>(schema, options).lowered));
    const key = fc.constantFrom(
      'a',
      'c',
      'd',
      'm',
      'r',
      't',
      'u',
      'root',
      'nodes',
      'id',
      'children',
      'item0',
      'rest',
      'key',
      'value',
    );
    const step = fc.oneof(key, fc.nat(2), fc.constantFrom('__proto__', 'length', 'constructor', '', -1, 0.5, Number.NaN));
    const { any } = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, 1, 2, 'a', 'x', true),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(key, tie('any'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.constantFrom(...lowereds), any, fc.array(step, { maxLength: 8 }), (lowered, wire, path) => {
        expect(wireAt(wire, wirePlace(lowered, wire, path).path)).toBeDefined();
      }),
      { numRuns: 3000 },
    );
  });
});
