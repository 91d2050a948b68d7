/** A schema of `@sinclair/typebox` 0.34: its static type is a property that exists in the type alone. */
export interface SchemaV0 {
  readonly static: unknown;
  readonly params: unknown[];
}

export type StaticV0<Schema extends SchemaV0> = (Schema & { params: [] })['static'];

/** The type after the transforms. TypeBox's own marks are unique symbols, so a transform is told by what lies under one. */
export type DecodedV0<Schema extends SchemaV0> = [TransformOf<Schema>] extends [never]
  ? [Stated<Schema, 'properties'>] extends [never]
    ? [Stated<Schema, 'patternProperties'>] extends [never]
      ? [Stated<Schema, 'anyOf'>] extends [never]
        ? [Stated<Schema, 'allOf'>] extends [never]
          ? [Stated<Schema, 'items'>] extends [never]
            ? StaticV0<Schema>
            : DecodedItems<Stated<Schema, 'items'>>
          : DecodedAll<Stated<Schema, 'allOf'>>
        : DecodedAny<Stated<Schema, 'anyOf'>>
      : DecodedRecord<StaticV0<Schema>, Stated<Schema, 'patternProperties'>>
    : DecodedObject<StaticV0<Schema>, Stated<Schema, 'properties'>>
  : TransformOf<Schema> extends { readonly Decode: (value: never) => infer Output }
    ? Output
    : never;

type TransformOf<Schema> = {
  [Key in keyof Schema & symbol]: Extract<Schema[Key], { readonly Decode: unknown; readonly Encode: unknown }>;
}[keyof Schema & symbol];

/** A keyword's type; never where only the index signature of all TypeBox schemas (`any`) stands for it. */
type Stated<Schema, Keyword extends string> = Schema extends { readonly [K in Keyword]: infer Value }
  ? 0 extends 1 & Value
    ? never
    : Value
  : never;

type Nested<Schema> = Schema extends SchemaV0 ? DecodedV0<Schema> : unknown;

type DecodedObject<Static, Properties> = {
  [Key in keyof Static]: Key extends keyof Properties ? Nested<Properties[Key]> : Static[Key];
};

type DecodedRecord<Static, Patterns> = { [Key in keyof Static]: Nested<Patterns[keyof Patterns]> };

type DecodedItems<Items> = Items extends readonly unknown[]
  ? { -readonly [Index in keyof Items]: Nested<Items[Index]> }
  : Nested<Items>[];

type DecodedAny<Options> = Options extends readonly unknown[] ? Nested<Options[number]> : unknown;

type DecodedAll<Parts> = Parts extends readonly [infer First, ...infer Rest] ? Nested<First> & DecodedAll<Rest> : unknown;
