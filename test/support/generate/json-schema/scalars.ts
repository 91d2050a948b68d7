import fc from 'fast-check';
import type { Json } from '../../../../src/ir/json.js';
import { FORMATS, PATTERNS, TEXTS } from '../words.js';
import type { JsonSchema, SchemaArbitrary, Scope } from './scope.js';

const bound = fc.integer({ min: 0, max: 6 });

const stringFacets: fc.Arbitrary<{ [keyword: string]: Json }> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.tuple(bound, bound).map(([least, more]) => ({ minLength: least, maxLength: least + more })) },
  { weight: 1, arbitrary: bound.map((maxLength) => ({ maxLength })) },
  { weight: 1, arbitrary: fc.constant({ minLength: 1 }) },
  { weight: 2, arbitrary: fc.constantFrom(...PATTERNS).map(([pattern]) => ({ pattern })) },
  { weight: 3, arbitrary: fc.constantFrom(...FORMATS).map(([format]) => ({ format })) },
  { weight: 1, arbitrary: fc.constant({ contentEncoding: 'base64', contentMediaType: 'text/plain' }) },
);

const numberFacets: fc.Arbitrary<{ [keyword: string]: Json }> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({ min: -5, max: 5 }), bound).map(([minimum, more]) => ({ minimum, maximum: minimum + more })),
  },
  { weight: 1, arbitrary: fc.constantFrom(0, -1.5, 100).map((exclusiveMinimum) => ({ exclusiveMinimum })) },
  { weight: 1, arbitrary: fc.constantFrom(0, 10, 1e6).map((exclusiveMaximum) => ({ exclusiveMaximum })) },
  { weight: 1, arbitrary: fc.constantFrom(1, 2, 5, 0.5).map((multipleOf) => ({ multipleOf })) },
  { weight: 1, arbitrary: fc.constant({ minimum: -9007199254740991, maximum: 9007199254740991 }) },
  { weight: 1, arbitrary: fc.constant({ minimum: 0 }) },
);

export const literal: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Json>(...TEXTS) },
  { weight: 3, arbitrary: fc.constantFrom<Json>(0, 1, -1, 2.5, 1e21) },
  { weight: 2, arbitrary: fc.constantFrom<Json>(true, false, null) },
  { weight: 1, arbitrary: fc.constantFrom<Json>([], {}, [1, 'a'], { a: 1 }, { a: [null] }) },
);

const literals: fc.Arbitrary<Json[]> = fc.uniqueArray(literal, {
  minLength: 1,
  maxLength: 5,
  selector: (value) => JSON.stringify(value),
});
const words: fc.Arbitrary<Json[]> = fc.uniqueArray(fc.constantFrom<Json>(...TEXTS, 'red', 'green', 'Blue sky'), {
  minLength: 1,
  maxLength: 5,
});

export const string: SchemaArbitrary = stringFacets.map((facets) => ({ type: 'string', ...facets }));
export const number: SchemaArbitrary = fc
  .tuple(fc.constantFrom('number', 'integer'), numberFacets)
  .map(([type, facets]) => ({ type, ...facets }));

/** Leaves: strings, numbers, booleans, null, literals, lists of scalar types; untyped and free-form ones where openness allows. */
export function scalar(scope: Scope): SchemaArbitrary {
  const explicit: fc.WeightedArbitrary<JsonSchema>[] = [
    { weight: 6, arbitrary: string },
    { weight: 5, arbitrary: number },
    { weight: 2, arbitrary: fc.constant({ type: 'boolean' }) },
    { weight: 1, arbitrary: fc.constant({ type: 'null' }) },
    { weight: 2, arbitrary: words.map((values) => ({ type: 'string', enum: values })) },
    { weight: 2, arbitrary: literals.map((values) => ({ enum: values })) },
    { weight: 2, arbitrary: literal.map((value) => ({ const: value })) },
    { weight: 1, arbitrary: words.map((values) => ({ type: ['string', 'null'], enum: [...values, null] })) },
    { weight: 2, arbitrary: stringFacets.map((facets) => ({ type: ['string', 'null'], ...facets })) },
    {
      weight: 2,
      arbitrary: fc.tuple(numberFacets, stringFacets).map(([a, b]) => ({ type: ['number', 'string', 'boolean'], ...a, ...b })),
    },
    { weight: 1, arbitrary: numberFacets.map((facets) => ({ type: ['integer', 'null'], ...facets })) },
  ];
  const open: fc.WeightedArbitrary<JsonSchema>[] = [
    { weight: 1, arbitrary: fc.constantFrom<JsonSchema>({}, true, { description: 'anything' }) },
    { weight: 1, arbitrary: stringFacets },
    { weight: 1, arbitrary: numberFacets },
    {
      weight: 1,
      arbitrary: fc.constantFrom<JsonSchema>({ type: 'object' }, { type: 'array' }, { type: ['object', 'array', 'null'] }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<JsonSchema>(
        { not: { type: 'string' } },
        { not: { const: 1 } },
        { type: 'string', not: { enum: ['a', 'B'] } },
      ),
    },
  ];
  return fc.oneof(...explicit, ...(scope.explicit ? [] : open));
}
