import type { DecodedV0, SchemaV0, StaticV0 } from './types-v0.js';
import type { SchemaV1, StaticV1 } from './types-v1.js';

/** Any schema made with `typebox` (1.x) or `@sinclair/typebox` (0.34), told by its form: neither package need be installed. */
export type TypeBoxSchema = SchemaV0 | SchemaV1;

/** What a TypeBox schema takes: of a codec or transform, the encoded type. */
export type TypeBoxInput<Schema> = Schema extends SchemaV0
  ? StaticV0<Schema>
  : Schema extends SchemaV1
    ? StaticV1<Schema, 'in'>
    : never;

/** What a TypeBox schema gives: of a codec or transform, the decoded type. */
export type TypeBoxOutput<Schema> = Schema extends SchemaV0
  ? DecodedV0<Schema>
  : Schema extends SchemaV1
    ? StaticV1<Schema, 'out'>
    : never;
