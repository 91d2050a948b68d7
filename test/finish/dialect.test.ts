import { expect, it } from 'vitest';
import { dialectOf } from '../../src/finish/json-schema/index.js';

it.each([
  ['https://json-schema.org/draft/2020-12/schema', '2020-12'],
  ['https://json-schema.org/draft/2020-12/schema#', '2020-12'],
  ['http://json-schema.org/draft/2019-09/schema', '2019-09'],
  ['http://json-schema.org/draft-07/schema#', 'draft-07'],
  ['https://json-schema.org/draft-07/schema', 'draft-07'],
  ['http://json-schema.org/draft-06/schema#', 'draft-06'],
  ['http://json-schema.org/draft-04/schema#', 'draft-04'],
  ['https://example.com/of-their-own', '2020-12'],
])('$schema %s is %s', ($schema, dialect) => {
  expect(dialectOf({ $schema })).toBe(dialect);
});

it.each([
  [true, '2020-12'],
  [null, '2020-12'],
  [{ type: 'object', properties: { items: { type: 'array' }, id: { type: 'string' } } }, '2020-12'],
  [{ items: [{}] }, 'draft-07'],
  [{ properties: { a: { additionalItems: false } } }, 'draft-07'],
  [{ anyOf: [{ dependencies: {} }] }, 'draft-07'],
  [{ definitions: {} }, 'draft-07'],
  [{ definitions: {}, items: { prefixItems: [] } }, '2020-12'],
  [{ definitions: {}, $ref: '#/definitions/a', $recursiveAnchor: true }, '2019-09'],
  [{ items: [{}], unevaluatedItems: false }, '2019-09'],
  [{ unevaluatedProperties: false }, '2020-12'],
  [{ unevaluatedProperties: false, definitions: {} }, '2020-12'],
  [{ dependentRequired: { a: ['b'] }, dependencies: {} }, '2020-12'],
  [{ dependentRequired: { a: ['b'] }, properties: { a: { items: [{}] } } }, '2019-09'],
  [
    { properties: { a: { type: 'number', minimum: 0, exclusiveMinimum: true }, b: { type: 'string', nullable: true } } },
    'openapi-3.0',
  ],
  [{ $dynamicRef: '#a' }, '2020-12'],
  [{ minimum: 1, exclusiveMinimum: true }, 'draft-04'],
  [{ id: 'http://example.com/a.json' }, 'draft-04'],
  [{ properties: { id: { type: 'string' } }, required: ['id'] }, '2020-12'],
  [{ properties: { a: { type: 'string', nullable: true } } }, 'openapi-3.0'],
  [{ nullable: true }, '2020-12'],
  [{ $ref: 'http://json-schema.org/draft-07/schema#' }, 'draft-07'],
  // Data and names are not looked at.
  [{ enum: [{ items: [{}], nullable: true, type: 'x' }], default: { exclusiveMinimum: true } }, '2020-12'],
  [{ properties: { exclusiveMinimum: true, definitions: true, dependencies: { type: 'object' } } }, '2020-12'],
])('%j is %s', (schema, dialect) => {
  expect(dialectOf(schema)).toBe(dialect);
});

it('takes no time for a schema that unfolds without end', () => {
  let shared: unknown = { type: 'string' };
  for (let level = 0; level < 100; level++) shared = { anyOf: [shared, shared] };
  expect(dialectOf(shared)).toBe('2020-12');
  const cyclic: Record<string, unknown> = {};
  cyclic.not = cyclic;
  expect(dialectOf(cyclic)).toBe('2020-12');
});
