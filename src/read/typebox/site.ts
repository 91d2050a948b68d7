import type { Facet, Shape } from '../../ir/shape.js';
import type { Findings } from '../source.js';
import type { Version } from './recognise.js';
import type { Names } from './names.js';

/** One TypeBox node while it is read. */
export interface Site {
  readonly kind: string;
  /** The node's keywords, annotations that JSON can't hold left out. */
  readonly node: Record<string, unknown>;
  readonly path: string;
  readonly version: Version;
  readonly names: Names;
  readonly findings: Findings;
  /** URI of the document's root, to refer to a place of it from anywhere. */
  base(): string;
  /** Reads a nested schema, or at the node's own path what the node says as JSON Schema. */
  walk(child: unknown, path: string): Shape;
}

/** Reads the nodes of some kinds; undefined leaves a node to the JSON Schema reader. */
export type Reader = (site: Site) => Shape | undefined;

/** Constraints under names of TypeBox's own, with words for the model. */
export function ownFacets(site: Site, words: Readonly<Record<string, (value: never) => string>>): { readonly facets?: readonly Facet[] } {
  const facets: Facet[] = [];
  for (const keyword of Object.keys(words)) {
    const value = site.node[keyword];
    if (typeof value !== 'number' && typeof value !== 'bigint') continue;
    const exact = typeof value === 'bigint' && BigInt(Number(value)) !== value ? String(value) : Number(value);
    facets.push({ keyword, value: exact, path: site.path, hint: (words[keyword] as (value: unknown) => string)(value) });
  }
  return facets.length > 0 ? { facets } : {};
}
