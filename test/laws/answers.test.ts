import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compile } from '../../src/index.js';

type Row = Record<string, unknown>;

/** Answers that the wire schema admits but that mean nothing, or not one thing: issues, never a guess. */
describe('tables of nodes', () => {
  const tree: z.ZodType = z.object({
    name: z.string(),
    get children() {
      return z.array(tree);
    },
  });
  const compiled = compile<unknown>(tree);
  const wire = compiled.encode({
    name: 'a',
    children: [
      { name: 'b', children: [{ name: 'c', children: [] }] },
      { name: 'd', children: [] },
    ],
  }) as {
    root: number;
    nodes: (Row & { id: number; name: string; children: number[] })[];
  };
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => wire.nodes.find((node) => node.name === name)) as typeof wire.nodes;

  function changed(name: string, change: Row): unknown {
    return { ...wire, nodes: wire.nodes.map((node) => (node.name === name ? { ...node, ...change } : node)) };
  }

  test('as it was written', () => expect(compiled.decode(wire).issues).toBeUndefined());
  test('in another order of nodes', () =>
    expect(compiled.decode({ ...wire, nodes: [...wire.nodes].reverse() }).value).toEqual(compiled.decode(wire).value));

  const wrong: Record<string, unknown> = {
    'an id given twice': changed('d', { id: c?.id }),
    'one node too many, with an id that is taken': { ...wire, nodes: [...wire.nodes, { id: c?.id, name: 'e', children: [] }] },
    'an id that no node has': changed('d', { children: [99] }),
    'a root that no node has': { ...wire, root: 99 },
    'a node that nothing refers to': { ...wire, nodes: [...wire.nodes, { id: 99, name: 'e', children: [] }] },
    'a node referred to twice': changed('d', { children: [c?.id] }),
    'a node referred to twice by one other': changed('a', { children: [b?.id, d?.id, d?.id] }),
    'a reference to the root': changed('c', { children: [a?.id] }),
    'a node that refers to itself': changed('c', { children: [c?.id] }),
    'a ring apart from the root': {
      ...wire,
      nodes: [...wire.nodes, { id: 98, name: 'e', children: [99] }, { id: 99, name: 'f', children: [98] }],
    },
    'no nodes': { ...wire, nodes: [] },
  };
  for (const [name, answer] of Object.entries(wrong)) {
    test(name, () => {
      const { issues } = compiled.decode(answer);
      expect(issues?.length).toBeGreaterThan(0);
      expect(issues?.every((issue) => Array.isArray(issue.path) && issue.message.length > 5)).toBe(true);
    });
  }
});

describe('entries', () => {
  const open = compile<unknown>({
    type: 'object',
    properties: { a: { type: 'string' } },
    required: ['a'],
    additionalProperties: { type: 'string' },
  });
  const wire = open.encode({ a: 'x', b: 'y' }) as { a: string; entries: Row[] };

  test('as they were written', () => expect(open.decode(wire).value).toEqual({ a: 'x', b: 'y' }));
  test('a key given twice', () =>
    expect(open.decode({ ...wire, entries: [...wire.entries, { key: 'b', value: 'z' }] }).issues).toBeDefined());
  test('a key given twice with the same value', () =>
    expect(open.decode({ ...wire, entries: [...wire.entries, ...wire.entries] }).issues).toBeDefined());
  test('a key that is a declared property', () =>
    expect(open.decode({ ...wire, entries: [{ key: 'a', value: 'z' }] }).issues).toBeDefined());

  const record = compile<unknown>(z.record(z.string(), z.number()));
  const map = compile<unknown>(z.map(z.string(), z.number()));
  const twice = [
    { key: 'a', value: 1 },
    { key: 'a', value: 2 },
  ];
  test('a key of a record given twice', () => expect(record.decode(twice).issues).toBeDefined());
  test('a key of a map given twice', () => expect(map.decode(twice).issues).toBeDefined());
});

describe('text that must be JSON', () => {
  const compiled = compile<unknown>(z.object({ any: z.any() }));
  for (const text of ['', '{', '{"a":1,}', 'undefined', "{'a':1}", '{"a":1,"a":2}']) {
    test(JSON.stringify(text), () => {
      const answer = compiled.decode({ any: text });
      expect(answer.issues === undefined ? answer.value : answer.issues[0]?.path).toEqual(['any']);
    });
  }
});

describe('positions', () => {
  const compiled = compile<unknown>(z.tuple([z.string(), z.number()], z.boolean()));
  const wire = compiled.encode(['a', 1, true]) as Row;
  test('as they were written', () => expect(compiled.decode(wire).value).toEqual(['a', 1, true]));
  for (const key of Object.keys(wire).filter((each) => each.startsWith('item'))) {
    test(`without ${key}`, () =>
      expect(compiled.decode(Object.fromEntries(Object.entries(wire).filter(([each]) => each !== key))).issues).toBeDefined());
  }
});
