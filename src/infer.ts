import type { JsonSchemaValue } from './infer-json-schema.js';
import type { TypeBoxInput, TypeBoxOutput, TypeBoxSchema } from './read/typebox/types.js';

type Typed<Side extends 'input' | 'output'> = { readonly '~standard': { readonly types?: { readonly [S in Side]: unknown } | undefined } };
type Side<Schema extends Typed<S>, S extends 'input' | 'output'> = NonNullable<Schema['~standard']['types']>[S];

/** What a schema takes: the type that its library says, or for JSON Schema in literal form the values that satisfy it. */
export type InputOf<Schema> = Schema extends { readonly _zod: { readonly input: infer Input } }
  ? Input
  : Schema extends TypeBoxSchema
    ? TypeBoxInput<Schema>
    : Schema extends Typed<'input'>
      ? Side<Schema, 'input'>
      : JsonSchemaValue<Schema>;

/** What a schema gives: the type that its library says, or for JSON Schema in literal form the values that satisfy it. */
export type OutputOf<Schema> = Schema extends { readonly _zod: { readonly output: infer Output } }
  ? Output
  : Schema extends TypeBoxSchema
    ? TypeBoxOutput<Schema>
    : Schema extends Typed<'output'>
      ? Side<Schema, 'output'>
      : JsonSchemaValue<Schema>;
