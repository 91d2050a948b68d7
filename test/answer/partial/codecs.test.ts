import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Lowered } from '../../../src/answer/lowered.js';
import type { PartialReader } from '../../../src/answer/partial/reader.js';
import { revive } from '../../../src/answer/revive.js';
import type { CompileOptions } from '../../../src/compiled.js';
import { strip } from '../../../src/emit/decoder.js';
import { compile } from '../../../src/index.js';
import { growsTo, readerOf } from './growth.js';

function loweredOf(schema: unknown, options?: CompileOptions): Lowered {
  return new Lowered(compile<unknown>(schema, options).lowered);
}

/** What is shown of a wire text after each piece; the whole is a law. */
function grows(schema: unknown, pieces: readonly string[], options?: CompileOptions): unknown[] {
  const reader = readerOf(loweredOf(schema, options));
  const shown = pieces.map((piece) => {
    reader.push(piece);
    return reader.snapshot();
  });
  reader.end();
  expect(reader.issues).toEqual([]);
  return shown;
}

function issueOf(
  schema: unknown,
  text: string,
  options?: CompileOptions,
): { code?: string | undefined; path: unknown } | undefined {
  const reader = readerOf(loweredOf(schema, options));
  for (const char of text) reader.push(char);
  reader.end();
  const [issue] = reader.issues;
  return issue && { code: issue.code, path: issue.path };
}

describe('texts', () => {
  test('an open text grows, one of a format, an enum or a union with literals waits', () => {
    const schema = z.object({
      open: z.string(),
      on: z.iso.date(),
      kind: z.enum(['one', 'two']),
      either: z.union([z.literal('a'), z.string()]),
    });
    expect(grows(schema, ['{"open":"x', 'y","on":"2026-01', '-02","kind":"o', 'ne","either":"a', 'b"}'])).toEqual([
      { open: 'x' },
      { open: 'xy' },
      { open: 'xy', on: '2026-01-02' },
      { open: 'xy', on: '2026-01-02', kind: 'one' },
      { open: 'xy', on: '2026-01-02', kind: 'one', either: 'ab' },
    ]);
  });

  test('an enum with digits only waits too', () =>
    expect(
      grows({ type: 'object', properties: { a: { enum: ['1', '12'] } }, required: ['a'], additionalProperties: false }, [
        '{"a":"1',
        '2"}',
      ]),
    ).toEqual([{}, { a: '12' }]));

  test('capitals are mended', () =>
    expect(grows(z.object({ kind: z.enum(['Bug', 'question']) }), ['{"kind":"bu', 'g"', '}'])).toEqual([
      {},
      { kind: 'Bug' },
      { kind: 'Bug' },
    ]));

  test('library types are lifted when they are whole', () => {
    const schema = z.object({ at: z.date(), big: z.bigint() });
    expect(grows(schema, ['{"at":"1970-01-01T00', ':00:00.000Z","big":"12', '3"', '}'])).toEqual([
      {},
      { at: new Date(0) },
      { at: new Date(0), big: 123n },
      { at: new Date(0), big: 123n },
    ]);
    expect(issueOf(schema, '{"at":"soon"')).toEqual({ code: 'wire-type', path: ['at'] });
  });

  test('sets and maps come whole', () => {
    const schema = z.object({ set: z.set(z.string()), map: z.map(z.string(), z.object({ a: z.number() })) });
    const shown = grows(schema, ['{"set":["a"', ',"b"]', ',"map":[{"key":"k","value":{"a":1}}', ']', '}']);
    const set = new Set(['a', 'b']);
    const whole = { set, map: new Map([['k', { a: 1 }]]) };
    expect(shown).toEqual([{}, { set }, { set }, whole, whole]);
    expect(Object.isFrozen((shown[3] as typeof whole).map.get('k'))).toBe(true);
  });

  test('what a map or a set holds is frozen too', () => {
    const schema = z.object({ map: z.map(z.string(), z.object({ at: z.date() })), set: z.set(z.tuple([z.string()])) });
    const text = '{"map":[{"key":"k","value":{"at":"1970-01-01T00:00:00Z"}}],"set":[{"item0":"x"}]}';
    const [shown] = grows(schema, [text]) as [{ map: Map<string, unknown>; set: Set<unknown> }];
    for (const held of [shown.map.get('k'), ...shown.set]) expect(Object.isFrozen(held)).toBe(true);
  });

  test('literal objects travel as labels', () => {
    const schema = { type: 'object', properties: { a: { enum: [{ x: 1 }, [2]] } }, required: ['a'], additionalProperties: false };
    expect(compile<unknown>(schema).encode({ a: [2] })).toEqual({ a: '2: [2]' });
    expect(grows(schema, ['{"a":"2: [', '2]"', '}'])).toEqual([{}, { a: [2] }, { a: [2] }]);
  });

  test('JSON text is read as it grows', () => {
    const schema = z.object({ any: z.any(), next: z.string() });
    expect(grows(schema, ['{"any":"{\\"a\\"', ':[1,\\"te', 'xt\\"],', '\\"b\\":tru', 'e}"', ',"next":"x"}'])).toEqual([
      { any: {} },
      { any: { a: [1, 'te'] } },
      { any: { a: [1, 'text'] } },
      { any: { a: [1, 'text'] } },
      { any: { a: [1, 'text'], b: true } },
      { any: { a: [1, 'text'], b: true }, next: 'x' },
    ]);
    expect(issueOf(schema, '{"any":"{\\"a\\":1,}"')).toEqual({ code: 'json-text', path: ['any'] });
    expect(issueOf(schema, '{"any":"{\\"a\\":1"')).toEqual({ code: 'json-text', path: ['any'] });
    expect(issueOf(schema, '{"any":{}}')).toEqual({ code: 'wire-type', path: ['any'] });
    growsTo({ any: 12, next: '' }, '{"any":"12","next":""}', loweredOf(schema));
    growsTo({ any: '\u{1f600}', next: '' }, '{"any":"\\"\\\\ud83d\\\\ude00\\"","next":""}', loweredOf(schema));
  });

  test('what is whole within JSON text is known', () => {
    const reader = readerOf(loweredOf(z.object({ any: z.any() })));
    reader.push('{"any":"[{\\"a\\":1},\\"gro');
    expect(reader.completePaths()).toEqual(['/any/0']);
    expect(reader.isComplete(['any', 1])).toBe(false);
  });
});

