/** A keyword as it stands in a schema: JSON Pointer of its node, and its name. */
export interface Occurrence {
  readonly path: string;
  readonly keyword: string;
}

const ONE = [
  'additionalProperties',
  'additionalItems',
  'unevaluatedProperties',
  'unevaluatedItems',
  'propertyNames',
  'contains',
  'not',
  'if',
  'then',
  'else',
  'contentSchema',
];
const LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAP = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function token(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

/** Every keyword occurrence of a schema: our own reading of where schemas stand in schemas. */
export function occurrences(schema: unknown, path = ''): Occurrence[] {
  if (!isNode(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => [
    { path, keyword },
    ...below(keyword, value, `${path}/${token(keyword)}`),
  ]);
}

function below(keyword: string, value: unknown, path: string): Occurrence[] {
  if (ONE.includes(keyword)) return occurrences(value, path);
  if (keyword === 'items') return Array.isArray(value) ? each(value, path) : occurrences(value, path);
  if (LIST.includes(keyword) && Array.isArray(value)) return each(value, path);
  if ((MAP.includes(keyword) || keyword === 'dependencies') && isNode(value))
    return Object.entries(value).flatMap(([key, item]) => occurrences(item, `${path}/${token(key)}`));
  return [];
}

function each(schemas: readonly unknown[], path: string): Occurrence[] {
  return schemas.flatMap((item, index) => occurrences(item, `${path}/${index}`));
}

/** The node that a JSON Pointer names. */
export function nodeAt(schema: unknown, path: string): unknown {
  let at = schema;
  for (const part of path.split('/').slice(1))
    at = (at as Record<string, unknown> | undefined)?.[part.replace(/~1/g, '/').replace(/~0/g, '~')];
  return at;
}

/** The schema without one keyword of one node. */
export function withoutKeyword(schema: unknown, path: string, keyword: string): unknown {
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const remove = (at: unknown, depth: number): unknown => {
    if (Array.isArray(at)) return at.map((item, index) => (String(index) === parts[depth] ? remove(item, depth + 1) : item));
    if (!isNode(at)) return at;
    if (depth === parts.length) return Object.fromEntries(Object.entries(at).filter(([key]) => key !== keyword));
    return Object.fromEntries(
      Object.entries(at).map(([key, item]) => [key, key === parts[depth] ? remove(item, depth + 1) : item]),
    );
  };
  return remove(schema, 0);
}
