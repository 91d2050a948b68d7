import type { ArrayShape, InstanceShape, ObjectShape, Shape } from '../../ir/shape.js';

/** One step from a shape to a part of it: how a value of the part becomes part of a value of the whole. */
export type Into =
  | { readonly kind: 'property'; readonly shape: ObjectShape; readonly key: string }
  /** Any undeclared key that matches, or a certain one. */
  | { readonly kind: 'entry'; readonly shape: ObjectShape; readonly key?: string; readonly pattern?: string }
  | { readonly kind: 'key'; readonly shape: ObjectShape }
  | { readonly kind: 'item'; readonly shape: ArrayShape; readonly index: number }
  | { readonly kind: 'part'; readonly shape: InstanceShape; readonly index: number };

/** The way from the root, the innermost step first. */
export interface Trail {
  readonly into: Into;
  readonly outer: Trail | undefined;
}

/** A place where it is not proved that what the one schema admits the other admits too. */
export interface Gap {
  /** Of the schema that reads. */
  readonly path: string;
  /** Why not. Part of a sentence: "the pattern is new". */
  readonly reason: string;
  /** What is written and what is read there. */
  readonly from: Shape;
  readonly to: Shape;
  readonly trail: Trail | undefined;
}

export function within(outer: Trail | undefined, into: Into): Trail {
  return { into, outer };
}
