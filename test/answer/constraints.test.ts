import { describe, expect, it } from 'vitest';
import { brokenConstraint } from '../../src/answer/constraints.js';
import type { Json } from '../../src/ir/json.js';

const table: readonly (readonly [keyword: string, facet: unknown, value: Json, admitted: boolean])[] = [
  ['minLength', 2, 'ab', true],
  ['minLength', 2, 'a', false],
  ['minLength', 2, '😀', false],
  ['minLength', 2, '😀😀', true],
  ['minLength', 2, '\ud800\ud800', true],
  ['minLength', 2, 1, true],
  ['minLength', 'two', 'a', true],
  ['maxLength', 1, '😀', true],
  ['maxLength', 1, 'ab', false],
  ['pattern', '^a+$', 'aa', true],
  ['pattern', '^a+$', 'b', false],
  ['pattern', '^.$', '😀', true],
  ['pattern', '^\\p{L}$', 'é', true],
  ['pattern', '^\\p{L}$', '1', false],
  ['pattern', '^a', 1, true],
  ['minimum', 1, 1, true],
  ['minimum', 1, 0.9, false],
  ['minimum', 1, '0', true],
  ['maximum', 1, 1, true],
  ['maximum', 1, 1.1, false],
  ['exclusiveMinimum', 1, 1, false],
  ['exclusiveMinimum', 1, 2, true],
  ['exclusiveMinimum', true, 0, true],
  ['exclusiveMaximum', 1, 1, false],
  ['exclusiveMaximum', 1, 0, true],
  ['multipleOf', 0.1, 0.3, true],
  ['multipleOf', 0.01, 19.99, true],
  ['multipleOf', 0.01, 19.995, false],
  ['multipleOf', 2, 4, true],
  ['multipleOf', 2, 5, false],
  ['multipleOf', 0, 5, true],
  ['multipleOf', 0.5, 1e308, true],
  ['multipleOf', 1e-8, 0.00751, true],
  ['minItems', 1, [], false],
  ['minItems', 1, [1], true],
  ['maxItems', 1, [1, 2], false],
  ['maxItems', 1, { a: 1, b: 2 }, true],
  ['uniqueItems', true, [1, [2], [2]], false],
  ['uniqueItems', true, [1, '1', [2], [1]], true],
  ['uniqueItems', false, [1, 1], true],
  ['format', 'date', 'x', false],
  ['format', 'date', 1, true],
  ['maxContains', 0, [1], true],
];

describe('constraints that are sent', () => {
  it.each(table)('%s %j: %j is %s', (keyword, facet, value, admitted) => {
    const shape = { kind: 'string', path: '', facets: [{ keyword, value: facet, path: '' }] } as const;
    expect(brokenConstraint(shape, value, () => false) === undefined).toBe(admitted);
  });
});
