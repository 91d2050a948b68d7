import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compile } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';

type Schema = { [keyword: string]: Json };

const PART: Schema = {
  type: 'object',
  properties: {
    id: { type: 'integer', minimum: 1 },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 3 },
    point: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], minItems: 2, items: false },
    map: { type: 'object', additionalProperties: { type: 'number' } },
    any: {},
  },
  required: ['id', 'tags', 'point', 'map', 'any'],
  additionalProperties: false,
};

function times(count: number, make: (index: number) => Json): Schema {
  const properties = Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, make(index)]));
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function bytes(schema: Schema): number {
  return JSON.stringify(compile(schema).wire).length;
}

/** A definition that uses the next one twice, thirty deep: 2^30 uses. */
function doubling(depth: number): Schema {
  const node = (index: number): Schema => times(2, () => ({ $ref: `#/$defs/d${index}` }));
  const definitions = Object.fromEntries(
    Array.from({ length: depth }, (_, index) => [`d${index}`, index + 1 === depth ? { type: 'string' } : node(index + 1)]),
  );
  return { $ref: '#/$defs/d0', $defs: definitions };
}

/** How often anything inside a value is looked at. */
function reads(value: Json, run: (watched: Json) => unknown): number {
  let count = 0;
  const seen = new WeakMap<object, object>();
  const watch = (inner: unknown): unknown => {
    if (typeof inner !== 'object' || inner === null) return inner;
    const get = (target: object, key: PropertyKey): unknown => {
      count++;
      return watch(Reflect.get(target, key));
    };
    const known = seen.get(inner) ?? new Proxy(inner, { get });
    seen.set(inner, known);
    return known;
  };
  run(watch(value) as Json);
  return count;
}

describe('law 7: linear', () => {
  test('the wire grows no faster than the schema', () => {
    const copies = (count: number): Schema => times(count, () => structuredClone(PART));
    const [few, many] = [bytes(copies(10)), bytes(copies(80))];
    expect(many / few).toBeLessThan(8 * 1.3);
  });

  test('a definition used often is written once', () => {
    const uses = (count: number): Schema => ({ ...times(count, () => ({ $ref: '#/$defs/part' })), $defs: { part: PART } });
    const [few, many] = [bytes(uses(2)), bytes(uses(60))];
    expect(many - few).toBeLessThan(60 * 120);
  });

  test('2^30 uses of a definition cost no more than 30', () => {
    const compiled = compile(doubling(30));
    expect(JSON.stringify(compiled.wire).length).toBeLessThan(20_000);
    expect(compiled.ledger.length).toBeLessThan(500);
    expect(compiled.spend.optional).toBe(0);
  });

  test('2^30 paths through optional properties are counted, not walked', () => {
    const schema = doubling(30);
    for (const definition of Object.values(schema['$defs'] as Record<string, Schema>)) delete definition['required'];
    try {
      const { wire, spend } = compile(schema);
      expect(spend.optional).toBeLessThanOrEqual(24);
      expect(JSON.stringify(wire).length).toBeLessThan(40_000);
    } catch (error) {
      expect(error).toMatchObject({ name: 'SchemaError' });
    }
  });

  test('2^10 combinations of unions in allOf are not multiplied out', () => {
    const either = (key: string): Schema => ({
      anyOf: [
        { type: 'object', properties: { [`${key}1`]: { type: 'string' } }, required: [`${key}1`] },
        { type: 'object', properties: { [`${key}2`]: { type: 'string' } }, required: [`${key}2`] },
      ],
    });
    const schema = { allOf: Array.from({ length: 10 }, (_, index) => either(`k${index}`)) };
    try {
      expect(JSON.stringify(compile(schema).wire).length).toBeLessThan(100_000);
    } catch (error) {
      expect(error).toMatchObject({ name: 'SchemaError' });
    }
  });

  test('a Zod schema shared in a DAG of 2^25 paths compiles', () => {
    let node: z.ZodType = z.string();
    for (let depth = 0; depth < 25; depth++) node = z.object({ left: node, right: node });
    expect(JSON.stringify(compile(node).wire).length).toBeLessThan(40_000);
  });

  test('each item of a value is read a fixed number of times', () => {
    const compiled = compile({
      type: 'object',
      properties: { list: { type: 'array', items: PART } },
      required: ['list'],
      additionalProperties: false,
    });
    const item = { id: 1, tags: ['a'], point: [1, 2], map: { a: 1 }, any: [null] };
    const value = (count: number): Json => ({ list: Array.from({ length: count }, () => item) });
    const encoding = (count: number): number => reads(value(count), (watched) => compiled.encode(watched as never));
    const decoding = (count: number): number =>
      reads(compiled.encode(value(count) as never), (watched) => expect(compiled.decode(watched).issues).toBeUndefined());
    expect(encoding(800) / encoding(100)).toBeLessThan(8 * 1.1);
    expect(decoding(800) / decoding(100)).toBeLessThan(8 * 1.1);
  });

  test('a long chain of nodes is lifted in one pass', () => {
    const schema: Schema = {
      $ref: '#/$defs/n',
      $defs: {
        n: {
          type: 'object',
          properties: { v: { type: 'integer' }, kids: { type: 'array', items: { $ref: '#/$defs/n' } } },
          required: ['v', 'kids'],
          additionalProperties: false,
        },
      },
    };
    const compiled = compile(schema);
    const wide = { v: 0, kids: Array.from({ length: 5000 }, (_, v) => ({ v, kids: [] })) };
    expect(compiled.decode(compiled.encode(wide as never)).value).toEqual(wide);
  });
});
