import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadSchemas } from '../../../cli/load/schemas.js';
import { Progress } from '../../../cli/progress.js';
import { compile } from '../../../src/compile.js';
import { tokens } from '../../../src/ir/pointer.js';
import { subjectOf } from '../../../src/lint/engine.js';
import { project } from '../harness.js';

const BASE = `import { z } from 'zod';
export const Address = z.object({
  street: z.string(),
  city: z.string().optional(),
  geo: z.tuple([z.number(), z.object({ lat: z.number(),
    lon: z.number() })]),
});
export const money = (limit: number) => {
  const amount = z.number().max(limit);
  return z.object({
    amount,
    currency: z.enum(['EUR', 'USD']),
  });
};
export const paged = <T extends z.ZodType>(item: T) => z.object({
  page: z.int(),
  rows: z.array(item),
});
export default z.object({ fallback: z.string() });
`;

const ZOD = `import { z } from 'zod';
import * as base from './base.js';
import Default, { Address, money, paged as pages } from './base';
const id = z.string().min(1);
const common = {
  created: z.date(),
  updated: z.date().optional(),
};
interface Node { label: string; children: Node[] }
export const Tree: z.ZodType<Node> = z.lazy(() => z.object({
  label: z.string(),
  get children() { return z.array(Tree); },
}));
export const Invoice = z
  .object({
    id,
    'quoted-name': z.string(),
    ...common,
    address: Address,
    other: base.Address.extend({
      zip: z.string(),
      city: z.literal('X'),
    }),
    total: money(10),
    pages: pages(z.object({
      cell: z.string(),
    })),
    state: z.union([
      z.object({ kind: z.literal('a'), alpha: z.string() }),
      z.object({
        kind2: z.literal('b'),
        beta: z.string(),
      }),
    ]).nullable(),
    record: z.record(z.string(), z.object({
      inner: z.number(),
    })),
    map: z.map(z.string(), z.object({ held: z.string() })),
    set: z.set(z.object({ member: z.string() })).optional(),
    picked: Address.pick({ street: true }).required(),
    both: z.object({
      left: z.string(),
    }).and(z.object({
      right: z.string(),
    })),
    default: Default,
    before: z.preprocess((x) => x, z.object({
      after: z.string(),
    })),
    chosen: z.discriminatedUnion('by', [z.object({ by: z.literal(1), one: z.string() }), z.object({ by: z.literal(2) })]),
    shaped: Address.shape.geo,
    many: z.object({ each: z.string() }).array().min(1),
  })
  .strict();
export const Overwritten = z.object({
  street: z.number(),
  ...Address.omit({ street: true }).shape,
});
const schemas = { Inner: z.object({
  deepest: z.string() }) };
export { schemas };
export { Address as Renamed } from './base.js';
export * from './more.js';
`;

const TYPEBOX = `import { Type as t, type Static } from '@sinclair/typebox';
export const Box = t.Object({
  list: t.Optional(t.Array(t.Object({
    deep: t.String(),
  }))),
  union: t.Union([t.Object({
    first: t.String() }), t.Null()]),
  inter: t.Intersect([t.Object({ second: t.Number() }), t.Object({
    third: t.Number() })]),
  tuple: t.Tuple([t.Object({ fourth: t.String() })]),
  record: t.Record(t.String(), t.Object({ fifth: t.String() })),
}, { additionalProperties: false });
export type Box = Static<typeof Box>;
`;

const PLAIN = `export const Plain = {
  type: 'object',
  properties: {
    outer: { type: 'array', items: {
      type: 'object', properties: {
        within: { type: 'string' } } } },
    ref: { $ref: '#/$defs/Shared' },
  },
  $defs: { Shared: { type: 'object', properties: {
    part: { type: 'string' } } } },
} as const;
`;

const MINI = `import * as z from 'zod/mini';
import { optional, string } from 'zod/mini';
export const Mini = z.extend(z.object({
  base: optional(string()),
}), {
  extra: z.nullable(z.object({
    nested: z.string() })),
});
`;

const COMMON = `const { z } = require('zod');
const Part = z.object({
  inPart: z.string() });
module.exports = {
  Whole: z.object({ part: Part }),
};
`;

const OTHER = `import { z } from './again.js';
export const Again = z.object({
  through: z.string(),
});
`;

const files = {
  'base.ts': BASE,
  'zod.ts': ZOD,
  'more.ts': OTHER,
  'again.ts': "export { z } from 'zod';\n",
  'typebox.ts': TYPEBOX,
  'plain.ts': PLAIN,
  'mini.ts': MINI,
  'common.cjs': COMMON,
};
const made = project(files);

interface Located {
  readonly address: string;
  readonly path: string;
  /** What stands in the file from there on. */
  readonly text: string | undefined;
}

async function located(...addresses: string[]): Promise<readonly Located[]> {
  const io = { stdin: (async function* () {})(), env: {}, cwd: made.folder };
  const silent = { write: () => undefined };
  const progress = new Progress({ ...io, stdout: silent, stderr: silent }, true);
  const { schemas, failures } = await loadSchemas(
    addresses.map((address) => ({ address })),
    { io: { ...io, stdout: silent, stderr: silent }, cwd: made.folder, timeout: 30, progress },
  );
  expect(failures).toEqual([]);
  return schemas.flatMap(({ schema, address, locate }) => {
    const compiled = compile<unknown>(schema);
    return subjectOf(compiled, [], compiled.target).places.map(({ path }) => {
      const at = locate(path);
      const line = at && readFileSync(at.file ?? '', 'utf8').split('\n')[at.line - 1];
      return { address, path, text: line?.slice((at?.column ?? 1) - 1) };
    });
  });
}

