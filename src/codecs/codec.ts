import type { Json } from '../ir/json.js';
import type { CodedShape, Shape } from '../ir/shape.js';
import type { Step } from '../read/source.js';

/** Returned in the place of a value when an issue was raised. */
export const FAILED: unique symbol = Symbol('failed');
export type Failed = typeof FAILED;

/** What a codec may ask of the decoder that walks a wire value. `at` is the source path of the value at hand. */
export interface Decoding {
  /** Lifts a part of the wire value by its lowered shape; `step` leads from the value at hand to its source place. */
  lift(shape: Shape, wire: unknown, step?: Step): unknown;
  /** Raises an issue at the value at hand, or below it, and answers `FAILED`. */
  fail(code: string, message: string, value: unknown, ...steps: Step[]): Failed;
  /** Records a change made to the value at hand. */
  repair(message: string, from: unknown, to: unknown): void;
  readonly maxDepth: number;
  /** State that codecs of one answer share, by table name. */
  readonly tables: Map<string, unknown>;
}

/** What a codec may ask of the encoder that walks a source value. */
export interface Encoding {
  lower(shape: Shape, value: unknown, ...steps: Step[]): Json | Failed;
  fail(code: string, message: string, value: unknown, shape: Shape | undefined, ...steps: Step[]): Failed;
  admits(shape: Shape, value: unknown): boolean;
  /** Whether a property of this shape is absent: it is not there, or undefined. */
  lacks(value: Record<string, unknown>, key: string, shape: Shape): boolean;
  /** The option to say a value by: one that loses nothing before one that strips. */
  choose(options: readonly Shape[], value: unknown): Shape | undefined;
  /** Raises the issues of the option that comes nearest. */
  none(shape: Shape, options: readonly Shape[], value: unknown): Failed;
  /** Lowers so that nothing at all is left out, not even what the library drops elsewhere. */
  exactly(shape: Shape, value: unknown, ...steps: Step[]): Json | Failed;
  readonly tables: Map<string, unknown>;
  /** Id of the table node being written. */
  node: number;
}

/** Whether a source value can be said by a lowered shape. */
export interface Admits {
  (shape: Shape, value: unknown): boolean;
  /** The shape of the table node that a `child` refers to. */
  node(child: CodedShape): Shape | undefined;
  /** Whether a shape by which something would be left out does not do: undeclared keys that are stripped, keys that are skipped. */
  strict(): boolean;
  /** Whether the value can be said with nothing left out. */
  exactly(shape: Shape, value: unknown): boolean;
}

/**
 * A codec is a form in which a value travels: a name, a JSON argument, and the two ways. It holds no state and no user code.
 * Its file exports `decode` and `encoder`: what only reads answers takes in no encoder.
 */
export type Decode = (shape: CodedShape, wire: unknown, run: Decoding) => unknown;
export interface Encoder {
  encode(shape: CodedShape, value: unknown, run: Encoding): Json | Failed;
  /** Whether a source value can be said in the form. */
  admits(shape: CodedShape, value: unknown, admits: Admits): boolean;
}

/** The argument of a coded node, as its codec wrote it. */
export function argument<Argument>(shape: CodedShape): Argument {
  return shape.argument as unknown as Argument;
}

export function wireObject(shape: CodedShape): Extract<Shape, { kind: 'object' }> {
  if (shape.wire.kind !== 'object') throw new TypeError(`codec ${shape.codec} expects an object on the wire`);
  return shape.wire;
}

/** The least number of items that is sent for a list. */
export function leastItems(shape: Shape): number {
  let least = 0;
  for (const { keyword, value } of shape.facets ?? []) if (keyword === 'minItems') least = value as number;
  return least;
}

export function wireItems(shape: Shape): Shape {
  if (shape.kind !== 'array') throw new TypeError('expected a list on the wire');
  return shape.items;
}
