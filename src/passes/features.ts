import { eachChild } from '../ir/children.js';
import type { Document, Kind, Shape } from '../ir/shape.js';

/** What a document contains, so that passes with nothing to do are skipped. */
export interface Features {
  readonly kinds: ReadonlySet<Kind>;
  readonly facets: boolean;
  /** A property that may be absent. */
  readonly optional: boolean;
}

/** The features of a document; the rest of a closed object, which is nothing, is not looked at. */
export function featuresOf(document: Document): Features {
  const kinds = new Set<Kind>();
  let facets = false;
  let optional = false;
  const walk = (shape: Shape): void => {
    kinds.add(shape.kind);
    if (shape.facets) facets = true;
    if (shape.kind !== 'object') {
      eachChild(shape, walk);
      return;
    }
    for (const property of shape.properties) if (!property.required) optional = true;
    const closed = shape.openness === 'closed' || shape.openness === 'strip';
    eachChild(shape, (child) => {
      if (!closed || child !== shape.rest) walk(child);
    });
  };
  walk(document.root);
  for (const shape of document.definitions.values()) walk(shape);
  return { kinds, facets, optional };
}
