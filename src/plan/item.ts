import type { Encoding } from '../compiled.js';
import type { Property, Shape } from '../ir/shape.js';

/** What a decision spends of the budgets that are counted, with references expanded. */
export interface Cost {
  readonly optional: number;
  readonly union: number;
}

/** One way in which a place can travel. */
export interface Form {
  /** Of the optional property, of the union, or of both, in this order. */
  readonly encodings: readonly Encoding[];
  readonly cost: Cost;
  /** What it costs the model: tokens of an answer, and readability counted as tokens. A whole number. */
  readonly price: number;
}

/** A decision to make: all places at one path of the source, each of which travels the same way. */
export interface Item {
  readonly properties: readonly Property[];
  readonly unions: readonly Shape[];
  /** The one that changes least first. */
  readonly forms: readonly [Form, ...Form[]];
}
