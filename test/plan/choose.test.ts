import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { compile } from '../../src/compile.js';
import type { CompileOptions } from '../../src/compiled.js';

type Properties = Record<string, { type?: unknown; anyOf?: unknown }>;

/** How each property travels. */
function formsOf(schema: z.ZodType, options: CompileOptions = {}): Record<string, string> {
  const { wire } = compile(schema, options);
  const required = wire.required as string[];
  return Object.fromEntries(
    Object.entries(wire.properties as Properties).map(([key, { type, anyOf }]) => [
      key,
      !required.includes(key) ? 'optional' : type === 'array' ? 'list' : anyOf || Array.isArray(type) ? 'nullable' : 'plain',
    ]),
  );
}

function optionals(count: number, shape: () => z.ZodType): z.ZodObject {
  return z.object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${100 + index}`, shape().optional()])));
}

function counts(forms: Record<string, string>): Record<string, number> {
  const found: Record<string, number> = {};
  for (const form of Object.values(forms)) found[form] = (found[form] ?? 0) + 1;
  return found;
}

describe('the forms of optional properties', () => {
  test('24 stay as they are', () => expect(counts(formsOf(optionals(24, z.string)))).toEqual({ optional: 24 }));

  test('of 60, 24 stay, 16 are nullable, and the others share a list', () => {
    const forms = formsOf(optionals(60, z.string));
    expect(counts(forms)).toEqual({ optional: 24, nullable: 16, list: 1 });
    // Nothing tells them apart but their order: what comes first stays.
    expect(Object.keys(forms).filter((key) => forms[key] === 'optional')).toEqual(
      Array.from({ length: 24 }, (_, index) => `k${100 + index}`),
    );
  });

  test('null that means something is never the sign of absence', () => {
    const compiled = compile(optionals(60, () => z.string().nullable()));
    expect(compiled.spend).toMatchObject({ optional: 24, union: 16 });
    const value = { k100: null, k130: null, k140: 'text', k159: null };
    expect(compiled.decode(compiled.encode(value)).value).toEqual(value);
  });

  test('the one with the longest name is the dearest to change', () => {
    const names = ['a', 'b', 'a_name_that_is_long'].flatMap((name) =>
      Array.from({ length: 10 }, (_, index) => `${name}${index}`),
    );
    const forms = formsOf(z.object(Object.fromEntries(names.map((name) => [name, z.boolean().optional()]))));
    expect(names.filter((name) => name.includes('long')).every((name) => forms[name] === 'optional')).toBe(true);
  });

  test('what is inside of lists stays rather than what is written once', () => {
    const inner = optionals(20, z.string);
    const { wire } = compile(inner.extend({ lines: z.array(inner) }));
    const { lines } = wire.properties as { lines: { items: { required: string[] } } };
    const outside = (wire.required as string[]).filter((key) => key !== 'lines');
    expect([outside.length, lines.items.required.length]).toEqual([16, 0]);
  });

  test.each(['optional', 'nullable', 'list'] as const)('a pin decides: %s', (form) =>
    expect(formsOf(optionals(3, z.string), { encode: { '/properties/k101': form } })).toEqual({
      k100: 'optional',
      k101: form,
      k102: 'optional',
    }),
  );

  test('a list where `nullable` is pinned but null means something', () => {
    const { wire } = compile<{ a?: string | null }>(
      { type: 'object', properties: { a: { enum: ['x', null] } }, additionalProperties: false },
      { encode: { '/properties/a': 'nullable' } },
    );
    expect(wire).toMatchObject({ required: ['a'], properties: { a: { type: 'array' } } });
  });

  test('another field in front changes one other at each boundary between forms', () => {
    const before = formsOf(optionals(60, z.string));
    const after = formsOf(z.object({ k099: z.string().optional(), ...optionals(60, z.string).shape }));
    const changed = Object.keys(before).filter((key) => before[key] !== after[key]);
    // The last optional becomes nullable, the last nullable a list.
    expect(changed.sort()).toEqual(['k123', 'k139']);
  });
});

describe('the forms of unions', () => {
  const two = z.union([z.object({ a: z.string() }), z.object({ b: z.number() })]);

  test('16 stay, the others travel as one list an option', () => {
    const { wire, spend } = compile(z.object(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index}`, two]))));
    const forms = Object.values(wire.properties as Properties).map(({ anyOf }) => (anyOf ? 'bare' : 'lists'));
    expect(forms).toEqual([...Array(16).fill('bare'), ...Array(4).fill('lists')]);
    expect(spend.union).toBe(16);
  });

  test('30 nullable objects fit', () => {
    const nullable = z.object({ a: z.string() }).nullable();
    const { spend } = compile(z.object(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, nullable]))));
    expect(spend).toMatchObject({ optional: 0, union: 16 });
  });

  test('an optional property that holds a union takes null among its options for nothing', () => {
    const all = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${100 + index}`, two.optional()]));
    expect(compile(z.object(all)).spend).toMatchObject({ optional: 24, union: 16 });
  });

  test('a pin decides', () => {
    const { wire } = compile(z.object({ u: two }), { encode: { '/properties/u': 'lists' } });
    expect((wire.properties as Properties)['u']).toMatchObject({ type: 'object' });
  });
});
