import type { Encoding } from './encoding.js';
import type { Json } from './json.js';

/**
 * The intermediate representation: what a value may be, free of any dialect's spelling.
 * Readers build it, passes replace nodes by `coded` ones, `emit` projects the wire schema from it,
 * and decoder and encoder walk the very same tree. A shape is never changed in place.
 */
export type Shape =
  | AnyShape
  | NeverShape
  | NullShape
  | BooleanShape
  | NumberShape
  | StringShape
  | LiteralShape
  | ArrayShape
  | ObjectShape
  | UnionShape
  | LooseShape
  | AllShape
  | RefShape
  | InstanceShape
  | CodedShape;

export type Kind = Shape['kind'];

interface Common {
  /** JSON Pointer of the source node this comes from (`''` is the root). */
  readonly path: string;
  /** Further source nodes merged into this one. */
  readonly also?: readonly string[];
  /** Constraints beside the kind itself, each with the source node that states it. */
  readonly facets?: readonly Facet[];
  /** Lowered shapes: the constraints that are not sent; `facets` then holds those that are. */
  readonly checked?: readonly Facet[];
  readonly notes?: Notes;
  /** What this node can no longer say, with the source node that left it open. */
  readonly losses?: readonly Loss[];
}

/** A constraint named by its JSON Schema keyword. Facets never widen a shape; whatever is not sent is checked when finishing. */
export interface Facet {
  readonly keyword: string;
  readonly value: unknown;
  readonly path: string;
  /** Further source nodes that state the same. */
  readonly also?: readonly string[];
  /** Words for the model, where the keyword's own file has none. */
  readonly hint?: string;
  /** `format` only: the source also admits values that the format (as RFC and ajv-formats read it) rejects. */
  readonly wider?: true;
  /** `pattern` only: the flags it is read under. One with flags that change its meaning (`i`, `m`, `s`) is never sent. */
  readonly flags?: string;
}

export interface Notes {
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  /** What the schema asks of the plan here; never sent. */
  readonly pins?: Pins;
}

export interface Pins {
  readonly encode: readonly Encoding[];
  /** At the root of a tool's input. */
  readonly strict?: boolean;
  /** What it says that means nothing, in words. */
  readonly wrong?: string;
}

export interface Loss {
  readonly path: string;
  readonly keyword: string;
  readonly note: string;
  /** It explains everything below the node too. */
  readonly deep?: true;
}

/** Free-form: any JSON value (`of: 'object'`: any JSON object). */
export interface AnyShape extends Common {
  readonly kind: 'any';
  readonly of?: 'object';
}
export interface NeverShape extends Common {
  readonly kind: 'never';
  /** Why nothing can satisfy it; part of a sentence: "minimum 5 is above maximum 3". */
  readonly reason: string;
}
export interface NullShape extends Common {
  readonly kind: 'null';
}
export interface BooleanShape extends Common {
  readonly kind: 'boolean';
}
export interface NumberShape extends Common {
  readonly kind: 'number';
  readonly integer: boolean;
}
export interface StringShape extends Common {
  readonly kind: 'string';
}
/** One of some JSON values, primitive or not, without repetition. */
export interface LiteralShape extends Common {
  readonly kind: 'literal';
  readonly values: readonly Json[];
}
export interface ArrayShape extends Common {
  readonly kind: 'array';
  /** Positions before `items`; empty for a plain array. Position i may be absent when a value is shorter (see facet `minItems`). */
  readonly prefix: readonly Shape[];
  /** Every item after the prefix; `never` where nothing may follow. */
  readonly items: Shape;
  /** `items` was not stated: what follows the prefix is open implicitly. */
  readonly open?: true;
}
export interface Property {
  readonly key: string;
  readonly shape: Shape;
  readonly required: boolean;
  /** Lowered objects: the source key, where `key` is another name on the wire. */
  readonly name?: string;
  /** Lowered objects: how an absent source property travels although the wire property is required. */
  readonly absence?: 'null' | 'list' | 'fallback';
  /** Lowered objects: a property of ours. `entries` holds undeclared keys, `group` optional properties, `id` names a node of a table. */
  readonly role?: 'entries' | 'group' | 'id';
  /** Role `group`: the source keys it holds. */
  readonly members?: readonly string[];
  /** Role `entries` of a closed object: the patterns of which a key must match one. */
  readonly matching?: readonly string[];
  /** Role `entries`: keys that are left out. */
  readonly skips?: readonly string[];
  /** Role `entries`: the patterns of the keys whose values the library reads. */
  readonly reads?: readonly string[];
  /** The library itself fills this input in when the property is absent, and finishing it gives the same output. */
  readonly fallback?: { readonly value: Json };
}
/**
 * How an object treats undeclared keys: `closed` rejects them, `strip` drops them when finishing (Zod),
 * `implicit` admits anything because nothing was said, `explicit` admits what `rest` says.
 */
export type Openness = 'closed' | 'strip' | 'implicit' | 'explicit';
export interface ObjectShape extends Common {
  readonly kind: 'object';
  readonly properties: readonly Property[];
  /** Required keys that are not among `properties`. */
  readonly demands?: readonly string[];
  /** Keys matching a pattern (and not in `properties`) hold this shape; all matching patterns apply. */
  readonly patterns: readonly { readonly pattern: string; readonly shape: Shape }[];
  /** What keys other than the declared ones may be (`propertyNames`, record keys); strings by default. */
  readonly keys?: Shape;
  readonly rest: Shape;
  /** Undeclared keys that the library drops when finishing. */
  readonly skips?: readonly string[];
  /** Patterns of the undeclared keys whose values the library reads; it keeps the values of all others as they are. */
  readonly reads?: readonly string[];
  readonly openness: Openness;
  /** Conditional parts (`then`, `dependentSchemas`, options left to the check): what they declare is kept when an implicitly open object is closed. */
  readonly branches?: readonly Shape[];
}
export interface UnionShape extends Common {
  readonly kind: 'union';
  readonly options: readonly Shape[];
  /** The keyword that states it, to be checked instead where the union is not worth its price on the wire. */
  readonly stated?: Facet;
}
/** Untyped node with typed constraints: a value of an option's JSON type must satisfy that option, any other value is admitted. */
export interface LooseShape extends Common {
  readonly kind: 'loose';
  /** At most one of each of the kinds number, string, array, object. */
  readonly options: readonly Shape[];
}
/** Intersection, to be merged. */
export interface AllShape extends Common {
  readonly kind: 'all';
  readonly parts: readonly Shape[];
  /** What properties that no part declares may be. */
  readonly unevaluatedProperties?: Shape;
  /** What items that no part declares may be. */
  readonly unevaluatedItems?: Shape;
}
export interface RefShape extends Common {
  readonly kind: 'ref';
  readonly name: string;
}
/** A value of a library type that JSON lacks; `codecs` has a file that says how each travels. */
export interface InstanceShape extends Common {
  readonly kind: 'instance';
  readonly type: InstanceType;
  /** Map: key and value. Set: item. Others: none. */
  readonly parts: readonly Shape[];
}
export type InstanceType = 'date' | 'bigint' | 'map' | 'set' | 'url' | 'nan' | 'undefined' | 'bytes';
/** A node that travels in another form: `codec` (a name in `codecs/`) with its JSON argument says how, `wire` is that form. */
export interface CodedShape extends Common {
  readonly kind: 'coded';
  readonly codec: string;
  readonly argument: Json;
  readonly wire: Shape;
}

/** A source schema as read: its root and the definitions that `ref` nodes name. */
export interface Document {
  readonly root: Shape;
  readonly definitions: ReadonlyMap<string, Shape>;
}