describe('entries', () => {
  const record = z.object({ r: z.record(z.string(), z.object({ a: z.string() })) });

  test('a record fills up entry by entry', () =>
    expect(grows(record, ['{"r":[', '{"key":"k', 'ey","value":', '{"a":"x', '"}', '},{"key":"l","value":{"a":""}}]}'])).toEqual([
      { r: {} },
      { r: {} },
      { r: {} },
      { r: { key: { a: 'x' } } },
      { r: { key: { a: 'x' } } },
      { r: { key: { a: 'x' }, l: { a: '' } } },
    ]));

  test('a value before its key waits for it', () =>
    expect(grows(record, ['{"r":[{"value":{"a":"x"}', ',"key":"k"', '}]}'])).toEqual([
      { r: {} },
      { r: {} },
      { r: { k: { a: 'x' } } },
    ]));

  test('a whole entry is frozen while the record grows', () => {
    const reader = readerOf(loweredOf(record));
    reader.push('{"r":[{"key":"k","value":{"a":"x"}},');
    expect(reader.completePaths()).toEqual(['/r/k']);
  });

  test('beside declared properties', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
      additionalProperties: { type: 'string' },
    };
    expect(grows(schema, ['{"a":"x","entries":[{"key":"b","value":"y', '"}]', '}'])).toEqual([
      { a: 'x', b: 'y' },
      { a: 'x', b: 'y' },
      { a: 'x', b: 'y' },
    ]);
    expect(issueOf(schema, '{"a":"x","entries":[{"key":"a"')).toEqual({ code: 'declared-key', path: ['a'] });
  });

  test('__proto__ as the key of an entry', () => {
    const reader = readerOf(loweredOf(z.record(z.string(), z.string()), { mode: 'tool' }));
    for (const char of '{"value":[{"key":"__proto__","value":"x"}]}') reader.push(char);
    expect(Object.keys(reader.value as object)).toEqual(['__proto__']);
  });

  test.each([
    ['a key given twice', '{"r":[{"key":"k","value":{"a":""}},{"key":"k"', 'duplicate-key', ['r', 'k']],
    ['no value', '{"r":[{"key":"k"}', 'wire-type', ['r']],
    ['no key', '{"r":[{"value":{"a":""}}', 'wire-type', ['r']],
    ['a key that is no text', '{"r":[{"key":3', 'wire-type', ['r']],
    ['an entry that is a list', '{"r":[[', 'wire-type', ['r']],
    ['no list', '{"r":{', 'wire-type', ['r']],
    ['a property given twice', '{"r":[{"key":"k","key":"l"', 'duplicate-key', ['r']],
  ])('%s', (_, text, code, path) => expect(issueOf(record, `${text},`)).toMatchObject({ code, path }));
});

