import type { TemplateV1 } from './types-template.js';

/** A schema of `typebox` 1.x, told by one of its marks. */
export type SchemaV1 = { readonly '~kind': string } | { readonly '~unsafe': unknown } | { readonly '~codec': unknown } | { readonly '~refine': unknown };

type Side = 'in' | 'out';
type Types = readonly unknown[];
type Definitions = Record<PropertyKey, unknown>;

/** The static type of a schema before (`in`) or after (`out`) its codecs. `Scope` holds the definitions in force, `Self` what `This` means. */
export type StaticV1<Schema, S extends Side, Scope = unknown, Self = unknown, Stack extends string[] = []> = Schema extends {
  readonly '~codec': { readonly encode: (...given: never[]) => infer Decoded };
}
  ? S extends 'out'
    ? Decoded
    : StaticV1<Omit<Schema, '~codec'>, S, Scope, Self, Stack>
  : Schema extends { readonly '~kind': infer Kind }
    ? Kind extends keyof Scalars
      ? Scalars[Kind]
      : Kind extends 'Array'
        ? Schema extends { readonly items: infer Item }
          ? List<Schema, StaticV1<Item, S, Scope, Self, Stack>[]>
          : never
        : Kind extends 'Object'
          ? Schema extends { readonly properties: infer Properties }
            ? keyof Properties extends never
              ? object
              : Fields<Properties, { [Key in keyof Properties]: StaticV1<Properties[Key], S, Scope, Properties, Stack> }>
            : never
          : Kind extends 'Literal'
            ? Member<Schema, 'const'>
            : Kind extends 'Enum'
              ? Schema extends { readonly enum: infer Values extends Types }
                ? Values[number]
                : never
              : Kind extends 'Union'
                ? Schema extends { readonly anyOf: infer Options extends Types }
                  ? AnyOf<Options, S, Scope, Self, Stack>
                  : never
                : Kind extends 'Intersect'
                  ? Schema extends { readonly allOf: infer Parts extends Types }
                    ? AllOf<Parts, S, Scope, Self, Stack>
                    : never
                  : Kind extends 'Tuple'
                    ? Schema extends { readonly items: infer Items extends Types }
                      ? List<Schema, Elements<Items, S, Scope, Self, Stack>>
                      : never
                    : Kind extends 'Record'
                      ? Schema extends { readonly patternProperties: infer Patterns }
                        ? { [Pattern in keyof Patterns]: Record<KeyV1<Pattern>, StaticV1<Patterns[Pattern], S, Scope, Self, Stack>> }[keyof Patterns]
                        : never
                      : Kind extends 'TemplateLiteral'
                        ? TemplateV1<Member<Schema, 'pattern'>>
                        : Kind extends 'Cyclic'
                          ? Schema extends { readonly $defs: infer Defs; readonly $ref: infer Name extends string }
                            ? StaticV1<Member<Defs, Name>, S, Defs, Self, [...Stack, Name]>
                            : never
                          : Kind extends 'Ref'
                            ? Named<Member<Schema, '$ref'>, S, Scope, Self, Stack>
                            : Kind extends 'This'
                              ? Fields<Self, { [Key in keyof Self]: StaticV1<Self[Key], S, Scope, Self, Stack> }>
                              : Kind extends 'Dependent'
                                ? Schema extends { readonly if: infer If; readonly then: infer Then; readonly else: infer Else }
                                  ? Choice<StaticV1<If, S, Scope, Self, Stack>, StaticV1<Then, S, Scope, Self, Stack>, StaticV1<Else, S, Scope, Self, Stack>>
                                  : never
                                : unknown
    : Schema extends { readonly '~unsafe': infer Type }
      ? Type
      : unknown;

interface Scalars {
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
  Void: void;
}

type Member<Schema, Key extends string> = Schema extends { readonly [K in Key]: infer Value } ? Value : never;

type List<Schema, Items extends Types> = Schema extends { readonly '~immutable': true } ? Readonly<Items> : Items;

type AnyOf<Options extends Types, S extends Side, Scope, Self, Stack extends string[]> = { [Index in keyof Options]: StaticV1<Options[Index], S, Scope, Self, Stack> }[number];

type AllOf<Parts extends Types, S extends Side, Scope, Self, Stack extends string[]> = Parts extends readonly [infer First, ...infer Rest]
  ? StaticV1<First, S, Scope, Self, Stack> & AllOf<Rest, S, Scope, Self, Stack>
  : unknown;

type Elements<Items extends Types, S extends Side, Scope, Self, Stack extends string[], Done extends unknown[] = []> = Items extends readonly [infer First, ...infer Rest]
  ? Elements<Rest, S, Scope, Self, Stack, [...Done, ...Element<First, StaticV1<First, S, Scope, Self, Stack>>]>
  : Done;

type Element<Item, Value> = Item extends { readonly '~optional': true } ? [Value?] : [Value];

type KeyV1<Pattern> = Pattern extends '^.*$'
  ? string
  : Pattern extends '^-?(?:0|[1-9][0-9]*)$' | '^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?$'
    ? number
    : Pattern extends `^${string}$`
      ? TemplateV1<Pattern>
      : string;

/** The library's own limit: a name that means an object is followed lazily, any other at most twice. */
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

type Optional<Fields> = { [Key in keyof Fields]: Fields[Key] extends { readonly '~optional': true } ? Key : never }[keyof Fields];
type ReadOnly<Fields> = { [Key in keyof Fields]: Fields[Key] extends { readonly '~readonly': true } ? Key : never }[keyof Fields];

/** The properties with their modifiers. */
type Fields<Properties, Values extends { [Key in keyof Properties]: unknown }> = Flat<
  { readonly [Key in Extract<Optional<Properties>, ReadOnly<Properties>>]?: Values[Key] } & {
    readonly [Key in Exclude<ReadOnly<Properties>, Optional<Properties>>]: Values[Key];
  } & { [Key in Exclude<Optional<Properties>, ReadOnly<Properties>>]?: Values[Key] } & {
    [Key in Exclude<keyof Properties, Optional<Properties> | ReadOnly<Properties>>]: Values[Key];
  }
>;

type Flat<Type> = { [Key in keyof Type]: Type[Key] } & {};
