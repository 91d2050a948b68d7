import { Type as Classic } from '@sinclair/typebox';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Compiled, Decoded } from '../../src/compiled.js';
import type { Json } from '../../src/ir/json.js';
import { compile, EncodeError, SchemaError } from '../../src/index.js';
import { schemaFits } from './fits.js';

const DEEP = 10_000;

function nested(depth: number, leaf: Json, wrap: (inner: Json) => Json): Json {
  let node = leaf;
  for (let level = 0; level < depth; level++) node = wrap(node);
  return node;
}

/** Compiles, or is refused with findings; anything else is a failure. */
function compiledOrRefused(schema: unknown): Compiled | undefined {
  try {
    return compile<unknown>(schema);
  } catch (error) {
    expect(error).toBeInstanceOf(SchemaError);
    const { diagnostics } = error as SchemaError;
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const finding of diagnostics) expect(finding).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/), path: expect.any(String), message: expect.stringMatching(/./) });
    return undefined;
  }
}

function refusal(schema: unknown): readonly string[] {
  try {
    compile<unknown>(schema);
  } catch (error) {
    expect(error).toBeInstanceOf(SchemaError);
    return (error as SchemaError).diagnostics.map((finding) => finding.code);
  }
  throw new Error('it compiled');
}

function issuesOf(answer: Decoded<unknown>): NonNullable<Decoded<unknown>['issues']> {
  expect(answer.issues?.length).toBeGreaterThan(0);
  return answer.issues ?? [];
}

function encodeError(run: () => unknown): void {
  let thrown: unknown;
  try {
    run();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(EncodeError);
  expect((thrown as EncodeError).issues.length).toBeGreaterThan(0);
}

describe('schemas of 10,000 levels', () => {
  const cases: Record<string, () => unknown> = {
    'JSON Schema, properties': () => nested(DEEP, { type: 'string' }, (inner) => ({ type: 'object', properties: { a: inner }, required: ['a'] })),
    'JSON Schema, items': () => nested(DEEP, { type: 'string' }, (inner) => ({ type: 'array', items: inner })),
    'JSON Schema, prefixItems': () => nested(DEEP, { type: 'string' }, (inner) => ({ type: 'array', prefixItems: [inner], items: false })),
    'JSON Schema, anyOf': () => nested(DEEP, { type: 'string' }, (inner) => ({ anyOf: [inner, { type: 'null' }] })),
    'JSON Schema, allOf': () => nested(DEEP, { type: 'string' }, (inner) => ({ allOf: [inner] })),
    'JSON Schema, not': () => nested(DEEP, { type: 'string' }, (inner) => ({ not: inner })),
    'JSON Schema, additionalProperties': () => nested(DEEP, { type: 'string' }, (inner) => ({ type: 'object', additionalProperties: inner })),
    'JSON Schema, definitions in definitions': () => nested(DEEP, { type: 'string' }, (inner) => ({ $ref: '#/$defs/a', $defs: { a: inner } })),
    'JSON Schema, a chain of references': () => ({ $ref: '#/$defs/d0', $defs: Object.fromEntries(Array.from({ length: DEEP }, (_, index) => [`d${index}`, index === DEEP - 1 ? { type: 'string' } : { $ref: `#/$defs/d${index + 1}` }])) }),
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
    'TypeBox 1': () => Array.from({ length: DEEP }).reduce<ReturnType<typeof Type.Unsafe>>((inner) => Type.Unsafe({ type: 'array', items: inner }), Type.Unsafe({ type: 'string' })),
    'TypeBox 0.34': () => Array.from({ length: DEEP }).reduce<ReturnType<typeof Classic.Unsafe>>((inner) => Classic.Unsafe({ [Symbol.for('TypeBox.Kind')]: 'Array', type: 'array', items: inner }), Classic.Unsafe({ [Symbol.for('TypeBox.Kind')]: 'String', type: 'string' })),
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
  const list: z.ZodType = z.object({ value: z.number(), get next(): z.ZodType { return list.nullable(); } }); // biome-ignore format: a getter is the construct

  for (const [name, schema] of Object.entries({ 'free-form': {}, typed: { type: 'object', properties: { a: { type: 'string' } } }, recursive: tree, zod: z.json(), 'zod list': list })) {
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
    'in a ring through allOf': { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: { allOf: [{ $ref: '#/$defs/a' }] } } },
    'in a ring through anyOf alone': { $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }] } } },
    'to a missing definition': { type: 'object', properties: { a: { $ref: '#/$defs/missing' } } },
    'to another document': { $ref: 'https://example.com/schema.json' },
    'to what is no schema': { type: 'object', properties: { a: { $ref: '#/required' } }, required: ['a'] },
    'to a prototype': { $ref: '#/$defs/constructor', $defs: {} },
    'malformed': { $ref: '#/%E0%A4%A' },
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
    expect(refusal({ $ref: '#/$defs/a', $defs: { a: { type: 'object', properties: { next: { $ref: '#/$defs/a' } }, required: ['next'] } } })).not.toContain('unreadable');
  });
});