describe('objects', () => {
  const many = (extra: object) =>
    z.object({ ...Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`o${index}`, z.number().optional()])), ...extra });

  test('an optional property as null, or as a list of 0 or 1, is absent', () => {
    const schema = z.object({ a: z.string().optional(), b: z.string().optional(), c: z.string() });
    const options = { encode: { '/properties/a': 'nullable', '/properties/b': 'list' } } as const;
    expect(grows(schema, ['{"a":nu', 'll,"b":[', '],"c":"x', '"}'], options)).toEqual([{}, {}, { c: 'x' }, { c: 'x' }]);
    expect(grows(schema, ['{"a":"x', '","b":["', 'y"', '],"c":""}'], options)).toEqual([
      { a: 'x' },
      { a: 'x', b: '' },
      { a: 'x', b: 'y' },
      { a: 'x', b: 'y', c: '' },
    ]);
    expect(issueOf(schema, '{"a":null,"b":["x","y"', options)).toMatchObject({ code: 'wire-type', path: ['b'] });
    expect(issueOf(schema, '{"a":null,"a"', options)).toMatchObject({ code: 'duplicate-key' });
    expect(issueOf(schema, '{"x":1', options)).toMatchObject({ code: 'unknown-property', path: ['x'] });
  });

  test('a second item of a list of at most one does not show, not even while it grows', () => {
    const reader = readerOf(loweredOf(z.object({ a: z.string().optional() }), { encode: { '/properties/a': 'list' } }));
    reader.push('{"a":["x","y');
    expect(reader.value).toEqual({ a: 'x' });
    reader.push('"');
    expect([reader.value, reader.issues[0]?.code]).toEqual([{ a: 'x' }, 'wire-type']);
  });

  test('optional and nullable both survive the limit', () => {
    const compiled = compile(many({ deep: z.object({ x: z.string().nullable().optional() }) }));
    const value = { o3: 1, deep: { x: null } };
    growsTo(value, JSON.stringify(compiled.encode(value as never)), new Lowered(compiled.lowered));
  });

  test('a renamed key', () => {
    const schema = z.object({ 'ключ с пробелом': z.string(), $ref: z.number() });
    const compiled = compile(schema);
    const value = { 'ключ с пробелом': 'x', $ref: 1 };
    growsTo(value, JSON.stringify(compiled.encode(value)), new Lowered(compiled.lowered));
  });
});

describe('positions', () => {
  const schema = z.object({ t: z.tuple([z.string(), z.number()], z.string()) });

  test('a tuple fills up', () =>
    expect(grows(schema, ['{"t":{', '"item0":"a', 'b","item1":1', ',"rest":["c', '","d"]', '}}'])).toEqual([
      { t: [] },
      { t: ['a'] },
      { t: ['ab'] },
      { t: ['ab', 1, 'c'] },
      { t: ['ab', 1, 'c', 'd'] },
      { t: ['ab', 1, 'c', 'd'] },
    ]));

  test('in another order nothing has a hole', () =>
    expect(grows(schema, ['{"t":{"rest":["c","d"],"item1":1', ',"item0":"a', '"}}'])).toEqual([
      { t: [] },
      { t: ['a', 1, 'c', 'd'] },
      { t: ['a', 1, 'c', 'd'] },
    ]));

  test('a position that is left out', () => {
    const open = {
      type: 'object',
      properties: { t: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'string' }], items: false } },
      required: ['t'],
      additionalProperties: false,
    };
    expect(grows(open, ['{"t":{"item0":"a"', '}}'])).toEqual([{ t: ['a'] }, { t: ['a'] }]);
    expect(issueOf(open, '{"t":{"item1":"a"}')).toMatchObject({ code: 'gap' });
    expect(issueOf(open, '{"t":{"item2":')).toMatchObject({ code: 'unknown-property' });
  });
});

