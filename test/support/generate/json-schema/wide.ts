import fc from 'fast-check';
import type { JsonSchema, SchemaCase } from './index.js';

const optional = fc.constantFrom<JsonSchema>(
  { type: 'string' },
  { type: 'integer' },
  { type: 'boolean' },
  { type: ['string', 'null'] },
  { type: 'array', items: { type: 'string' } },
  { enum: ['a', 'b'] },
);
const choice = fc.constantFrom<JsonSchema>(
  { type: ['string', 'null'] },
  { anyOf: [{ type: 'string' }, { type: 'number' }] },
  {
    anyOf: [
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false },
      { type: 'object', properties: { b: { type: 'string' } }, required: ['b'], additionalProperties: false },
    ],
  },
  {
    oneOf: [
      { type: 'array', items: { type: 'string' } },
      { type: 'array', items: { type: 'integer' }, minItems: 1 },
    ],
  },
);

function properties(prefix: string, schemas: readonly JsonSchema[]): { [key: string]: JsonSchema } {
  return Object.fromEntries(schemas.map((schema, index) => [`${prefix}${index}`, schema]));
}

/** More optional properties and unions than the target has room for: up to 60 and 30, at the root, nested, or used many times. */
export const wideCase: fc.Arbitrary<SchemaCase> = fc
  .record({
    optionals: fc.array(optional, { maxLength: 60, size: 'max' }),
    unions: fc.array(choice, { maxLength: 30, size: 'max' }),
    place: fc.constantFrom<'root' | 'nested' | 'shared' | 'items'>('root', 'nested', 'shared', 'items'),
    seed: fc.nat({ max: 1_000_000 }),
  })
  .map(({ optionals, unions, place, seed }) => {
    const many = properties('o', optionals);
    const some = properties('u', unions);
    const part = { type: 'object', properties: { ...many, ...some }, required: Object.keys(some), additionalProperties: false };
    if (place === 'root') return { dialect: '2020', schema: part, seed };
    if (place === 'items')
      return {
        dialect: '2020',
        schema: {
          type: 'object',
          properties: { list: { type: 'array', items: part } },
          required: ['list'],
          additionalProperties: false,
        },
        seed,
      };
    if (place === 'nested')
      return {
        dialect: '2020',
        schema: { type: 'object', properties: { ...many, inner: { ...part, required: [] } }, additionalProperties: false },
        seed,
      };
    const uses = properties(
      'p',
      Array.from({ length: 4 }, () => ({ $ref: '#/$defs/part' })),
    );
    return {
      dialect: '2020',
      schema: { type: 'object', properties: uses, required: ['p0', 'p1'], additionalProperties: false, $defs: { part } },
      seed,
    };
  });