describe('size', () => {
  test('an enum of 100,000 values', { timeout: 60_000 }, () => {
    const values = Array.from({ length: 100_000 }, (_, index) => `value ${index}`);
    const result = compile({ type: 'object', properties: { a: { type: 'string', enum: values } }, required: ['a'], additionalProperties: false });
    schemaFits(result.wire, 'output');
    expect(JSON.stringify(result.wire).length).toBeLessThan(20_000);
    expect(result.decode(result.encode({ a: 'value 99999' } as never)).value).toEqual({ a: 'value 99999' });
    issuesOf(result.decode(JSON.parse(JSON.stringify(result.encode({ a: 'value 1' } as never)).replace('value 1', 'valuable'))));
  });

  test('a string of ten million characters', { timeout: 60_000 }, () => {
    const result = compile({ type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false });
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

describe('names of Object.prototype', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'prototype'];
  for (const name of NAMES) {
    const own = <Value>(value: Value): Record<string, Value> => Object.fromEntries([[name, value]]);

    test(`a property ${name}`, () => {
      const result = compile<unknown>({ type: 'object', properties: own({ type: 'object', properties: { polluted: { type: 'boolean' } } }), required: ['toString'].filter((each) => each === name) });
      schemaFits(result.wire, 'output');
      const value = own({ polluted: true });
      const back = result.decode(result.encode(value));
      expect(JSON.stringify(back.value)).toBe(JSON.stringify(value));
      expect(Object.getPrototypeOf(back.value)).toBe(Object.prototype);
      expect('polluted' in {}).toBe(false);
    });

    test(`an entry ${name} of a record`, () => {
      for (const schema of [{ type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: 'number' } } }, z.record(z.string(), z.record(z.string(), z.number()))]) {
        const result = compile<unknown>(schema);
        const value = own(own(1));
        const back = result.decode(result.encode(value));
        // Zod drops __proto__ from records itself
        const expected = schema instanceof z.ZodType ? schema.parse(value) : value;
        expect(JSON.stringify(back.value)).toBe(JSON.stringify(expected));
        expect(Object.getPrototypeOf(back.value)).toBe(Object.prototype);
      }
    });

    test(`a definition ${name}`, () => {
      const result = compile<unknown>({ type: 'object', properties: { a: { $ref: `#/$defs/${name}` }, b: { $ref: `#/$defs/${name}` } }, required: ['a', 'b'], additionalProperties: false, $defs: own({ type: 'object', properties: { x: { type: 'string' } }, required: ['x'], additionalProperties: false }) });
      schemaFits(result.wire, 'output');
      const value = { a: { x: '1' }, b: { x: '2' } };
      expect(result.decode(result.encode(value)).value).toEqual(value);
    });

    test(`${name} missing from an answer is missing`, () => {
      const result = compile<unknown>({ type: 'object', properties: { a: { type: 'string' } }, required: [name] });
      if (name !== '__proto__') issuesOf(result.decode({}));
    });

    test(`an answer with a key ${name} it was not asked for`, () => {
      const result = compile<unknown>(z.strictObject({ a: z.string() }));
      const answer = result.parse(`{"a":"x",${JSON.stringify(name)}:{"polluted":true}}`);
      if (answer.issues === undefined) expect(answer.value).toEqual({ a: 'x' });
      expect('polluted' in {}).toBe(false);
    });
  }
});

describe('text of an answer', () => {
  const result = compile({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'array', items: { type: 'number' } } }, required: ['a'], additionalProperties: false });

  test('a key given twice is an issue', () => {
    expect(issuesOf(result.parse('{"a":"x","a":"y"}'))[0]).toMatchObject({ code: 'duplicate-key' });
    expect(issuesOf(result.parse('{"a":"x","\\u0061":"y"}'))[0]).toMatchObject({ code: 'duplicate-key' });
  });

  for (const text of ['', ' ', 'null', '{', '{"a"', '{"a":"x"', '{"a":"x"}}', '{"a":"x"} {"a":"y"}', "{'a':'x'}", '{"a":"x",}', '{a:"x"}', '// no\n{"a":"x"}', '{"a":"\u0001"}', '{"a":"x","b":[01]}', '{"a":"x","b":[NaN]}', '{"a":"x","b":[1e999]}', '{"a":"x","b":[.5]}', '\ufeff{"a":"x"}', '{"a":"\\x"}', '{"a":"\\ud8"}', 'undefined']) {
    test(`${JSON.stringify(text)} is an issue`, () => {
      issuesOf(result.parse(text));
    });
  }

  test('lone surrogates come back as they are, or as issues', () => {
    for (const text of ['{"a":"\\ud800"}', '{"a":"\ud800"}', '{"a":"\\udc00\\ud800"}']) {
      const answer = result.parse(text);
      if (answer.issues === undefined) expect(answer.value).toEqual(JSON.parse(text));
    }
    expect(result.decode(result.encode({ a: '\ud800' })).value).toEqual({ a: '\ud800' });
  });

  test('what is no text and no JSON is an issue', () => {
    for (const value of [undefined, Symbol('s'), () => 1, Number.NaN, 1n, new Date(), new Map(), Object.create(null)]) issuesOf(result.decode(value));
    for (const value of [undefined, null, 5, {}, Buffer.from('{}')]) issuesOf(result.parse(value as never));
  });

  test('whitespace around and within is fine', () => {
    expect(result.parse(' \n{ "a" :\t"x" }\r\n').value).toEqual({ a: 'x' });
  });
});