describe('unions', () => {
  test('nullable', () => {
    const schema = z.object({
      a: z.string().nullable(),
      at: z.date().nullable(),
      list: z.array(z.record(z.string(), z.string())).nullable(),
    });
    expect(grows(schema, ['{"a":"x', 'y","at":nul', 'l,"list":[[{"key":"k","value":"v', '"}]]}'])).toEqual([
      { a: 'x' },
      { a: 'xy' },
      { a: 'xy', at: null, list: [{ k: 'v' }] },
      { a: 'xy', at: null, list: [{ k: 'v' }] },
    ]);
  });

  test('an object or a list or a scalar is known by its first character', () => {
    const schema = z.object({
      u: z.union([z.string(), z.array(z.tuple([z.string()])), z.object({ r: z.record(z.string(), z.string()) })]),
    });
    expect(grows(schema, ['{"u":"te', 'xt"}'])).toEqual([{ u: 'te' }, { u: 'text' }]);
    expect(grows(schema, ['{"u":[{"item0":"te', 'xt"}]}'])).toEqual([{ u: [['te']] }, { u: [['text']] }]);
    expect(grows(schema, ['{"u":{"r":[{"key":"k","value":"v', '"}]}}'])).toEqual([
      { u: { r: { k: 'v' } } },
      { u: { r: { k: 'v' } } },
    ]);
  });

  const shapes = z.object({
    u: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a'), r: z.record(z.string(), z.string()) }),
      z.object({ kind: z.literal('b'), t: z.tuple([z.string(), z.string()]) }),
      z.object({ kind: z.literal('c'), s: z.string() }),
    ]),
  });

  test('a discriminator decides', () =>
    expect(grows(shapes, ['{"u":{"kind"', ':"b', '"', ',"t":{"item0":"x', '","item1":""}}}'])).toEqual([
      {},
      {},
      { u: { kind: 'b' } },
      { u: { kind: 'b', t: ['x'] } },
      { u: { kind: 'b', t: ['x', ''] } },
    ]));

  test('in other capitals too', () =>
    expect(grows(shapes, ['{"u":{"kind":"B"', ',"t":{"item0":"x","item1":"', '"}}}'])).toEqual([
      { u: { kind: 'b' } },
      { u: { kind: 'b', t: ['x', ''] } },
      { u: { kind: 'b', t: ['x', ''] } },
    ]));

  test('capitals that leave two options are not decided by one of them', () => {
    const schema = z.object({
      u: z.union([
        z.object({ k: z.literal('Ab'), r: z.record(z.string(), z.string()) }),
        z.object({ k: z.string(), t: z.tuple([z.string()]) }),
      ]),
    });
    expect(grows(schema, ['{"u":{"k":"ab"', ',"r":', '[]}}'])).toEqual([{}, { u: { k: 'Ab' } }, { u: { k: 'Ab', r: {} } }]);
  });

  test('a key that only one option has decides', () =>
    expect(grows(shapes, ['{"u":{"s":"te', 'xt","kind":"c"}}'])).toEqual([{ u: { s: 'te' } }, { u: { s: 'text', kind: 'c' } }]));

  test('options that lift nothing are shown as they grow', () => {
    const schema = z.object({
      u: z.union([z.object({ a: z.string(), b: z.enum(['1', '12']) }), z.object({ a: z.string(), b: z.string() })]),
    });
    expect(grows(schema, ['{"u":{"a":"te', 'xt","b":"1', '2"}}'])).toEqual([
      { u: { a: 'te' } },
      { u: { a: 'text' } },
      { u: { a: 'text', b: '12' } },
    ]);
  });

  test('tagged options', () => {
    const schema = z.object({
      u: z.union([z.record(z.string(), z.string()), z.map(z.string(), z.string()), z.tuple([z.string()])]),
    });
    const compiled = compile(schema);
    const lowered = new Lowered(compiled.lowered);
    for (const u of [{ k: 'v' }, new Map([['k', 'v']]), ['x']])
      growsTo({ u }, JSON.stringify(compiled.encode({ u } as never)), lowered);
    const wire = JSON.stringify(compiled.encode({ u: { k: 'v' } }));
    const cut = wire.lastIndexOf('"v"') + 2;
    expect(grows(schema, [wire.slice(0, cut), wire.slice(cut)])).toEqual([{ u: { k: 'v' } }, { u: { k: 'v' } }]);
  });

  test('a list an option', () => {
    const schema = z.object({ u: z.union([z.string(), z.number(), z.null()]) });
    const options = { encode: { '/properties/u': 'lists' } } as const;
    const compiled = compile(schema, options);
    const lowered = new Lowered(compiled.lowered);
    const texts = ['text', 3, null].map((u) => JSON.stringify(compiled.encode({ u })));
    for (const [index, u] of ['text', 3, null].entries()) growsTo({ u }, texts[index] as string, lowered);
    const [text = ''] = texts;
    expect(issueOf(schema, text.replace('["text"]', '["text","more"]'), options)).toMatchObject({ code: 'options', path: ['u'] });
  });
});

