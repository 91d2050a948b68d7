import { describe, expect, test } from 'vitest';
import { extract } from '../../../cli/load/extract.js';

const schemaAt = (document: unknown, at: string) => extract(document, at)?.schema;

describe('extract', () => {
  test('the whole document is itself', () => {
    const document = { type: 'string' };
    expect(extract(document, '')?.schema).toBe(document);
  });

  test.each<[name: string, document: unknown, at: string, schema: unknown]>([
    ['a plain part', { properties: { a: { type: 'string' } } }, '/properties/a', { type: 'string' }],
    ['a boolean', { properties: { a: true } }, '/properties/a', true],
    [
      'what it refers to comes along, once, and only that',
      { $defs: { A: { $ref: '#/$defs/B' }, B: { items: { $ref: '#/$defs/B' } }, C: { type: 'null' } } },
      '/$defs/A',
      { $ref: '#/$defs/B', $defs: { B: { items: { $ref: '#/$defs/B' } } } },
    ],
    ['a reference to itself', { $defs: { A: { items: { $ref: '#/$defs/A' } } } }, '/$defs/A', { items: { $ref: '#' } }],
    [
      'a reference to the document',
      { properties: { a: { items: { $ref: '#' } } } },
      '/properties/a',
      { items: { $ref: '#/$defs/root' }, $defs: { root: { properties: { a: { items: { $ref: '#/$defs/root' } } } } } },
    ],
    [
      'two that are called alike',
      { a: { x: { type: 'string' } }, b: { x: { type: 'number' } }, c: { anyOf: [{ $ref: '#/a/x' }, { $ref: '#/b/x' }] } },
      '/c',
      { anyOf: [{ $ref: '#/$defs/x' }, { $ref: '#/$defs/x_2' }], $defs: { x: { type: 'string' }, x_2: { type: 'number' } } },
    ],
    [
      'data is no schema',
      { $defs: { A: { const: { $ref: '#/$defs/B' }, enum: [{ $id: 'x' }] } } },
      '/$defs/A',
      { const: { $ref: '#/$defs/B' }, enum: [{ $id: 'x' }] },
    ],
    [
      'a property may be called $ref or id',
      { $defs: { A: { properties: { $ref: { type: 'string' }, id: { type: 'string' } } } } },
      '/$defs/A',
      { properties: { $ref: { type: 'string' }, id: { type: 'string' } } },
    ],
    [
      'what leads outside stays',
      { $defs: { A: { $ref: 'https://example.com/x' } } },
      '/$defs/A',
      { $ref: 'https://example.com/x' },
    ],
    [
      'the dialect is that of the document',
      { $schema: 'http://json-schema.org/draft-07/schema#', definitions: { A: { type: 'string' } } },
      '/definitions/A',
      { $schema: 'http://json-schema.org/draft-07/schema#', type: 'string' },
    ],
    [
      '__proto__ as a name',
      JSON.parse('{ "$defs": { "A": { "properties": { "__proto__": { "type": "string" } } } } }'),
      '/$defs/A',
      JSON.parse('{ "properties": { "__proto__": { "type": "string" } } }'),
    ],
  ])('%s', (_, document, at, schema) => {
    expect(JSON.stringify(schemaAt(document, at))).toBe(JSON.stringify(schema));
  });

  test.each(['/nope', '/$defs/A/nope', '/$defs/__proto__', '/$defs/A/type/0'])('%s leads nowhere', (at) => {
    expect(extract({ $defs: { A: { type: 'string' } } }, at)).toBeUndefined();
  });

  test('paths lead back into the document', () => {
    const found = extract({ $defs: { A: { properties: { b: { $ref: '#/$defs/B~1C' } } }, 'B/C': { items: {} } } }, '/$defs/A');
    expect(found?.origin('')).toBe('/$defs/A');
    expect(found?.origin('/properties/b')).toBe('/$defs/A/properties/b');
    expect(found?.origin('/$defs/B_C/items')).toBe('/$defs/B~1C/items');
  });
});
