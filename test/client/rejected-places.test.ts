import { Type } from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toModule } from '../../src/emit/module.js';
import { type CompileOptions, compile, defineTool, parse, RejectedSchemaError } from '../../src/index.js';
import { pointer } from '../../src/ir/pointer.js';
import { Generated } from '../emit/generated.js';
import { failure, startApi } from '../support/api-server.js';

const { api, client } = await startApi();
const generated = new Generated();
afterAll(() => generated.remove());
const base = { model: 'claude-sonnet-5', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Hi' }] };

/** The pointers of the nodes whose description holds a mark such as `[a]`, by the mark. Properties of that name are no descriptions. */
function marks(schema: unknown): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const visit = (node: unknown, at: string, isMap: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (!isMap && key === 'description' && typeof value === 'string')
        for (const [mark] of value.matchAll(/\[\w+\]/g)) found.set(mark, [...(found.get(mark) ?? []), at]);
      visit(value, pointer(at, key), !isMap && ['properties', '$defs', 'definitions', 'patternProperties'].includes(key));
    }
  };
  visit(schema, '', false);
  return found;
}

function dotted(at: string): string {
  return at
    .split('/')
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'))
    .join('.');
}

async function paths(words: string, output: object, tools: readonly object[] = []): Promise<readonly string[]> {
  api.willAnswer(failure(words));
  const error = await parse(client, { ...base, output, tools } as never).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RejectedSchemaError);
  return (error as RejectedSchemaError).diagnostics.map(({ path }) => path);
}

const ODD = "For 'string' type, property 'x-odd' is not supported";
const text = (mark: string) => ({ type: 'string', description: `[${mark}]` });
const closed = (properties: object, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
});

const JSON_SCHEMAS: Readonly<Record<string, readonly [schema: object, options?: CompileOptions]>> = {
  'nothing between': [closed({ a: text('a'), b: closed({ c: text('c') }), list: { type: 'array', items: text('l') } })],
  'a record': [closed({ totals: { type: 'object', additionalProperties: text('v') } })],
  'a record beside properties': [
    { type: 'object', properties: { a: text('a') }, required: ['a'], additionalProperties: text('v') },
  ],
  'a record of records': [
    { type: 'object', additionalProperties: { type: 'object', additionalProperties: closed({ deep: text('d') }) } },
  ],
  'a tuple with a rest': [
    closed({ pair: { type: 'array', prefixItems: [text('x'), closed({ y: text('y') })], items: text('r'), minItems: 2 } }),
  ],
  'a list of tuples': [
    closed({ rows: { type: 'array', items: { type: 'array', prefixItems: [text('x'), text('y')], minItems: 2, items: false } } }),
  ],
  'keys that are renamed': [closed({ 'a b/ñ~': closed({ 'né.e': text('e') }), 'x.y': text('xy'), '2': text('two') }, ['2'])],
  'a recursive list': [
    {
      ...closed({ tree: { $ref: '#/$defs/node' } }),
      $defs: { node: closed({ name: text('n'), next: { type: 'array', items: { $ref: '#/$defs/node' } } }) },
    },
  ],
  'recursion through two definitions': [
    {
      ...closed({ a: { $ref: '#/$defs/a' } }),
      $defs: {
        a: closed({ name: text('n'), b: { type: 'array', items: { $ref: '#/$defs/b' } } }),
        b: closed({ label: text('l'), a: { anyOf: [{ $ref: '#/$defs/a' }, { type: 'null' }] } }),
      },
    },
  ],
  'optionals as null': [
    closed({ a: text('a'), o: closed({ p: text('p') }) }, ['o']),
    { encode: { '/properties/o': 'nullable' } },
  ],
  'optionals as lists': [closed({ a: text('a'), o: closed({ p: text('p') }) }, ['o']), { encode: { '/properties/o': 'list' } }],
  'null as a list': [
    closed({ n: { anyOf: [closed({ p: text('p') }), { type: 'null' }] } }),
    { encode: { '/properties/n': 'list' } },
  ],
  'a union as lists': [
    closed({ u: { anyOf: [closed({ p: text('p') }), { type: 'array', items: text('q') }] } }),
    { encode: { '/properties/u': 'lists' } },
  ],
  'a union': [closed({ u: { anyOf: [closed({ p: text('p') }), { type: 'array', items: text('q') }, { type: 'null' }] } })],
  'a union that is tagged': [
    closed({
      u: {
        anyOf: [
          { type: 'object', additionalProperties: closed({ a: text('p') }) },
          { type: 'object', additionalProperties: closed({ b: text('q') }) },
        ],
      },
    }),
    { encode: { '/properties/u': 'tagged' } },
  ],
  'a union in a union': [
    closed({ u: { anyOf: [{ anyOf: [closed({ p: text('p') }), { type: 'number' }] }, { type: 'array', items: text('q') }] } }),
  ],
  'a root that is a list': [{ type: 'array', items: closed({ a: text('a') }) }],
  'a root that is a record': [{ type: 'object', additionalProperties: text('v') }],
  'a root that is a text': [text('t')],
  'a root that is a union of a definition': [
    {
      anyOf: [{ $ref: '#/$defs/a' }, closed({ b: text('b'), a: { $ref: '#/$defs/a' } })],
      $defs: { a: closed({ c: text('c') }) },
    },
  ],
  'older words for definitions and positions': [
    {
      ...closed({
        d: { $ref: '#/definitions/d' },
        e: { $ref: '#/definitions/d' },
        t: { type: 'array', items: [text('x')], minItems: 1, additionalItems: false },
      }),
      definitions: { d: closed({ f: text('f'), g: text('g') }) },
    },
  ],
};

