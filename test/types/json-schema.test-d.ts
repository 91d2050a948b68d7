import { describe, expectTypeOf, test } from 'vitest';
import { compile, type OutputOf } from '../../src/index.js';

function value<const Schema>(_schema: Schema) {
  return expectTypeOf<OutputOf<Schema>>();
}

describe('the values of a JSON Schema in literal form', () => {
  test('scalars', () => {
    value({ type: 'string', minLength: 1, description: 'Text' }).toEqualTypeOf<string>();
    value({ type: 'number' }).toEqualTypeOf<number>();
    value({ type: 'integer', minimum: 0 }).toEqualTypeOf<number>();
    value({ type: 'boolean' }).toEqualTypeOf<boolean>();
    value({ type: 'null' }).toEqualTypeOf<null>();
    value({ type: ['string', 'null'] }).toEqualTypeOf<string | null>();
    value({ type: 'string', nullable: true }).toEqualTypeOf<string | null>();
    value(true).toEqualTypeOf<unknown>();
    value(false).toEqualTypeOf<never>();
    value({}).toEqualTypeOf<unknown>();
  });

  test('literals', () => {
    value({ enum: ['a', 1, null] }).toEqualTypeOf<'a' | 1 | null>();
    value({ type: 'string', enum: ['a', 'b', null] }).toEqualTypeOf<'a' | 'b'>();
    value({ const: true }).toEqualTypeOf<true>();
    value({ const: { kind: 'a', list: [1, 2] } }).toEqualTypeOf<{ kind: 'a'; list: [1, 2] }>();
  });

  test('lists', () => {
    value({ type: 'array', items: { type: 'string' } }).toEqualTypeOf<string[]>();
    value({ type: 'array', items: { type: ['string', 'number'] } }).toEqualTypeOf<(string | number)[]>();
    value({ type: 'array' }).toEqualTypeOf<unknown[]>();
    value({ type: 'array', items: false }).toEqualTypeOf<[]>();
  });

  test('objects', () => {
    value({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' } }, required: ['a'] }).toEqualTypeOf<{
      a: string;
      b?: number;
    }>();
    value({ type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false }).toEqualTypeOf<{ a?: string }>();
    value({ type: 'object', properties: { a: { type: 'string' } }, required: ['a', 'z'] }).toEqualTypeOf<{
      a: string;
      z: unknown;
    }>();
    value({ type: 'object' }).toEqualTypeOf<{ [key: string]: unknown }>();
    value({ type: 'object', additionalProperties: { type: 'number' } }).toEqualTypeOf<{ [key: string]: number }>();
    value({ type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: true }).toEqualTypeOf<{
      [key: string]: unknown;
      a: string;
    }>();
    value({
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
      additionalProperties: { type: 'number' },
    }).toEqualTypeOf<{ [key: string]: string | number; a: string }>();
    value({ type: 'object', additionalProperties: false }).toEqualTypeOf<{ [key: string]: never }>();
  });

  test('unions', () => {
    value({ anyOf: [{ type: 'string' }, { type: 'object', properties: { n: { const: 1 } }, required: ['n'] }] }).toEqualTypeOf<
      string | { n: 1 }
    >();
    value({ oneOf: [{ type: 'string' }, { type: 'null' }] }).toEqualTypeOf<string | null>();
  });

  test('what can not be told exactly is unknown, and only that', () => {
    value({ $ref: '#/$defs/a' }).toEqualTypeOf<unknown>();
    value({ properties: { a: { type: 'string' } } }).toEqualTypeOf<unknown>();
    value({ type: 'object', properties: { a: { $ref: '#' }, b: { type: 'string' } }, required: ['b'] }).toEqualTypeOf<{
      a?: unknown;
      b: string;
    }>();
    const imported = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
    value(imported).toEqualTypeOf<unknown>();
  });

  test('compile hands it on', () => {
    const compiled = compile({
      type: 'object',
      properties: { a: { type: 'array', items: { type: 'string' } } },
      required: ['a'],
    });
    expectTypeOf(compiled.format.parse('')).toEqualTypeOf<{ a: string[] }>();
    expectTypeOf(compiled.encode).parameter(0).toEqualTypeOf<{ a: string[] }>();
  });
});
