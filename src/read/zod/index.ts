import type { Findings, ReadOptions, Source } from '../source.js';
import { finisher } from './finish.js';
import { occurrencesOf } from './occurrences.js';
import type { Schema } from './schema.js';
import type { ZodLike } from './types.js';
import { SchemaWalk } from './walk.js';

export type { ZodInput, ZodLike, ZodOutput } from './types.js';

/** Whether this is a schema of Zod 4, zod/mini or a library built on the core of Zod. */
export function isZod(schema: unknown): schema is ZodLike {
  if ((typeof schema !== 'object' && typeof schema !== 'function') || schema === null) return false;
  const internals = (schema as { readonly _zod?: { readonly def?: unknown } })._zod;
  return typeof internals === 'object' && internals !== null && typeof internals.def === 'object' && internals.def !== null;
}

/** Whether this is a schema of Zod 3, which has nothing in common with Zod 4 inside. */
export function isZod3(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null || '_zod' in schema) return false;
  const def = (schema as { readonly _def?: { readonly typeName?: unknown } })._def;
  return typeof def === 'object' && def !== null && typeof def.typeName === 'string';
}

/**
 * Reads the input side of a Zod schema from its own definitions. Paths point into the JSON Schema of the same shape,
 * in which a schema that is used again is a reference to the place where it was first met.
 */
export function readZod(schema: ZodLike, findings: Findings, options: ReadOptions): Source {
  // Whoever asked `isZod` knows that the internals are there; their full type is Zod's, not ours to demand of the caller.
  const root = schema as unknown as Schema;
  const walk = new SchemaWalk(findings, options);
  const document = walk.readDocument(root);
  return {
    dialect: 'zod',
    document,
    occurrences: () => occurrencesOf(document, walk.noted),
    code: () => walk.code(),
    ...finisher(root),
  };
}
