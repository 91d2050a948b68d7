import type { $ZodTypes, SomeType } from 'zod/v4/core';
import type { Shape } from '../../ir/shape.js';
import type { Occurrence } from '../source.js';

/** Any Zod schema, seen through its internals. */
export type Schema = SomeType;

type AnyDef = $ZodTypes['_zod']['def'];
export type TypeName = AnyDef['type'];
/** The definition of the schemas that carry this type name. */
export type Def<Name extends TypeName> = Extract<AnyDef, { type: Name }>;

/** `undefined` needs no shape here, for the value may simply be left out. */
export const OMITTABLE = 1;
/** Within an intersection an undeclared key is an error only if both sides reject it. */
export const RELAXED = 2;

export interface Place {
  readonly schema: Schema;
  readonly path: string;
  /** The property key last passed, from which a shared schema takes its name. */
  readonly key: string;
  /** `OMITTABLE`, `RELAXED`, both or neither. */
  readonly mode: number;
  readonly walk: Walk;
}

export interface Walk {
  read(schema: Schema, path: string, key: string, mode: number): Shape;
  /** Reports a schema for which no input can be said, and stands in for it. */
  refuse(path: string, what: string, help: string): Shape;
  /** Remembers a keyword that leaves no trace in the shape. */
  note(occurrence: Occurrence): void;
}

export type Reader<Name extends TypeName> = (def: Def<Name>, place: Place) => Shape;

/** Reads what a definition holds beyond its declared type. */
export function lazyInner(schema: Schema): Schema {
  return (schema._zod as unknown as { readonly innerType: Schema }).innerType;
}

/** Whether a pipe is `preprocess(f, X)`: its input side is code, of which only X is known. */
export function isPreprocess(def: Def<'pipe'>): boolean {
  return def.in._zod.def.type === 'transform';
}
