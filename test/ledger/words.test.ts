import { describe, expect, test } from 'vitest';
import { compile } from '../../src/index.js';

/** Fate of each title and description, by path, beside whether its text stands on the wire. */
function fates(schema: object): Record<string, readonly [fate: string, onTheWire: boolean]> {
  const compiled = compile(schema);
  const wire = JSON.stringify(compiled.wire);
  const words = compiled.ledger.filter(({ keyword }) => keyword === 'title' || keyword === 'description');
  return Object.fromEntries(
    words.map(({ path, keyword, fate }) => {
      const node = path
        .split('/')
        .slice(1)
        .reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, schema as Record<string, unknown>);
      const text = node[keyword] as string;
      return [`${path} ${keyword}`, [fate, text.trim() !== '' && wire.includes(text.trim())]];
    }),
  );
}

const named = (properties: object, more: object = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});

describe('titles and descriptions are called sent where they are sent', () => {
  test('as they are', () => {
    expect(fates(named({ a: { type: 'string', title: 'A', description: 'What a is.' } }, { description: 'The whole.' }))).toEqual(
      {
        ' description': ['sent', true],
        '/properties/a title': ['sent', true],
        '/properties/a description': ['sent', true],
      },
    );
  });

  test('an empty one says nothing', () => {
    expect(fates(named({ a: { type: 'string', description: '' }, b: { type: 'string', description: ' \n' } }))).toEqual({
      '/properties/a description': ['inert', false],
      '/properties/b description': ['inert', false],
    });
  });

  test('that of a definition, where its only use has one of its own', () => {
    const schema = named(
      { a: { description: 'Of the place.', allOf: [{ $ref: '#/$defs/A' }] } },
      { $defs: { A: { type: 'string', minLength: 2, description: 'Of the definition.' } } },
    );
    for (const [fate, onTheWire] of Object.values(fates(schema))) expect(fate === 'sent').toBe(onTheWire);
  });

  test('in a merge of several that each have one', () => {
    const schema = named({
      a: {
        description: 'First.',
        allOf: [
          { type: 'object', description: 'Second.', properties: { x: { type: 'string', description: 'X here.' } } },
          { type: 'object', properties: { x: { minLength: 1, description: 'X there.' } }, required: ['x'] },
        ],
      },
    });
    const found = fates(schema);
    expect(Object.keys(found).length).toBe(4);
    for (const [fate, onTheWire] of Object.values(found)) expect(fate === 'sent').toBe(onTheWire);
  });

  test('of properties that share a list', () => {
    const keys = Array.from({ length: 60 }, (_, index) => `p${index}`);
    const properties = Object.fromEntries(keys.map((key) => [key, { type: 'string', description: `About ${key} alone.` }]));
    for (const [fate, onTheWire] of Object.values(fates({ ...named(properties), required: [] }))) {
      expect(fate).toBe('sent');
      expect(onTheWire).toBe(true);
    }
  });
});
