import { mapChildren } from '../../ir/children.js';
import type { Document, Shape } from '../../ir/shape.js';

const SHELF = /^\/(\$defs|definitions)\/[^/]+$/;

/** A node that stands in the document and is referred to from elsewhere becomes a reference too, so that it is one definition. */
export function asReferences(document: Document, places: ReadonlyMap<string, string>): Document {
  let inline = false;
  for (const path of places.keys()) if (!SHELF.test(path)) inline = true;
  if (!inline) return document;
  const within = (parent: Shape): Shape =>
    mapChildren(parent, (child) => {
      const name = child.path === parent.path || child.kind === 'ref' ? undefined : places.get(child.path);
      return name === undefined ? within(child) : { kind: 'ref', name, path: child.path };
    });
  const name = places.get(document.root.path);
  const root: Shape = name === undefined ? within(document.root) : { kind: 'ref', name, path: document.root.path };
  return { root, definitions: new Map([...document.definitions].map(([key, shape]) => [key, within(shape)])) };
}
