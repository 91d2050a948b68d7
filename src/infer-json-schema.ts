/**
 * The values that satisfy a JSON Schema in literal form (`as const`), where its keywords tell them exactly; `unknown`
 * for anything else. As the compiler does, it takes what is open in silence for closed.
 */
export type JsonSchemaValue<Schema> = 0 extends 1 & Schema
  ? unknown
  : Schema extends boolean
    ? boolean extends Schema
      ? unknown
      : Schema extends true
        ? unknown
        : never
    : [Extract<keyof Schema, Opaque>] extends [never]
      ? Schema extends { readonly nullable: true; readonly type: unknown }
        ? Said<Schema> | null
        : Said<Schema>
      : unknown;

/** Keywords with which a schema is more than its parts here can tell. */
type Opaque =
  | '$ref'
  | '$dynamicRef'
  | '$recursiveRef'
  | 'allOf'
  | 'if'
  | 'patternProperties'
  | 'propertyNames'
  | 'prefixItems'
  | 'dependentSchemas'
  | 'dependencies';

type Said<Schema> = Literals<Schema> & Options<Schema> & Kinds<Schema>;

type Literals<Schema> = Schema extends { readonly const: infer Value }
  ? Plain<Value>
  : Schema extends { readonly enum: readonly (infer Value)[] }
    ? Plain<Value>
    : unknown;

type Options<Schema> = Schema extends
  | { readonly anyOf: readonly (infer Option)[] }
  | { readonly oneOf: readonly (infer Option)[] }
  ? Each<Option>
  : unknown;
type Each<Option> = Option extends unknown ? JsonSchemaValue<Option> : never;

type Kinds<Schema> = Schema extends { readonly type: infer Type }
  ? string extends Type
    ? unknown
    : Type extends readonly (infer One)[]
      ? Kind<One, Schema>
      : Kind<Type, Schema>
  : unknown;

type Kind<Type, Schema> = Type extends 'string'
  ? string
  : Type extends 'number' | 'integer'
    ? number
    : Type extends 'boolean'
      ? boolean
      : Type extends 'null'
        ? null
        : Type extends 'array'
          ? List<Schema>
          : Type extends 'object'
            ? Fields<Schema>
            : unknown;

type List<Schema> = Schema extends { readonly items: infer Items }
  ? Items extends readonly unknown[]
    ? unknown[]
    : [JsonSchemaValue<Items>] extends [never]
      ? []
      : JsonSchemaValue<Items>[]
  : unknown[];

type Fields<Schema> = Schema extends { readonly properties: infer Properties }
  ? keyof Properties extends never
    ? Others<Schema>
    : Merged<Declared<Properties, RequiredKeys<Schema>>, Schema>
  : [RequiredKeys<Schema>] extends [never]
    ? Others<Schema>
    : { [key: string]: unknown };

type RequiredKeys<Schema> = Schema extends { readonly required: readonly (infer Key extends string)[] }
  ? string extends Key
    ? never
    : Key
  : never;

/** What an object holds that declares no property. */
type Others<Schema> = Schema extends { readonly additionalProperties: infer Rest }
  ? { [key: string]: JsonSchemaValue<Rest> }
  : { [key: string]: unknown };

type Declared<Properties, Required> = Flat<
  { -readonly [Key in Extract<keyof Properties, Required>]: JsonSchemaValue<Properties[Key]> } & {
    -readonly [Key in Exclude<keyof Properties, Required>]?: JsonSchemaValue<Properties[Key]>;
  } & { [Key in Exclude<Required & string, keyof Properties>]: unknown }
>;

type Merged<Known, Schema> = Schema extends { readonly additionalProperties: infer Rest }
  ? [JsonSchemaValue<Rest>] extends [never]
    ? Known
    : Flat<Known & { [key: string]: JsonSchemaValue<Rest> | Known[keyof Known] }>
  : Known;

type Flat<Type> = { [Key in keyof Type]: Type[Key] } & {};

/** A literal value without the `readonly` of `as const`. */
type Plain<Value> = Value extends readonly unknown[] | Readonly<Record<string, unknown>>
  ? { -readonly [Key in keyof Value]: Plain<Value[Key]> }
  : Value;
