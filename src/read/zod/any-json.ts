import type { Def, Schema } from './schema.js';

const TYPES = ['string', 'number', 'boolean', 'null', 'array', 'record'];

/** Whether the schema behind a lazy one is `z.json()`, or the same written out: all JSON values, arrays and records of itself. */
export function isAnyJson(schema: Schema, lazy: Def<'lazy'>): boolean {
  const def = schema._zod.def as Def<'union'>;
  if (def.type !== 'union' || def.options.length !== TYPES.length || def.checks?.length || def.inclusive === false) return false;
  return TYPES.every((type) => def.options.some((option) => isPart(option, type, lazy)));
}

function isPart(schema: Schema, type: string, lazy: Def<'lazy'>): boolean {
  const def = schema._zod.def;
  if (def.type !== type || def.checks?.length || 'check' in def) return false;
  if (type === 'array') return isItself((def as Def<'array'>).element, lazy);
  if (type !== 'record') return true;
  const { keyType, valueType } = def as Def<'record'>;
  return isPart(keyType, 'string', lazy) && isItself(valueType, lazy);
}

function isItself(schema: Schema, lazy: Def<'lazy'>): boolean {
  return (schema._zod.def as unknown) === lazy;
}