describe.each(Object.entries(JSON_SCHEMAS))('JSON Schema: %s', (_title, [schema, options]) => {
  const output = compile(schema, options);
  const source = marks(schema);
  const wire = marks(output.wire);
  const rows = [...source].flatMap(([mark, [at]]) => (wire.get(mark) ?? []).map((place) => [mark, at as string, place] as const));

  test('every mark is on the wire', () => expect([...wire.keys()].sort()).toEqual([...source.keys()].sort()));

  test.each(rows)('%s of %s, at %s of the wire', async (_mark, at, place) => {
    expect(await paths(`output_config.format.schema${dotted(place)}: ${ODD}`, output)).toEqual([at]);
    expect(await paths(`output_config.format.schema: ${ODD} at #${place}`, output)).toEqual([at]);
    expect(await paths(`output_config.format.schema: ${ODD}, see \`$${dotted(place)}\``, output)).toEqual([at]);
  });

  test.each(rows)('of a tool: %s of %s, at %s of the wire', async (mark, at) => {
    const input = compile(schema, { ...options, mode: 'tool' });
    const plain = { name: 'plain', input_schema: { type: 'object' as const } };
    const tool = defineTool({ name: 'it', input });
    for (const place of marks(input.wire).get(mark) ?? [])
      expect(await paths(`tools.1.custom.input_schema${dotted(place)}: ${ODD}`, compile(closed({})), [plain, tool])).toEqual([
        at,
      ]);
  });
});

describe('schemas of libraries', () => {
  const Tree: z.ZodType = z.object({
    label: z.string().describe('[label]'),
    get kids() {
      return z.array(Tree);
    },
  });
  const zod = z.object({
    'a b': z.string().describe('[key]'),
    map: z.record(z.string(), z.tuple([z.string().describe('[first]'), z.object({ x: z.email().describe('[mail]') })])),
    rest: z.tuple([z.number()]).rest(z.string().describe('[rest]')),
    tree: Tree,
    kind: z.discriminatedUnion('type', [
      z.object({ type: z.literal('a'), a: z.string().describe('[a]') }),
      z.object({ type: z.literal('b'), b: z.string().describe('[b]') }),
    ]),
    maybe: z.object({ p: z.string().describe('[p]') }).nullable(),
    loose: z.looseObject({ q: z.string().describe('[q]') }),
  });
  const typebox = Type.Object({
    'a b': Type.String({ description: '[key]' }),
    map: Type.Record(
      Type.String(),
      Type.Tuple([Type.String({ description: '[first]' }), Type.Object({ x: Type.String({ description: '[x]' }) })]),
    ),
    maybe: Type.Union([Type.Object({ p: Type.String({ description: '[p]' }) }), Type.Null()]),
    list: Type.Array(Type.Object({ i: Type.String({ description: '[i]' }) })),
    both: Type.Intersect([
      Type.Object({ l: Type.String({ description: '[l]' }) }),
      Type.Object({ r: Type.String({ description: '[r]' }) }),
    ]),
  });

  describe.each<[string, object, object]>([
    ['zod', zod, z.toJSONSchema(zod, { io: 'input' })],
    ['typebox', typebox, typebox],
  ])('%s', (_name, schema, json) => {
    const output = compile(schema);
    const source = marks(json);
    // What has no name of its own stands where it is used first.
    const named = (at: string) => at.replace('/$defs/__schema0', '/properties/tree');
    const rows = [...marks(output.wire)].flatMap(([mark, places]) =>
      places.map((place) => [mark, named(source.get(mark)?.[0] as string), place] as const),
    );
    test('every mark is on the wire', () => expect(new Set(rows.map(([mark]) => mark))).toEqual(new Set(source.keys())));
    test.each(rows)('%s of %s, at %s of the wire', async (_mark, at, place) => {
      expect(await paths(`output_config.format.schema${dotted(place)}: ${ODD}`, output)).toEqual([at]);
    });
  });
});