describe('every property is found at its key, whatever stands around it', () => {
  test.each(Object.keys(files).filter((name) => !/base|again|more/.test(name)))('%s', async (name) => {
    const places = await located(name);
    const properties = places.filter(({ path }) => tokens(path).at(-2) === 'properties');
    expect(properties.length).toBeGreaterThan(1);
    for (const { path, text, address } of properties)
      expect(text?.replace(/^(?:get |['"])/, ''), `${address} ${path}`).toMatch(new RegExp(`^${tokens(path).at(-1)}\\b`));
    for (const { path, text, address } of places) expect(text, `${address} ${path}`).toBeDefined();
  });

  test('of a member of an object', async () => {
    expect(await located('zod.ts#schemas.Inner')).toEqual([
      { address: 'zod.ts#schemas.Inner', path: '', text: 'Inner: z.object({' },
      { address: 'zod.ts#schemas.Inner', path: '/properties/deepest', text: 'deepest: z.string() }) };' },
    ]);
  });

  test('the one that counts, where a name is given twice', async () => {
    const texts = (await located('zod.ts#Overwritten')).map(({ path, text }) => [path, text]);
    expect(Object.fromEntries(texts)).toMatchObject({
      '/properties/street': 'street: z.number(),',
      '/properties/city': 'city: z.string().optional(),',
    });
    const invoice = Object.fromEntries((await located('zod.ts#Invoice')).map(({ path, text }) => [path, text]));
    expect(invoice['/properties/other/properties/city']).toBe("city: z.literal('X'),");
    expect(invoice['/properties/state/anyOf/0/anyOf/1']).toBe('z.object({');
    expect(invoice['/properties/many/items']).toBe('z.object({ each: z.string() }).array().min(1),');
  });
});

describe('what code alone decides is at the last place before, never at a wrong one', () => {
  const unknown = (name: string, code: string, path: string, expected: string) =>
    test(name, async () => {
      made.write('unknown.ts', `import { z } from 'zod';\n${code}\n`);
      const found = (await located('unknown.ts')).find((place) => place.path === path);
      expect(found?.text).toBe(expected);
    });

  unknown(
    'a choice',
    'export const A = z.object({\n  c: Math.random() > 2 ? z.string() : z.object({\n    hidden: z.string() }) });',
    '/properties/c/properties/hidden',
    'c: Math.random() > 2 ? z.string() : z.object({',
  );
  unknown(
    'a spread of something made by code, which may have overwritten it',
    'const more: Record<string, z.ZodType> = Object.fromEntries([["a", z.number()]]);\nexport const A = z.object({\n  a: z.string(),\n  ...more,\n});',
    '/properties/a',
    'A = z.object({',
  );
  unknown(
    'a computed key, which may be the same',
    'const key = "a".toLowerCase();\nexport const A = z.object({\n  a: z.string(),\n  [key]: z.number(),\n});',
    '/properties/a',
    'A = z.object({',
  );
  unknown(
    'an extension by code',
    'const more = () => Object.fromEntries([["a", z.number()]]);\nexport const A = z.object({\n  a: z.string(),\n}).extend(more());',
    '/properties/a',
    'A = z.object({',
  );
  unknown(
    'a function that does more than give something back',
    'function make(on: boolean) {\n  if (on) return z.object({ a: z.string() });\n  return z.object({ b: z.string() });\n}\nexport const A = make(true);',
    '/properties/a',
    'A = make(true);',
  );
  unknown(
    'a variable that may change',
    'let part = z.object({ a: z.string() });\npart = z.object({ a: z.string(), b: z.string() });\nexport const A = z.object({ part });',
    '/properties/part/properties/b',
    'part });',
  );
  unknown(
    'a parameter with the name of a constant',
    'const part = z.object({ a: z.string() });\nconst wrap = ({ part }: { part: z.ZodType }) => z.object({ part });\nexport const A = wrap({ part: z.object({\n  b: z.string() }) });\nexport { part };',
    '/properties/part/properties/b',
    'part });',
  );
  unknown(
    'options after a spread, which nobody can count',
    'const some = [z.object({ a: z.string() })] as const;\nexport const A = z.object({\n  u: z.union([...some, z.object({ b: z.string() })]),\n});',
    '/properties/u/anyOf/1/properties/b',
    'u: z.union([...some, z.object({ b: z.string() })]),',
  );
  unknown(
    'what is spread into a call',
    'const given = [z.object({ a: z.string() })] as const;\nexport const A = z.object({\n  u: z.array(...given),\n});',
    '/properties/u/items/properties/a',
    'u: z.array(...given),',
  );
});

test('an export that code makes has no line at all', async () => {
  made.write(
    'made.cjs',
    "const { z } = require('zod');\nfor (const name of ['A']) exports[name] = z.object({ a: z.string() });\n",
  );
  expect((await located('made.cjs')).map(({ text }) => text)).toEqual([undefined, undefined]);
});

test('names that lead round in a circle end somewhere', async () => {
  made.write(
    'circle.ts',
    "import { z } from 'zod';\nimport { B } from './circle-b.js';\nexport const A = z.object({ b: z.lazy(() => B) });\n",
  );
  made.write(
    'circle-b.ts',
    "import { z } from 'zod';\nimport { A } from './circle.js';\nexport const B: z.ZodType = z.object({ a: z.array(z.lazy(() => A)) });\n",
  );
  const texts = (await located('circle.ts')).map(({ path, text }) => [path, text]);
  expect(texts).toContainEqual(['/properties/b/properties/a', 'a: z.array(z.lazy(() => A)) });']);
});
