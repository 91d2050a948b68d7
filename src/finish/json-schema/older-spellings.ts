import type { Dialect } from './dialect.js';

/** Draft-04: `exclusiveMinimum: true` beside `minimum`. */
export function oldBounds(schema: Record<string, unknown>, result: Record<string, unknown>): void {
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
export function nullable(schema: Record<string, unknown>, result: Record<string, unknown>, dialect: Dialect): void {
  if (schema.nullable !== true || schema.type === undefined || [schema.type].flat().includes('null')) {
    delete result.nullable;
    return;
  }
  if (dialect === 'openapi-3.0' && Array.isArray(schema.enum) && !schema.enum.includes(null))
    result.enum = [...schema.enum, null];
}
