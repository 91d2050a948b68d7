import { Type as Classic } from '@sinclair/typebox';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compile, EncodeError } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';
import { schemaFits } from './fits.js';
import { compiledOrRefused, DEEP, issuesOf, nested, refusal } from './hostile.js';

describe('schemas of 10,000 levels', () => {
  const cases: Record<string, () => unknown> = {
    'JSON Schema, properties': () =>
      nested(DEEP, { type: 'string' }, (inner) => ({ type: 'object', properties: { a: inner }, required: ['a'] })),
    'JSON Schema, items': () => nested(DEEP, { type: 'string' }, (inner) => ({ type: 'array', items: inner })),
    'JSON Schema, prefixItems': () =>
      nested(DEEP, { type: 'string' }, (inner) => ({ type: 'array', prefixItems: [inner], items: false })),
    'JSON Schema, anyOf': () => nested(DEEP, { type: 'string' }, (inner) => ({ anyOf: [inner, { type: 'null' }] })),
    'JSON Schema, allOf': () => nested(DEEP, { type: 'string' }, (inner) => ({ allOf: [inner] })),
    'JSON Schema, not': () => nested(DEEP, { type: 'string' }, (inner) => ({ not: inner })),
    'JSON Schema, additionalProperties': () =>
      nested(DEEP, { type: 'string' }, (inner) => ({ type: 'object', additionalProperties: inner })),
    'JSON Schema, definitions in definitions': () =>
      nested(DEEP, { type: 'string' }, (inner) => ({ $ref: '#/$defs/a', $defs: { a: inner } })),
    'JSON Schema, a chain of references': () => ({
      $ref: '#/$defs/d0',
      $defs: Object.fromEntries(
        Array.from({ length: DEEP }, (_, index) => [
          `d${index}`,
          index === DEEP - 1 ? { type: 'string' } : { $ref: `#/$defs/d${index + 1}` },
        ]),
      ),
    }),
    'JSON Schema, default': () => ({ type: 'string', default: nested(DEEP, 1, (inner) => [inner]) }),
    'JSON Schema, const': () => ({ const: nested(DEEP, 1, (inner) => [inner]) }),
    'JSON Schema, enum': () => ({ enum: [nested(DEEP, 1, (inner) => ({ a: inner })), 1] }),
    'JSON Schema, unknown keyword': () => ({ type: 'string', 'x-deep': nested(DEEP, 1, (inner) => [inner]) }),
    'Zod, array': () => Array.from({ length: DEEP }).reduce<z.ZodType>((inner) => z.array(inner), z.string()),
    'Zod, object': () => Array.from({ length: DEEP }).reduce<z.ZodType>((inner) => z.object({ a: inner }), z.string()),
    'Zod, optional': () => Array.from({ length: DEEP }).reduce<z.ZodType>((inner) => inner.optional(), z.string()),
    'Zod, union': () => Array.from({ length: DEEP }).reduce<z.ZodType>((inner) => z.union([inner, z.null()]), z.string()),
    'Zod, lazy': () => Array.from({ length: DEEP }).reduce<z.ZodType>((inner) => z.lazy(() => inner), z.string()),
    'Zod, pipe': () => Array.from({ length: DEEP }).reduce<z.ZodType>((inner) => inner.transform((value) => value), z.string()),
    'Zod, endless lazy': () => {
      const endless = (): z.ZodType => z.lazy(() => z.array(endless()));
      return endless();
    },
    'TypeBox 1': () =>
      Array.from({ length: DEEP }).reduce<ReturnType<typeof Type.Unsafe>>(
        (inner) => Type.Unsafe({ type: 'array', items: inner }),
        Type.Unsafe({ type: 'string' }),
      ),
    'TypeBox 0.34': () =>
      Array.from({ length: DEEP }).reduce<ReturnType<typeof Classic.Unsafe>>(
        (inner) => Classic.Unsafe({ [Symbol.for('TypeBox.Kind')]: 'Array', type: 'array', items: inner }),
        Classic.Unsafe({ [Symbol.for('TypeBox.Kind')]: 'String', type: 'string' }),
      ),
  };
  for (const [name, make] of Object.entries(cases)) {
    test(name, { timeout: 30_000 }, () => {
      const result = compiledOrRefused(make());
      if (result === undefined) return;
      void result.ledger;
      expect(JSON.stringify(result.wire).length).toBeGreaterThan(1);
    });
  }
});

