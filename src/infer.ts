import type { JsonSchemaValue } from './infer-json-schema.js';
import type { TypeBoxInput, TypeBoxOutput, TypeBoxSchema } from './read/typebox/types.js';

type Side = 'input' | 'output';
type Zod<S extends Side> = { readonly _zod: { readonly [Name in S]: unknown } };
type Standard<S extends Side> = { readonly '~standard': { readonly types?: { readonly [Name in S]: unknown } | undefined } };

type TypeOf<Schema, S extends Side, InTypeBox> = 0 extends 1 & Schema
  ? unknown
  : Schema extends Zod<S>
    ? Schema['_zod'][S]
    : Schema extends TypeBoxSchema
      ? InTypeBox
      : Schema extends Standard<S>
        ? NonNullable<Schema['~standard']['types']>[S]
        : JsonSchemaValue<Schema>;

/** What a schema takes: the type that its library says, or for JSON Schema in literal form the values that satisfy it. */
export type InputOf<Schema> = TypeOf<Schema, 'input', TypeBoxInput<Schema>>;

/** What a schema gives: the type that its library says, or for JSON Schema in literal form the values that satisfy it. */
export type OutputOf<Schema> = TypeOf<Schema, 'output', TypeBoxOutput<Schema>>;
