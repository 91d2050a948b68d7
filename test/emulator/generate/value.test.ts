import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/compile.js';
import { SchemaError } from '../../../src/diagnostics/schema-error.js';
import { generate } from '../../../src/emulator/generate/value.js';
import { drawFrom } from '../../../src/emulator/random.js';
import type { Json } from '../../../src/ir/json.js';
import { drawFrom as drawSchemas } from '../../support/draw.js';
import { schemaCase } from '../../support/generate/json-schema/index.js';
import { validatorFor } from '../../support/validator.js';
import { root } from '../../support/wire-schemas.js';
import '../../support/seed.js';

const closed = (properties: { [name: string]: Json }, more: { [keyword: string]: Json } = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});

test('every value of a compiled schema is valid by Ajv', () => {
  let judged = 0;
  fc.assert(
    fc.property(schemaCase(), fc.integer({ min: 1 }), ({ schema }, seed) => {
      const wire = wireOf(schema);
      const validate = wire && validatorFor(wire, '2020');
      if (!validate) return;
      const value = generate(wire, drawFrom(seed));
      if (validate(value) === false) expect.fail(`${JSON.stringify(wire)}\n${JSON.stringify(value)}`);
      judged++;
    }),
    { numRuns: 400, seed: 7 },
  );
  expect(judged).toBeGreaterThan(300);
});

test('formats, literals and references of generated wire schemas too', () => {
  const draw = drawSchemas(21);
  let judged = 0;
  for (let turn = 0; turn < 500; turn++) {
    const schema = root(draw);
    // A pattern beside a format may leave nothing to say.
    const text = JSON.stringify(schema).replace(/("format":"[^"]*"),"pattern":"[^"]*"/g, '$1');
    const validate = validatorFor(JSON.parse(text), '2020');
    if (!validate) continue;
    const value = generate(JSON.parse(text), drawFrom(turn));
    if (validate(value) === false) expect.fail(`${text}\n${JSON.stringify(value)}`);
    judged++;
  }
  expect(judged).toBeGreaterThan(250);
});

describe('what is generated', () => {
  test('is the same for the same seed, and differs between seeds', () => {
    const schema = closed({ name: { type: 'string' }, at: { type: 'string', format: 'date-time' }, count: { type: 'integer' } });
    const values = [1, 2, 3].map((seed) => JSON.stringify(generate(schema, drawFrom(seed))));
    expect(JSON.stringify(generate(schema, drawFrom(1)))).toBe(values[0]);
    expect(new Set(values).size).toBe(3);
  });

  test('has required properties first, then optional ones, each in the order of the schema', () => {
    const schema = {
      ...closed({ notes: { type: 'null' }, name: { type: 'null' }, email: { type: 'null' }, age: { type: 'null' } }),
      required: ['email', 'name'],
    };
    const orders = new Set(
      Array.from({ length: 40 }, (_, seed) => Object.keys(generate(schema, drawFrom(seed)) as object).join()),
    );
    expect([...orders].sort()).toEqual(['name,email', 'name,email,age', 'name,email,notes', 'name,email,notes,age']);
  });

  test.each([
    '^INV-\\d{6}$',
    '^[a-c]{2,4}(?:x|yz)+$',
    'b+',
    '^\\w+@\\w+\\.com$',
    '^.{3}$',
    '^[^a-z]+$',
    '^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$',
  ])('matches the pattern %s', (pattern) => {
    for (let seed = 0; seed < 50; seed++)
      expect(generate({ type: 'string', pattern }, drawFrom(seed))).toMatch(new RegExp(pattern, 'u'));
  });

  test('keeps `__proto__` a key like any other', () => {
    const schema = closed(JSON.parse('{"__proto__":{"const":1}}'));
    expect(JSON.stringify(generate(schema, drawFrom(1)))).toBe('{"__proto__":1}');
  });

  test('ends, whatever schemas that are not strict ask for', () => {
    const endless = { type: 'object', properties: { one: { $ref: '#' }, other: { $ref: '#' } }, required: ['one', 'other'] };
    expect(JSON.stringify(generate(endless, drawFrom(1))).length).toBeLessThan(1_000_000);
    expect(generate({ type: 'array', minItems: 1e9, items: { type: 'null' } }, drawFrom(1))).toHaveLength(1000);
    expect(generate({ $ref: '#' }, drawFrom(1))).toBeNull();
  });

  test('meets bounds and lengths of schemas that are not strict', () => {
    for (let seed = 0; seed < 50; seed++) {
      const value = generate({ type: 'integer', minimum: 3, maximum: 5 }, drawFrom(seed));
      expect([3, 4, 5]).toContain(value);
      const text = generate({ type: 'string', minLength: 30, maxLength: 40 }, drawFrom(seed)) as string;
      expect([...text].length).toBeGreaterThanOrEqual(30);
      expect([...text].length).toBeLessThanOrEqual(40);
    }
  });
});

function wireOf(schema: Json) {
  try {
    return compile(schema as object).wire;
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}
