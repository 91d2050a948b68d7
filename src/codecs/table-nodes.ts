import type { Json } from '../ir/json.js';
import type { Shape } from '../ir/shape.js';

/** The nodes of a table that is being read. */
export interface Reading {
  readonly nodes: Map<number, { readonly list: string; readonly node: unknown; used: boolean }>;
  readonly shapes: Map<string, Shape>;
}

/** The nodes of a table that is being written. */
export interface Writing {
  readonly lists: Map<string, { readonly shape: Shape; readonly nodes: Json[] }>;
  next: number;
}
