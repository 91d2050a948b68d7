import { isRecord, setOwn } from '../../ir/json.js';
import type { Dialect } from './dialect.js';
import { isKnownFormat } from './formats.js';
import { marked } from './marked.js';
import { nullable, oldBounds } from './older-spellings.js';
import { POSITIONS } from './positions.js';

/** Keywords that bear on validity, in any dialect. Whatever else a schema holds is left out, so that it can't disturb a validator. */
const ASSERTING = new Set([
  ...POSITIONS.keys(),
  ...['$id', '$ref', '$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef', '$recursiveAnchor'],
  ...['type', 'enum', 'const', 'nullable'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...[
    'minLength',
    'maxLength',
    'pattern',
    'format',
    'formatMinimum',
    'formatMaximum',
    'formatExclusiveMinimum',
    'formatExclusiveMaximum',
  ],
  ...['minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains'],
  ...['required', 'minProperties', 'maxProperties', 'dependentRequired'],
]);
const PROTO = '__proto__';

/**
 * The schema as a validator of draft-07 or later reads it: a copy in which the spellings of draft-04 and OpenAPI 3.0 are gone, annotations are left out,
 * and a property called `__proto__` is told by a pattern, since validators skip it among the named ones.
 */
export function prepare(schema: unknown, dialect: Dialect): unknown {
  const { schemas, passed } = marked(schema, dialect);
  const copies = new Map<object, unknown>();
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const made = copies.get(value);
    if (made !== undefined) return made;
    if (schemas.has(value)) return copySchema(value as Record<string, unknown>, dialect, copy, copies, passed);
    const result: unknown = Array.isArray(value) ? [] : {};
    copies.set(value, result);
    if (Array.isArray(value)) for (const item of value) (result as unknown[]).push(copy(item));
    else
      for (const key of Object.keys(value))
        setOwn(result as Record<string, unknown>, key, copy((value as Record<string, unknown>)[key]));
    return result;
  };
  return copy(schema);
}

function copySchema(
  schema: Record<string, unknown>,
  dialect: Dialect,
  copy: (value: unknown) => unknown,
  copies: Map<object, unknown>,
  passed: ReadonlySet<unknown>,
): unknown {
  const result: Record<string, unknown> = {};
  copies.set(schema, result);
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    if (POSITIONS.has(keyword) || passed.has(value)) setOwn(result, keyword, copy(value));
    else if (ASSERTING.has(keyword) && value !== undefined) setOwn(result, keyword, value);
  }
  if (typeof schema.format === 'string' && !isKnownFormat(schema.format)) delete result.format;
  if (dialect === 'draft-04' || dialect === 'openapi-3.0') oldBounds(schema, result);
  if (dialect === 'draft-04' && typeof schema.id === 'string' && schema.$id === undefined) result.$id = schema.id;
  if (schema.nullable !== undefined) nullable(schema, result, dialect);
  for (const keyword of ['properties', 'patternProperties', 'dependentSchemas', 'dependentRequired', 'dependencies']) {
    const named = result[keyword];
    if (isRecord(named) && Object.hasOwn(named, PROTO)) namedProto(result, keyword, named[PROTO]);
  }
  return result;
}

function namedProto(result: Record<string, unknown>, keyword: string, value: unknown): void {
  if (keyword === 'properties') {
    result.properties = withoutProto(result.properties as Record<string, unknown>);
    result.patternProperties = { ...(result.patternProperties as object), [`^${PROTO}$`]: value };
  } else if (keyword === 'patternProperties')
    result.patternProperties = { ...withoutProto(result.patternProperties as Record<string, unknown>), [`(?:${PROTO})`]: value };
  else {
    const then = Array.isArray(value) ? { required: value } : value;
    result.allOf = [...((result.allOf as unknown[] | undefined) ?? []), { if: { type: 'object', required: [PROTO] }, then }];
  }
}

function withoutProto(named: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(named).filter(([key]) => key !== PROTO));
}
