import { isRecord, setOwn } from '../../ir/json.js';
import type { Dialect } from './dialect.js';
import { isKnownFormat } from './formats.js';
import { eachSubschema, POSITIONS } from './positions.js';
import { Resources } from './resources.js';

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
  const schemas = new Set<unknown>();
  const passed = new Set<unknown>();
  mark(schema, dialect, schemas, passed);
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

/** Finds every schema of the document, also those that only a reference can find; `passed` is what references lead through. */
function mark(root: unknown, dialect: Dialect, schemas: Set<unknown>, passed: Set<unknown>): void {
  const resources = new Resources(root, dialect === 'draft-04' ? 'id' : '$id');
  const containers = new Set<unknown>();
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const node = pending.pop();
    if (!isRecord(node) || schemas.has(node) || containers.has(node)) continue;
    schemas.add(node);
    for (const keyword of POSITIONS.keys())
      if (isRecord(node[keyword]) && POSITIONS.get(keyword) === 'map') containers.add(node[keyword]);
    eachSubschema(node, (child) => pending.push(child));
    if (typeof node.$ref !== 'string') continue;
    try {
      const target = resources.resolve(node, node.$ref, (part) => passed.add(part));
      passed.add(target);
      pending.push(target);
    } catch {
      // Whoever compiles the schema will say that the reference leads nowhere.
    }
  }
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

/** Draft-04: `exclusiveMinimum: true` beside `minimum`. */
function oldBounds(schema: Record<string, unknown>, result: Record<string, unknown>): void {
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] !== 'boolean') continue;
    delete result[exclusive];
    if (schema[exclusive] !== true || schema[bound] === undefined) continue;
    result[exclusive] = schema[bound];
    delete result[bound];
  }
}

/** OpenAPI 3.0: null beside the stated type. Without a type, or where `type` has null already, it says nothing. */
function nullable(schema: Record<string, unknown>, result: Record<string, unknown>, dialect: Dialect): void {
  if (schema.nullable !== true || schema.type === undefined || [schema.type].flat().includes('null')) {
    delete result.nullable;
    return;
  }
  if (dialect === 'openapi-3.0' && Array.isArray(schema.enum) && !schema.enum.includes(null))
    result.enum = [...schema.enum, null];
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
