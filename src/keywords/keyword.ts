import type { Facet, Shape } from '../ir/shape.js';

/** What there is to know about one JSON Schema keyword that constrains a value. Values of keywords are as written: anything at all. */
export interface Keyword {
  readonly name: string;
  /** The JSON type it bears on. */
  readonly on: 'string' | 'number' | 'array' | 'object' | 'any';
  /** A sentence for the model: short and true, or none. Never throws. */
  hint(facet: Facet, shape: Shape): string | undefined;
}
