import type { TemplateV1 } from './types-template.js';

/** A schema of `typebox` 1.x, told by one of its marks. */
export type SchemaV1 =
  | { readonly '~kind': string }
  | { readonly '~unsafe': unknown }
  | { readonly '~codec': unknown }
  | { readonly '~refine': unknown };

type Side = 'in' | 'out';
type Types = readonly unknown[];

/** The static type of a schema before (`in`) or after (`out`) its codecs. `Scope` holds the definitions in force, `Self` what `This` means. */
export type StaticV1<Schema, S extends Side, Scope = unknown, Self = unknown, Stack extends string[] = []> = Schema extends {
  readonly '~codec': { readonly encode: (...given: never[]) => infer Decoded };
}
  ? S extends 'out'
    ? Decoded
    : StaticV1<Omit<Schema, '~codec'>, S, Scope, Self, Stack>
  : Schema extends { readonly '~kind': infer Kind }
    ? Kind extends keyof Kinds<Schema, S, Scope, Self, Stack>
      ? Kinds<Schema, S, Scope, Self, Stack>[Kind]
      : unknown
    : Schema extends { readonly '~unsafe': infer Type }
      ? Type
      : unknown;

interface Kinds<Schema, S extends Side, Scope, Self, Stack extends string[]> {
  // biome-ignore lint/suspicious/noExplicitAny: TypeBox says `any` for Type.Any
  Any: any;
  BigInt: bigint;
  Boolean: boolean;
  Integer: number;
  Never: never;
  Null: null;
  Number: number;
  String: string;
  Symbol: symbol;
  Undefined: undefined;
  Unknown: unknown;
  // biome-ignore lint/suspicious/noConfusingVoidType: TypeBox says `void` for Type.Void
  Void: void;
  Array: List<Schema, StaticV1<Of<Schema, 'items'>, S, Scope, Self, Stack>[]>;
  Cyclic: StaticV1<
    Of<Of<Schema, '$defs'>, Of<Schema, '$ref'>>,
    S,
    Of<Schema, '$defs'>,
    Self,
    [...Stack, Extract<Of<Schema, '$ref'>, string>]
  >;
  Dependent: Choice<
    StaticV1<Of<Schema, 'if'>, S, Scope, Self, Stack>,
    StaticV1<Of<Schema, 'then'>, S, Scope, Self, Stack>,
    StaticV1<Of<Schema, 'else'>, S, Scope, Self, Stack>
  >;
  Enum: Extract<Of<Schema, 'enum'>, Types>[number];
  Intersect: AllOf<Of<Schema, 'allOf'>, S, Scope, Self, Stack>;
  Literal: Of<Schema, 'const'>;
  Object: Properties<Of<Schema, 'properties'>, S, Scope, Stack>;
  Record: Entries<Of<Schema, 'patternProperties'>, S, Scope, Self, Stack>;
  Ref: Named<Of<Schema, '$ref'>, S, Scope, Self, Stack>;
  TemplateLiteral: TemplateV1<Of<Schema, 'pattern'>>;
  This: Properties<Self, S, Scope, Stack>;
  Tuple: List<Schema, Elements<Of<Schema, 'items'>, S, Scope, Self, Stack>>;
  Union: AnyOf<Of<Schema, 'anyOf'>, S, Scope, Self, Stack>;
}

type Of<Schema, Key> = Key extends keyof Schema ? Schema[Key] : never;

type List<Schema, Items extends Types> = Schema extends { readonly '~immutable': true } ? Readonly<Items> : Items;

type AnyOf<Options, S extends Side, Scope, Self, Stack extends string[]> = Options extends Types
  ? { [Index in keyof Options]: StaticV1<Options[Index], S, Scope, Self, Stack> }[number]
  : never;

type AllOf<Parts, S extends Side, Scope, Self, Stack extends string[]> = Parts extends readonly [infer First, ...infer Rest]
  ? StaticV1<First, S, Scope, Self, Stack> & AllOf<Rest, S, Scope, Self, Stack>
  : unknown;

type Elements<Items, S extends Side, Scope, Self, Stack extends string[], Done extends unknown[] = []> = Items extends readonly [
  infer First,
  ...infer Rest,
]
  ? Elements<Rest, S, Scope, Self, Stack, [...Done, ...Element<First, StaticV1<First, S, Scope, Self, Stack>>]>
  : Done;

type Element<Item, Value> = Item extends { readonly '~optional': true } ? [Value?] : [Value];

type Entries<Patterns, S extends Side, Scope, Self, Stack extends string[]> = {
  [Pattern in keyof Patterns]: Record<KeyV1<Pattern>, StaticV1<Patterns[Pattern], S, Scope, Self, Stack>>;
}[keyof Patterns];

type KeyV1<Pattern> = Pattern extends '^.*$'
  ? string
  : Pattern extends '^-?(?:0|[1-9][0-9]*)$' | '^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$'
    ? number
    : Pattern extends `^${string}$`
      ? TemplateV1<Pattern>
      : string;

/** As the library limits it: a name that means an object is followed lazily, any other at most twice. */
type Named<Name, S extends Side, Scope, Self, Stack extends string[]> = Name extends keyof Scope & string
  ? Scope[Name] extends { readonly '~kind': 'Object' }
    ? StaticV1<Scope[Name], S, Scope, Self>
    : Name extends Stack[number]
      ? Stack extends [string, string, string, ...string[]]
        ? // biome-ignore lint/suspicious/noExplicitAny: where TypeBox gives up following a recursion
          any
        : StaticV1<Scope[Name], S, Scope, Self, [...Stack, Name]>
      : StaticV1<Scope[Name], S, Scope, Self, [...Stack, Name]>
  : unknown;

type Choice<If, Then, Else> = (If & Then) | Exclude<Else, If>;

type Properties<Fields, S extends Side, Scope, Stack extends string[]> = keyof Fields extends never
  ? object
  : Modified<Fields, { [Key in keyof Fields]: StaticV1<Fields[Key], S, Scope, Fields, Stack> }>;

type Optional<Fields> = {
  [Key in keyof Fields]: Fields[Key] extends { readonly '~optional': true } ? Key : never;
}[keyof Fields];
type ReadOnly<Fields> = {
  [Key in keyof Fields]: Fields[Key] extends { readonly '~readonly': true } ? Key : never;
}[keyof Fields];

/** The values with the modifiers of their fields. */
type Modified<Fields, Values extends { [Key in keyof Fields]: unknown }> = Flat<
  { readonly [Key in Extract<Optional<Fields>, ReadOnly<Fields>>]?: Values[Key] } & {
    readonly [Key in Exclude<ReadOnly<Fields>, Optional<Fields>>]: Values[Key];
  } & { [Key in Exclude<Optional<Fields>, ReadOnly<Fields>>]?: Values[Key] } & {
    [Key in Exclude<keyof Fields, Optional<Fields> | ReadOnly<Fields>>]: Values[Key];
  }
>;

type Flat<Type> = { [Key in keyof Type]: Type[Key] } & {};
