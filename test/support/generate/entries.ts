import fc from 'fast-check';
import type { JsonSchema, SchemaCase } from './json-schema/index.js';

/** Names that something may take for one of its own: wire names of ours, what every object has, what the target refuses. */
// Not `__proto__`, which Ajv, the judge, takes for undeclared.
const NAMES = [
  ...['a', 'b', 'A', 'B', 'name', 'Name', 'NAME', 'more', 'more_2', 'More', 'key', 'value', 'entries', 'id', 'nodes', 'root'],
  ...['constructor', 'toString', 'hasOwnProperty', '', ' ', '0', '1', 'x y', 'x_y', 'ä', '/', '~', 'option', 'rest'],
];

/** Values that can share a list. */
const ALIKE: readonly JsonSchema[] = [
  { type: 'string' },
  { type: 'string', minLength: 2 },
  { type: 'string', pattern: '^a' },
  { type: 'string', format: 'date' },
  { type: 'integer' },
  { type: 'integer', minimum: 1, maximum: 5 },
  { type: 'number' },
  { type: 'boolean' },
  { enum: ['Red', 'green', 'GREEN'] },
  { enum: [1, 2] },
  { const: 'c' },
  { type: ['string', 'null'] },
  { enum: ['x', null] },
  { anyOf: [{ type: 'string' }, { type: 'number' }] },
  {
    anyOf: [
      { type: 'array', items: { type: 'string' } },
      { type: 'string', maxLength: 3 },
    ],
  },
  { type: 'array', items: { type: 'string' } },
  { type: 'array', items: { type: ['integer', 'null'] }, minItems: 1 },
  { $ref: '#/$defs/text' },
  { $ref: '#/$defs/choice' },
];

/** Values that can not. */
const OTHERS: readonly JsonSchema[] = [
  { type: 'string', default: 'd' },
  { type: 'string', examples: ['e'] },
  { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: false },
  { type: 'array', prefixItems: [{ type: 'string' }], items: false },
  { type: 'object', additionalProperties: { type: 'string' } },
  {},
  { $ref: '#/$defs/part' },
];

const DEFINITIONS: { readonly [name: string]: JsonSchema } = {
  text: { type: 'string', minLength: 1 },
  choice: { enum: ['One', 'two'] },
  part: { type: 'object', properties: { p: { type: 'integer' } }, additionalProperties: false },
};

interface Drawn {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly words: JsonSchema;
  readonly required: boolean;
  readonly pin: string | undefined;
}

/** Few kinds of values, so that many are alike. */
const drawn = (schemas: readonly JsonSchema[]): fc.Arbitrary<readonly Drawn[]> =>
  fc.uniqueArray(
    fc.record({
      name: fc.constantFrom(...NAMES),
      schema: fc.oneof(
        { arbitrary: fc.constantFrom(...schemas), weight: 8 },
        { arbitrary: fc.constantFrom(...OTHERS), weight: 1 },
      ),
      words: fc.constantFrom<JsonSchema>({}, {}, { title: 'A title' }, { description: 'Said of it.\nTwice.' }),
      required: fc.nat(9).map((chance) => chance === 0),
      pin: fc.constantFrom('entries', 'entries', 'entries', undefined, 'list', 'nullable', 'optional'),
    }),
    { selector: ({ name }) => name, minLength: 1, maxLength: 10 },
  );

function objectOf(all: readonly Drawn[], more: JsonSchema): JsonSchema {
  const properties = Object.fromEntries(
    all.map(({ name, schema, words, pin }) => [
      name,
      { ...(schema as object), ...(words as object), ...(pin && { 'x-bascule': { encode: pin } }) } as JsonSchema,
    ]),
  );
  const required = all.filter((one) => one.required).map(({ name }) => name);
  return { type: 'object', properties, ...(required.length > 0 && { required }), ...(more as object) } as JsonSchema;
}

const PLACES = ['root', 'root', 'item', 'twice', 'option', 'record', 'child', 'merged'] as const;

/** Objects with optional properties of which random ones are pinned as `entries`, at the root or anywhere else. */
export const entriesCase: fc.Arbitrary<SchemaCase> = fc
  .record({
    all: fc.uniqueArray(fc.constantFrom(...ALIKE), { minLength: 1, maxLength: 3 }).chain(drawn),
    openness: fc.constantFrom<JsonSchema>(
      { additionalProperties: false },
      { additionalProperties: false },
      {},
      { additionalProperties: true },
      { additionalProperties: { type: 'string' } },
      { patternProperties: { '^n': { type: 'string' } }, additionalProperties: false },
    ),
    place: fc.constantFrom(...PLACES),
    seed: fc.nat({ max: 1_000_000 }),
  })
  .map(({ all, openness, place, seed }) => ({ dialect: '2020', schema: placed(all, openness, place), seed }));

function placed(all: readonly Drawn[], openness: JsonSchema, place: (typeof PLACES)[number]): JsonSchema {
  const closed = { additionalProperties: false };
  const object = objectOf(all, openness);
  const within = (properties: JsonSchema, definitions: object = {}): JsonSchema => ({
    type: 'object',
    properties,
    required: Object.keys(properties as object),
    ...closed,
    $defs: { ...DEFINITIONS, ...definitions } as JsonSchema,
  });
  switch (place) {
    case 'root':
      return { ...(object as object), $defs: DEFINITIONS } as JsonSchema;
    case 'item':
      return within({ list: { type: 'array', items: object } });
    case 'record':
      return within({ record: { type: 'object', additionalProperties: object } });
    case 'twice':
      return within({ one: { $ref: '#/$defs/whole' }, two: { $ref: '#/$defs/whole' } }, { whole: object });
    case 'option':
      return within({
        either: {
          anyOf: [
            object,
            { type: 'object', properties: { other: { type: 'string' } }, required: ['other'], ...closed },
            { type: 'null' },
          ],
        },
      });
    case 'child': {
      const { properties, ...rest } = object as { [key: string]: JsonSchema };
      const children: JsonSchema = { type: 'array', items: { $ref: '#/$defs/tree' } };
      return within(
        { tree: { $ref: '#/$defs/tree' } },
        { tree: { ...rest, properties: { ...(properties as object), children } as JsonSchema } },
      );
    }
    case 'merged': {
      const half = Math.ceil(all.length / 2);
      return {
        allOf: [objectOf(all.slice(0, half), {}), objectOf(all.slice(half), {})],
        type: 'object',
        $defs: DEFINITIONS,
      } as JsonSchema;
    }
  }
}
