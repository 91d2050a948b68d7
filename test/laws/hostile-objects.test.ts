import { Type as Classic } from '@sinclair/typebox';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Compiled } from '../../src/compiled.js';
import { compile, EncodeError } from '../../src/index.js';
import { compiledOrRefused, encodeError } from './hostile.js';

describe('objects that are not data', () => {
  const cyclic: Record<string, unknown> = { type: 'object', properties: {} };
  (cyclic['properties'] as Record<string, unknown>)['self'] = cyclic;
  const throwing = Object.defineProperty({ type: 'string' } as Record<string, unknown>, 'minLength', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
  const handler: ProxyHandler<object> = {
    ownKeys: () => {
      throw new TypeError('no keys');
    },
    get: () => {
      throw new TypeError('no value');
    },
    has: () => {
      throw new TypeError('no has');
    },
    getPrototypeOf: () => {
      throw new TypeError('no prototype');
    },
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  const schemas: Record<string, () => unknown> = {
    'a cyclic schema': () => cyclic,
    'a getter that throws': () => throwing,
    'a proxy that throws': () => new Proxy({}, handler),
    'a revoked proxy': () => revoked.proxy,
    'a nested proxy that throws': () => ({ type: 'object', properties: { a: new Proxy({}, handler) } }),
    undefined: () => undefined,
    null: () => null,
    'a number': () => 5,
    'a string': () => 'string',
    'a function': () => () => ({}),
    'an array': () => [],
    'a symbol': () => Symbol('s'),
    'a bigint': () => 5n,
    'a date': () => new Date(),
    'a schema that holds no JSON': () => ({ type: 'object', properties: { a: { enum: [undefined, () => 1, Number.NaN] } } }),
    'a function as a subschema': () => ({ type: 'object', properties: { a: () => 1 } }),
    'a type nobody knows': () => ({ type: 'strnig' }),
    'keywords of the wrong type': () => ({
      type: 'object',
      properties: 5,
      required: 'a',
      additionalProperties: 'no',
      minProperties: '1',
    }),
    'lists of the wrong type': () => ({ anyOf: {}, allOf: 'x', enum: 'y', items: 7 }),
    'a Zod lazy that throws': () =>
      z.lazy(() => {
        throw new Error('no schema');
      }),
    'a Zod getter that throws': () =>
      z.object({
        get a(): z.ZodType {
          throw new Error('no schema');
        },
      }),
    'a Zod promise': () => z.promise(z.string()),
    'a Zod function': () => z.function(),
    'a Zod symbol': () => z.symbol(),
    'a Zod instance': () => z.instanceof(Date),
    'a Zod file': () => z.file(),
    'Zod never': () => z.never(),
    'a TypeBox function': () => Type.Function([Type.String()], Type.String()),
    'a TypeBox symbol': () => Classic.Symbol(),
    'a TypeBox promise': () => Classic.Promise(Classic.String()),
  };
  for (const [name, make] of Object.entries(schemas)) {
    test(`schema: ${name}`, { timeout: 30_000 }, () => {
      compiledOrRefused(make());
    });
  }

  const loop: Record<string, unknown> = { a: 'x' };
  loop['loop'] = loop;
  const values: Record<string, unknown> = {
    cyclic: loop,
    'cyclic list': (() => {
      const list: unknown[] = [];
      list.push(list);
      return list;
    })(),
    throwing,
    proxy: new Proxy({}, handler),
    revoked: revoked.proxy,
    function: () => 1,
    symbol: Symbol('s'),
    bigint: 5n,
    NaN: Number.NaN,
    'sparse list': new Array(3),
    'class instance': new (class A {
      a = 'x';
    })(),
    'toJSON throws': {
      a: 'x',
      toJSON() {
        throw new Error('no JSON');
      },
    },
  };
  const compiled: Record<string, Compiled> = Object.fromEntries(
    Object.entries({
      open: { type: 'object', properties: { a: { type: 'string' } } },
      any: {},
      kept: { type: 'object', additionalProperties: true },
      list: { type: 'array' },
      zod: z.object({ a: z.string() }),
      json: z.json(),
      unknown: z.unknown(),
      loose: z.looseObject({ a: z.string() }),
    }).map(([name, schema]) => [name, compile<unknown>(schema)]),
  );
  for (const [name, value] of Object.entries(values)) {
    test(`value: ${name}`, { timeout: 30_000 }, () => {
      for (const result of Object.values(compiled)) {
        const answer = result.decode(value);
        expect(answer.issues !== undefined || 'value' in answer).toBe(true);
        try {
          result.encode(value);
        } catch (error) {
          expect(error).toBeInstanceOf(EncodeError);
        }
      }
    });
  }

  test('user code that throws is an issue', () => {
    const bad = (): never => {
      throw new Error('user code');
    };
    for (const schema of [
      z.string().refine(bad),
      z.string().transform(bad),
      z.preprocess(bad, z.string()),
      z.codec(z.string(), z.number(), { decode: bad, encode: bad }),
      z.object({ a: z.string().default(bad) }),
    ]) {
      const result = compiledOrRefused(schema);
      if (result === undefined) continue;
      for (const wire of ['x', { value: 'x' }, {}, { a: 'x' }]) {
        const answer = result.decode(wire);
        if (answer.issues === undefined) expect(answer.value).toEqual({ a: 'x' });
      }
    }
  });

  test('a value its own schema rejects cannot be encoded', () => {
    encodeError(() => compile<unknown>({ type: 'string' }).encode(5));
    encodeError(() => compile<unknown>(z.string().min(3)).encode('a'));
    encodeError(() => compile<unknown>(Type.String()).encode(5));
    encodeError(() => compile<unknown>(Classic.String()).encode(5));
  });
});