describe('optionals in one list of entries', () => {
  const names = Array.from({ length: 30 }, (_, index) => `o${index}`);
  const schema = closed({ a: text('a'), ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])) }, names);
  const output = compile(schema, {
    encode: Object.fromEntries(names.map((name) => [`/properties/${name}`, 'entries' as const])),
  });

  test('the value stands for all of them', async () => {
    expect(output.wire).toHaveProperty('properties.more.items.properties.value');
    const found = await paths(`output_config.format.schema.properties.more.items.properties.value: ${ODD}`, output);
    expect(found).toEqual(names.slice(0, 20).map((name) => `/properties/${name}`));
  });

  test('the list is of the object', async () => {
    expect(await paths(`output_config.format.schema.properties.more: ${ODD}`, output)).toEqual(['']);
  });
});

describe('a generated module, which holds no paths', () => {
  test.each(Object.entries(JSON_SCHEMAS))('%s', async (title, [schema, options]) => {
    const compiled = compile(schema, options);
    const module = (await import(
      generated.write(`${title.replaceAll(' ', '-')}.ts`, toModule(compiled, { name: 'it' }))
    )) as object;
    const source = marks(schema);
    for (const [mark, places] of marks(compiled.wire))
      for (const place of places) {
        const [found = ''] = await paths(`output_config.format.schema${dotted(place)}: ${ODD}`, module);
        expect(found).toSatisfy((path: string) => isOneOf(path, source.get(mark)?.[0] as string));
      }
  });
});

/** Definitions may stand where they are used, unions in unions are one, and positions are written in today's words. */
function isOneOf(found: string, expected: string): boolean {
  const inside = /^\/(?:\$defs|definitions)\/[^/]+(\/.*)$/.exec(expected)?.[1];
  if (inside !== undefined) return found.endsWith(inside);
  const today = {
    '/properties/u/anyOf/0/anyOf/0/properties/p': '/properties/u/anyOf/0/properties/p',
    '/properties/u/anyOf/1/items': '/properties/u/anyOf/2/items',
    '/properties/t/items/0': '/properties/t/prefixItems/0',
  };
  return found === expected || found === today[expected as keyof typeof today];
}

describe('what was sent as it is written', () => {
  const input_schema = { type: 'object' as const, properties: { at: { type: 'string', minLength: 2 } } };
  const tools = [
    { name: 'loose', input_schema },
    { name: 'plain', strict: true, input_schema: { ...input_schema, required: ['at'], additionalProperties: false as const } },
  ];

  test('is its own source', async () => {
    api.willAnswer(failure("tools.1.custom: For 'string' type, property 'minLength' is not supported"));
    const error = await parse(client, { ...base, output: closed({}), tools }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      diagnostics: [
        {
          path: '/properties/at',
          message: expect.stringContaining('the tool "plain"'),
          help: expect.stringContaining('defineTool'),
        },
      ],
    });
  });

  test('words without a place are looked for in all schemas', async () => {
    api.willAnswer(failure("For 'string' type, property 'minLength' is not supported"));
    const error = (await parse(client, { ...base, output: closed({}), tools }).catch(
      (thrown: unknown) => thrown,
    )) as RejectedSchemaError;
    expect(error.diagnostics.map(({ path, message }) => [path, /the tool "(\w+)"/.exec(message)?.[1]])).toEqual([
      ['/properties/at', 'loose'],
      ['/properties/at', 'plain'],
    ]);
  });
});