describe('trees', () => {
  const tree: z.ZodType = z.object({
    name: z.string(),
    get children() {
      return z.array(tree);
    },
  });
  const schema = z.object({ tree });
  const node = (id: number, name: string, ...children: number[]) => JSON.stringify({ id, name, children });
  const text = (root: number, ...nodes: string[]) => `{"tree":{"root":${root},"nodes":[${nodes.join(',')}]}}`;
  const lowered = loweredOf(schema);
  const whole = {
    tree: {
      name: 'a',
      children: [
        { name: 'b', children: [{ name: 'c', children: [] }] },
        { name: 'd', children: [] },
      ],
    },
  };
  const [a, b, c, d] = [node(1, 'a', 2, 4), node(2, 'b', 3), node(3, 'c'), node(4, 'd')];

  test('a tree fills up node by node', () => {
    const [first, ...others] = [`{"tree":{"root":1,"nodes":[${a}`, `,${b}`, `,${c}`, ',{"id":4,"name":"d', '","children":[]}]}}'];
    expect(grows(schema, [first as string, ...others])).toEqual([
      { tree: { name: 'a', children: [] } },
      { tree: { name: 'a', children: [{ name: 'b', children: [] }] } },
      { tree: { name: 'a', children: [{ name: 'b', children: [{ name: 'c', children: [] }] }] } },
      { tree: { name: 'a', children: [{ name: 'b', children: [{ name: 'c', children: [] }] }, { name: 'd' }] } },
      whole,
    ]);
  });

  test('a subtree is whole when its last node came', () => {
    const reader = readerOf(lowered);
    const complete = (piece: string, target: PartialReader = reader) => {
      target.push(piece);
      return target.completePaths();
    };
    expect(complete(`{"tree":{"root":1,"nodes":[${a}`)).toEqual(['/tree/name']);
    expect(complete(`,${b}`)).toEqual(['/tree/name', '/tree/children/0/name']);
    expect(complete(`,${c}`)).toEqual(['/tree/name', '/tree/children/0']);
    expect(complete(`,${d}`)).toEqual(['/tree']);
    expect(complete(']}}')).toEqual(['']);
  });

  test('in any order of nodes', () => {
    for (const nodes of [
      [a, d, c, b],
      [d, c, b, a],
      [c, a, d, b],
      [b, c, d, a],
    ])
      growsTo(whole, text(1, ...(nodes as string[])), lowered);
    growsTo(whole, `{"tree":{"nodes":[${[a, b, c, d].join(',')}],"root":1}}`, lowered);
    growsTo(
      whole,
      text(
        1,
        ...[a, b, c, d].map(
          (each) =>
            `{${(each as string)
              .slice(1, -1)
              .split(/,(?=")/)
              .reverse()
              .join(',')}}`,
        ),
      ),
      lowered,
    );
  });

  test('a later child waits for an earlier one', () =>
    expect(grows(schema, [`{"tree":{"root":1,"nodes":[${a},${d}`, `,${c},${b}`, ']}}'])).toEqual([
      { tree: { name: 'a', children: [] } },
      whole,
      whole,
    ]));

  test.each([
    ['an id given twice', text(1, a as string, b as string, node(2, 'x'))],
    ['an id that no node has', text(1, node(1, 'a', 9))],
    ['a root that no node has', text(9)],
    ['a node that nothing refers to', text(1, node(1, 'a'), node(2, 'b'))],
    ['a node referred to twice', text(1, node(1, 'a', 2, 2), node(2, 'b'))],
    ['a reference to the root', text(1, node(1, 'a', 1))],
    ['a ring apart from the root', text(1, node(1, 'a'), node(8, 'x', 9), node(9, 'y', 8))],
    ['a node that refers to itself', text(1, node(1, 'a'), node(8, 'x', 8))],
    ['an id that is no number', text(1, '{"id":"1","name":"a","children":[]}')],
    ['a node without id', text(1, '{"name":"a","children":[]}')],
    ['no nodes', '{"tree":{"root":1}}'],
  ])('%s', (_, wrong) => expect(['node-id', 'wire-type']).toContain(issueOf(schema, wrong)?.code));

  test('the path of an issue goes through the tree', () =>
    expect(issueOf(schema, text(1, a as string, b as string, '{"id":3,"name":"c","children":["x"'))).toEqual({
      code: 'node-id',
      path: ['tree', 'children', 0, 'children', 0, 'children', 0],
    }));

  test('nodes that are no objects', () => {
    const nested = {
      $ref: '#/$defs/n',
      $defs: { n: { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/$defs/n' } }] } },
    };
    const compiled = compile<unknown>(nested);
    const value = ['text', ['deeper', []], 'end'];
    growsTo(value, JSON.stringify(compiled.encode(value)), new Lowered(compiled.lowered));
  });

  test('a chain of nodes beyond the limit is an issue, in whatever order', () => {
    const chain = Array.from({ length: 20_000 }, (_, id) => node(id, '', ...(id < 19_999 ? [id + 1] : [])));
    for (const nodes of [chain, [...chain].reverse()]) {
      const reader = readerOf(lowered);
      reader.push(text(0, ...nodes));
      expect(reader.issues[0]?.code).toBe('too-deep');
    }
  });

  test('a key given twice while its node has still to come', () => {
    const pair: z.ZodType = z.object({
      inner: z.object({
        get left() {
          return pair.nullable();
        },
      }),
    });
    const once = '{"root":1,"nodes":[{"id":1,"inner":{"left":2';
    expect(JSON.stringify(compile<unknown>(pair).encode({ inner: { left: { inner: { left: null } } } }))).toContain(once);
    expect(issueOf(pair, `${once},"left"`)).toMatchObject({ code: 'duplicate-key', path: ['inner', 'left'] });
  });

  test('a set of nodes comes with its tree', () => {
    const group: z.ZodType = z.object({
      name: z.string(),
      get members() {
        return z.set(group);
      },
    });
    const compiled = compile<unknown>(group);
    const value = { name: 'a', members: new Set([{ name: 'b', members: new Set() }]) };
    growsTo(value, JSON.stringify(compiled.encode(value)), new Lowered(compiled.lowered));
  });
});

describe('roots', () => {
  test('a wrapped root', () => {
    const schema = z.array(z.string());
    const compiled = compile(schema, { mode: 'tool' });
    growsTo(['a', 'bc'], JSON.stringify(compiled.encode(['a', 'bc'])), new Lowered(compiled.lowered));
    expect(grows(schema, ['{"value":["a', 'b"', ']', '}'], { mode: 'tool' })).toEqual([['a'], ['ab'], ['ab'], ['ab']]);
    expect(issueOf(schema, '{"other":1', { mode: 'tool' })).toMatchObject({ code: 'unknown-property' });
    expect(issueOf(schema, '{}', { mode: 'tool' })).toMatchObject({ code: 'wire-type' });
  });

  test('the data of an artifact will do', () => {
    const compiled = compile(z.object({ r: z.record(z.string(), z.string()), at: z.date(), on: z.iso.date() }));
    const value = { r: { a: 'x' }, at: new Date(0), on: '2026-01-02' };
    growsTo(value, JSON.stringify(compiled.encode(value)), new Lowered(revive(strip(compiled.lowered))));
  });
});

test('a value that is not of its shape is shown as it is, for the check to name', () => {
  const schema = z.object({ a: z.number(), list: z.array(z.date()), kind: z.enum(['Aa']) });
  expect(grows(schema, ['{"a":"te', 'xt","list":{"x":1 ', '},"kind":{"y":["z', '"]}}'])).toEqual([
    { a: 'te' },
    { a: 'text', list: { x: 1 } },
    { a: 'text', list: { x: 1 }, kind: { y: ['z'] } },
    { a: 'text', list: { x: 1 }, kind: { y: ['z'] } },
  ]);
});

test('2^30 paths through a tree cost no more than 30 definitions', () => {
  const names = Array.from({ length: 30 }, (_, index) => `d${index}`);
  const uses = (name: string) => ({
    type: 'object',
    properties: { l: { $ref: `#/$defs/${name}` }, r: { $ref: `#/$defs/${name}` } },
  });
  const definitions = Object.fromEntries(
    names.map((name, index) => [name, index < 29 ? uses(names[index + 1] as string) : { type: 'string' }]),
  );
  const node = { type: 'object', properties: { d: { $ref: '#/$defs/d0' }, next: { $ref: '#/$defs/n' } } };
  const compiled = compile<unknown>({ $ref: '#/$defs/n', $defs: { ...definitions, n: node } });
  const value = { d: { l: { r: {} } }, next: {} };
  growsTo(value, JSON.stringify(compiled.encode(value)), new Lowered(compiled.lowered));
});