describe('answers and values of 10,000 levels', () => {
  const deepText = `${'['.repeat(DEEP)}1${']'.repeat(DEEP)}`;
  const deepValue = nested(DEEP, 1, (inner) => [inner]);
  const tree = { $ref: '#/$defs/n', $defs: { n: { type: 'array', items: { $ref: '#/$defs/n' } } } };
  const list: z.ZodType = z.object({
    value: z.number(),
    get next(): z.ZodType {
      return list.nullable();
    },
  });

  for (const [name, schema] of Object.entries({
    'free-form': {},
    typed: { type: 'object', properties: { a: { type: 'string' } } },
    recursive: tree,
    zod: z.json(),
    'zod list': list,
  })) {
    test(`${name}: text, wire value and source value`, { timeout: 30_000 }, () => {
      const result = compile<unknown>(schema);
      for (const text of [deepText, `{"json":${deepText}}`, JSON.stringify({ value: deepText }), '['.repeat(1_000_000)]) {
        const answer = result.parse(text);
        if (answer.issues === undefined) expect(answer.value).toBeDefined();
      }
      result.decode(deepValue);
      result.decode({ value: deepText, json: deepText, any: deepText });
      encodeErrorOrNot(() => result.encode(deepValue));
    });
  }

  test('a linked list of 10,000 nodes', { timeout: 30_000 }, () => {
    const result = compile<unknown>(list);
    const chain = nested(DEEP, null, (next) => ({ value: 1, next }));
    encodeErrorOrNot(() => result.encode(chain));
  });

  function encodeErrorOrNot(run: () => unknown): void {
    try {
      run();
    } catch (error) {
      expect(error).toBeInstanceOf(EncodeError);
    }
  }
});

describe('references that go nowhere', () => {
  const cases: Record<string, Json> = {
    'to itself': { $ref: '#' },
    'in a ring': { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
    'in a ring through allOf': {
      $ref: '#/$defs/a',
      $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: { allOf: [{ $ref: '#/$defs/a' }] } },
    },
    'in a ring through anyOf alone': { $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }] } } },
    'to a missing definition': { type: 'object', properties: { a: { $ref: '#/$defs/missing' } } },
    'to another document': { $ref: 'https://example.com/schema.json' },
    'to what is no schema': { type: 'object', properties: { a: { $ref: '#/required' } }, required: ['a'] },
    'to a prototype': { $ref: '#/$defs/constructor', $defs: {} },
    malformed: { $ref: '#/%E0%A4%A' },
    'not a string': { $ref: 5 },
  };
  for (const [name, schema] of Object.entries(cases)) {
    test(name, () => {
      expect(refusal(schema)).not.toContain('unreadable');
    });
  }

  test('a union that refers to itself beside something else is that something', () => {
    const result = compiledOrRefused({ $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }, { type: 'string' }] } } });
    if (result !== undefined) schemaFits(result.wire, 'output');
  });

  test('a value that can never end is refused, not looped over', () => {
    expect(
      refusal({
        $ref: '#/$defs/a',
        $defs: { a: { type: 'object', properties: { next: { $ref: '#/$defs/a' } }, required: ['next'] } },
      }),
    ).not.toContain('unreadable');
  });
});

describe('size', () => {
  test('an enum of 100,000 values', { timeout: 60_000 }, () => {
    const values = Array.from({ length: 100_000 }, (_, index) => `value ${index}`);
    const result = compile({
      type: 'object',
      properties: { a: { type: 'string', enum: values } },
      required: ['a'],
      additionalProperties: false,
    });
    schemaFits(result.wire, 'output');
    expect(JSON.stringify(result.wire).length).toBeLessThan(20_000);
    expect(result.decode(result.encode({ a: 'value 99999' } as never)).value).toEqual({ a: 'value 99999' });
    issuesOf(result.decode(JSON.parse(JSON.stringify(result.encode({ a: 'value 1' } as never)).replace('value 1', 'valuable'))));
  });

  test('a string of ten million characters', { timeout: 60_000 }, () => {
    const result = compile({
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
      additionalProperties: false,
    });
    const a = 'x'.repeat(10_000_000);
    expect(result.parse(JSON.stringify(result.encode({ a }))).value).toEqual({ a });
    issuesOf(result.parse(`{"a":"${a}`));
  });

  test('an object of 2,000 properties', { timeout: 60_000 }, () => {
    const properties = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`p${index}`, { type: 'string' }]));
    const result = compiledOrRefused({ type: 'object', properties, additionalProperties: false });
    if (result !== undefined) schemaFits(result.wire, 'output');
  });
});
