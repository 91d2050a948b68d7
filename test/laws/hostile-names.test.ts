import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compile } from '../../src/index.js';
import { schemaFits } from './fits.js';
import { issuesOf } from './hostile.js';

describe('names of Object.prototype', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'prototype'];
  for (const name of NAMES) {
    const own = <Value>(value: Value): Record<string, Value> => Object.fromEntries([[name, value]]);

    test(`a property ${name}`, () => {
      const result = compile<unknown>({
        type: 'object',
        properties: own({ type: 'object', properties: { polluted: { type: 'boolean' } } }),
        required: ['toString'].filter((each) => each === name),
      });
      schemaFits(result.wire, 'output');
      const value = own({ polluted: true });
      const back = result.decode(result.encode(value));
      expect(JSON.stringify(back.value)).toBe(JSON.stringify(value));
      expect(Object.getPrototypeOf(back.value)).toBe(Object.prototype);
      expect('polluted' in {}).toBe(false);
    });

    test(`an entry ${name} of a record`, () => {
      for (const schema of [
        { type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: 'number' } } },
        z.record(z.string(), z.record(z.string(), z.number())),
      ]) {
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
      const result = compile<unknown>({
        type: 'object',
        properties: { a: { $ref: `#/$defs/${name}` }, b: { $ref: `#/$defs/${name}` } },
        required: ['a', 'b'],
        additionalProperties: false,
        $defs: own({ type: 'object', properties: { x: { type: 'string' } }, required: ['x'], additionalProperties: false }),
      });
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