describe('catastrophic patterns', () => {
  const EVIL = '^(a+)+$';
  const text = `${'a'.repeat(28)}!`;
  for (const [name, schema] of Object.entries({
    'JSON Schema': { type: 'object', properties: { a: { type: 'string', pattern: EVIL } }, required: ['a'], additionalProperties: false },
    'JSON Schema, patternProperties': { type: 'object', patternProperties: { [EVIL]: { type: 'string' } }, additionalProperties: false },
    'JSON Schema, many': { type: 'object', properties: { a: { type: 'string', pattern: `${EVIL.slice(0, -1)}b$` } }, required: ['a'], additionalProperties: false },
    Zod: z.object({ a: z.string().regex(new RegExp(EVIL)) }),
  })) {
    test(name, { timeout: 60_000 }, () => {
      const result = compiledOrRefused(schema);
      if (result === undefined) return;
      schemaFits(result.wire, 'output');
      const answer = result.decode({ a: text });
      if (answer.issues === undefined) throw new Error(`accepted: ${JSON.stringify(answer.value)}`);
    });
  }

  test('patterns that are no patterns are findings', () => {
    for (const pattern of ['(', '[', '*', '(?<a', '\\', '(?<=a)(', 'a{2,1}']) expect(refusal({ type: 'object', properties: { a: { type: 'string', pattern } } })).not.toContain('unreadable');
  });
});

describe('objects that are not data', () => {
  const cyclic: Record<string, unknown> = { type: 'object', properties: {} };
  (cyclic['properties'] as Record<string, unknown>)['self'] = cyclic;
  const throwing = Object.defineProperty({ type: 'string' } as Record<string, unknown>, 'minLength', { enumerable: true, get: () => { throw new Error('no'); } }); // biome-ignore format: a getter is the construct
  const handler: ProxyHandler<object> = { ownKeys: () => { throw new TypeError('no keys'); }, get: () => { throw new TypeError('no value'); }, has: () => { throw new TypeError('no has'); }, getPrototypeOf: () => { throw new TypeError('no prototype'); } }; // biome-ignore format: a trap is the construct
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
    'keywords of the wrong type': () => ({ type: 'object', properties: 5, required: 'a', additionalProperties: 'no', minProperties: '1' }),
    'lists of the wrong type': () => ({ anyOf: {}, allOf: 'x', enum: 'y', items: 7 }),
    'a Zod lazy that throws': () => z.lazy(() => { throw new Error('no schema'); }), // biome-ignore format: one case a line
    'a Zod getter that throws': () => z.object({ get a(): z.ZodType { throw new Error('no schema'); } }), // biome-ignore format: one case a line
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
    'cyclic list': (() => { const list: unknown[] = []; list.push(list); return list; })(), // biome-ignore format: one case a line
    throwing,
    proxy: new Proxy({}, handler),
    revoked: revoked.proxy,
    function: () => 1,
    symbol: Symbol('s'),
    bigint: 5n,
    NaN: Number.NaN,
    'sparse list': new Array(3),
    'class instance': new (class A { a = 'x'; })(), // biome-ignore format: one case a line
    'toJSON throws': { a: 'x', toJSON() { throw new Error('no JSON'); } }, // biome-ignore format: one case a line
  };
  const compiled: Record<string, Compiled> = Object.fromEntries(
    Object.entries({ open: { type: 'object', properties: { a: { type: 'string' } } }, any: {}, kept: { type: 'object', additionalProperties: true }, list: { type: 'array' }, zod: z.object({ a: z.string() }), json: z.json(), unknown: z.unknown(), loose: z.looseObject({ a: z.string() }) }).map(([name, schema]) => [name, compile<unknown>(schema)]),
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
    const bad = (): never => { throw new Error('user code'); }; // biome-ignore format: one line
    for (const schema of [z.string().refine(bad), z.string().transform(bad), z.preprocess(bad, z.string()), z.codec(z.string(), z.number(), { decode: bad, encode: bad }), z.object({ a: z.string().default(bad) })]) {
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
