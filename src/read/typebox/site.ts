import type { Facet, Shape } from '../../ir/shape.js';
import { References } from '../json-schema/references.js';
import type { Code, Findings } from '../source.js';
import { Names } from './names.js';
import { Meanings } from './occurrences.js';
import type { Version } from './recognise.js';

/** What the readers of single nodes share while one schema is read. */
export class Reading {
  readonly meanings = new Meanings();
  readonly code: Code[] = [];
  #names: Names | undefined;
  #base: string | undefined;

  constructor(
    readonly schema: Record<string, unknown>,
    readonly version: Version,
    readonly findings: Findings,
  ) {}

  get names(): Names {
    this.#names ??= new Names(this.schema, this.version, this.findings, this.meanings);
    return this.#names;
  }

  /** URI of the document's root, to refer to a place of it from anywhere. */
  get base(): string {
    this.#base ??= new References(this.schema).root.uri;
    return this.#base;
  }
}

/** One TypeBox node while it is read. */
export interface Site {
  readonly kind: string;
  /** The node's keywords, annotations that JSON can't hold left out. */
  readonly node: Record<string, unknown>;
  readonly path: string;
  readonly reading: Reading;
  /** Reads a nested schema. */
  walk(child: unknown, path: string): Shape;
  /** Reads, at the path of the node itself, a JSON Schema in its place. */
  instead(schema: Record<string, unknown>): Shape;
}

/** Reads the nodes of some kinds; undefined leaves a node to the JSON Schema reader. */
export type Reader = (site: Site) => Shape | undefined;

/** Constraints under names of TypeBox's own, with words for the model. */
export function ownFacets(
  site: Site,
  words: Readonly<Record<string, (value: never) => string>>,
): { readonly facets?: readonly Facet[] } {
  const facets: Facet[] = [];
  for (const keyword of Object.keys(words)) {
    const value = site.node[keyword];
    if (typeof value !== 'number' && typeof value !== 'bigint') continue;
    const exact = typeof value === 'bigint' && BigInt(Number(value)) !== value ? String(value) : Number(value);
    facets.push({ keyword, value: exact, path: site.path, hint: (words[keyword] as (value: unknown) => string)(value) });
  }
  return facets.length > 0 ? { facets } : {};
}
