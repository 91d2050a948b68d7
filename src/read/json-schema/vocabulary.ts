/** What each keyword speaks about; one bit a group, so that a node's groups are found in one pass over its keys. */
export const STRING = 1;
export const NUMBER = 2;
export const ARRAY = 4;
export const OBJECT = 8;
export const LITERAL = 16;
export const REFERENCE = 32;
export const COMBINATOR = 64;
export const CONDITION = 128;
export const NOTE = 256;
/** Keywords that only some dialects have, or read otherwise. */
export const TELLTALE = 512;

const groups: Record<number, readonly string[]> = {
  [STRING]: ['minLength', 'maxLength', 'pattern', 'format', 'contentEncoding', 'contentMediaType'],
  [NUMBER]: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  [ARRAY]: [
    'items',
    'prefixItems',
    'additionalItems',
    'unevaluatedItems',
    'contains',
    'minContains',
    'maxContains',
    'minItems',
    'maxItems',
    'uniqueItems',
  ],
  [OBJECT]: [
    'properties',
    'required',
    'additionalProperties',
    'patternProperties',
    'unevaluatedProperties',
    'propertyNames',
    'minProperties',
    'maxProperties',
    'dependentRequired',
    'dependentSchemas',
    'dependencies',
  ],
  [LITERAL]: ['enum', 'const'],
  [REFERENCE]: ['$ref', '$dynamicRef', '$recursiveRef'],
  [COMBINATOR]: ['allOf', 'anyOf', 'oneOf'],
  [CONDITION]: ['not', 'if', 'then', 'else'],
  [NOTE]: ['title', 'description', 'default', 'examples', 'example', 'bascule', 'x-bascule'],
};

const TELLTALES = [
  'prefixItems',
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
  'id',
  'nullable',
  'additionalItems',
  'unevaluatedItems',
  'unevaluatedProperties',
  'dependencies',
  'definitions',
];

export const GROUP: ReadonlyMap<string, number> = grouped();

function grouped(): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, keywords] of Object.entries(groups)) for (const keyword of keywords) bits.set(keyword, Number(bit));
  for (const keyword of TELLTALES) bits.set(keyword, (bits.get(keyword) ?? 0) | TELLTALE);
  return bits;
}

/** Keywords that some dialects do not know, and so ignore. */
const SINCE_2019 = [
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedItems',
  'unevaluatedProperties',
  'minContains',
  'maxContains',
];
const ABSENT: Record<string, ReadonlySet<string>> = {
  '2020-12': new Set(['additionalItems', '$recursiveRef']),
  '2019-09': new Set(['prefixItems', '$dynamicRef']),
  old: new Set([...SINCE_2019, 'prefixItems', '$dynamicRef', '$recursiveRef']),
};

/** Keywords that the dialect ignores although another dialect has them. */
export function unknownTo(dialect: string): ReadonlySet<string> {
  return ABSENT[dialect] ?? (ABSENT.old as ReadonlySet<string>);
}

/** Keywords whose value is one schema, a list of schemas, or schemas by name. */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, 'one' | 'list' | 'either' | 'map'> = new Map([
  ['additionalProperties', 'one'],
  ['unevaluatedProperties', 'one'],
  ['propertyNames', 'one'],
  ['additionalItems', 'one'],
  ['unevaluatedItems', 'one'],
  ['contains', 'one'],
  ['not', 'one'],
  ['if', 'one'],
  ['then', 'one'],
  ['else', 'one'],
  ['items', 'either'],
  ['prefixItems', 'list'],
  ['allOf', 'list'],
  ['anyOf', 'list'],
  ['oneOf', 'list'],
  ['properties', 'map'],
  ['patternProperties', 'map'],
  ['dependentSchemas', 'map'],
  ['dependencies', 'map'],
  ['$defs', 'map'],
  ['definitions', 'map'],
]);
