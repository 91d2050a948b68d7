import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { CompileOptions } from '../../src/compiled.js';
import { claude, compile } from '../../src/index.js';
import { schemaFits } from '../laws/fits.js';
import { runs } from '../support/seed.js';

/** An object of so many optional properties. */
function optionals(count: number, type: (index: number) => z.ZodType): z.ZodObject {
  return z.object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${1000 + index}`, type(index).optional()])));
}

interface List {
  readonly items: {
    readonly properties: {
      readonly key: { readonly enum?: readonly string[]; readonly const?: string };
      readonly value: unknown;
    };
  };
}

/** The names that each list of entries can have. */
function lists(schema: unknown, options: CompileOptions = {}): { readonly [name: string]: readonly string[] } {
  const { wire, spend } = compile<unknown>(schema, options);
  schemaFits(wire, options.mode ?? 'output', spend);
  const entries = Object.entries(wire.properties as unknown as { [name: string]: List }).filter(([name]) =>
    name.startsWith('more'),
  );
  return Object.fromEntries(
    entries.map(([name, { items }]) => [name, items.properties.key.enum ?? [items.properties.key.const as string]]),
  );
}

function sizes(schema: unknown, options?: CompileOptions): readonly number[] {
  return Object.values(lists(schema, options)).map((names) => names.length);
}

describe('how many share a list', () => {
  test.each([
    [24, []],
    [40, []],
    [41, []],
    [42, [2]],
    [60, [20]],
    [500, [200, 200, 60]],
  ])('of %i optional texts', (count, shared) => expect(sizes(optionals(count, () => z.string()))).toEqual(shared));

  test('2,000 in ten lists, and every value goes round', () => {
    const schema = optionals(2000, (index) => (index % 2 ? z.string() : z.string().nullable()));
    const compiled = compile(schema);
    schemaFits(compiled.wire, 'output', compiled.spend);
    expect(sizes(schema).every((size) => size > 1 && size <= claude.limits.enumValues.value)).toBe(true);
    expect(sizes(schema).length).toBeLessThanOrEqual(11);
    const value = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [`k${1000 + index}`, index % 4 ? `${index}` : index % 2 ? '' : null]),
    );
    expect(compiled.decode(compiled.encode(value))).toEqual({ value, repairs: [] });
    expect(JSON.stringify(compile(compiled.wire).wire)).toBe(JSON.stringify(compiled.wire));
  });

  test('twice as many cost about twice as much', () => {
    const cost = (count: number) => JSON.stringify(compile(optionals(count, () => z.string())).wire).length;
    expect(cost(2000) / cost(1000)).toBeLessThan(2.2);
  });

  test('one that nothing is like has a list of 0 or 1 instead', () => {
    const schema = z.object({
      ...optionals(39, () => z.string()).shape,
      alone: z.boolean().optional(),
      other: z.number().optional(),
    });
    expect(lists(schema)).toEqual({});
  });

  test('as many lists as there are types', () => {
    const types = [z.string(), z.int(), z.boolean(), z.array(z.string()), z.enum(['a', 'b'])];
    expect(sizes(optionals(90, (index) => types[index % 5] as z.ZodType))).toEqual([10, 10, 10, 10, 10]);
  });
});

describe('unions that share a list stand there once', () => {
  test.each([
    ['null', () => z.string().nullable()],
    ['a union', () => z.union([z.string(), z.number()])],
    ['a list or one', () => z.union([z.array(z.string()), z.string(), z.null()])],
  ] as const)('%s', (_, type) => {
    const schema = optionals(60, type);
    const { spend, wire } = compile(schema);
    expect(sizes(schema)).toHaveLength(1);
    expect(sizes(schema)[0]).toBeGreaterThan(30);
    expect(spend.union).toBeLessThanOrEqual(claude.limits.union.value);
    // Nothing else is as dear as an object of lists.
    expect(JSON.stringify(wire)).not.toContain('Exactly one of these lists');
  });

  test('where no union is left, they share a list of lists', () => {
    const schema = z.object({
      ...Object.fromEntries(
        Array.from({ length: 16 }, (_, index) => [
          `u${index}`,
          z
            .string()
            .nullable()
            .meta({ bascule: { encode: 'bare' } }),
        ]),
      ),
      ...optionals(30, () => z.string().nullable()).shape,
    });
    const { spend } = compile(schema);
    expect(spend.union).toBe(16);
    expect(sizes(schema).length).toBeLessThanOrEqual(1);
    const value = {
      ...Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`u${index}`, null])),
      k1003: null,
      k1029: 'x',
    };
    expect(compile(schema).decode(compile(schema).encode(value))).toEqual({ value, repairs: [] });
  });

  test('used many times, a list costs as many unions', () => {
    const part = optionals(30, () => z.string().nullable());
    const schema = z.object(Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`p${index}`, part])));
    const { spend, wire } = compile(schema);
    schemaFits(wire, 'output', spend);
    const value = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`p${index}`, { k1001: null, k1029: `${index}` }]));
    expect(compile(schema).decode(compile(schema).encode(value))).toEqual({ value, repairs: [] });
  });

  test('several kinds of unions, each with a list', () => {
    const kinds = [z.string().nullable(), z.number().nullable(), z.union([z.string(), z.number()]), z.boolean().nullable()];
    const schema = optionals(runs(120), (index) => kinds[index % 4] as z.ZodType);
    expect(sizes(schema)).toHaveLength(4);
    expect(compile(schema).spend.union).toBeLessThanOrEqual(16);
  });
});

describe('references', () => {
  const schema = (words: boolean) => ({
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `k${index}`,
        { $ref: '#/$defs/text', ...(words && { description: `Text ${index}.` }) },
      ]),
    ),
    additionalProperties: false,
    $defs: { text: { type: 'string', minLength: 3 } },
  });

  test.each([true, false])('to one definition share a list; with words of their own: %s', (words) => {
    expect(sizes(schema(words))).toEqual([20]);
    const compiled = compile<unknown>(schema(words));
    const value = { k0: 'abc', k59: 'xyz' };
    expect(compiled.decode(compiled.encode(value))).toEqual({ value, repairs: [] });
    expect(compiled.decode({ more: [{ key: 'k59', value: 'x' }] }).issues).toMatchObject([{ path: ['k59'] }]);
    if (words) expect(JSON.stringify(compiled.wire)).toContain('k59: Text 59.');
  });

  test('definitions that refer to definitions without end of ways', () => {
    const levels = 60;
    const $defs = Object.fromEntries(
      Array.from({ length: levels }, (_, level) => [
        `d${level}`,
        level === 0
          ? { type: 'string' }
          : {
              type: 'array',
              items: { anyOf: [{ $ref: `#/$defs/d${level - 1}` }, { type: 'array', items: { $ref: `#/$defs/d${level - 1}` } }] },
            },
      ]),
    );
    const properties = { a: { $ref: `#/$defs/d${levels - 1}` }, b: { $ref: `#/$defs/d${levels - 1}` } };
    expect(() =>
      compile({ type: 'object', properties, additionalProperties: false, $defs }, { encode: { '/properties/a': 'list' } }),
    ).not.toThrow(RangeError);
  });
});

test('the same document always gets the same', () => {
  const schema = () => optionals(80, (index) => [z.string().nullable(), z.int(), z.string()][index % 3] as z.ZodType);
  expect(JSON.stringify(compile(schema()).wire)).toBe(JSON.stringify(compile(schema()).wire));
});
