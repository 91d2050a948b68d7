import { mapChildren } from '../../ir/children.js';
import type { Document, Shape } from '../../ir/shape.js';

/** Applies a node-by-node change to a whole document, bottom up. */
export function rewrite(document: Document, change: (shape: Shape) => Shape): Document {
  const walk = (shape: Shape): Shape => change(mapChildren(shape, walk));
  const root = walk(document.root);
  let definitions: Map<string, Shape> | undefined;
  for (const [name, shape] of document.definitions) {
    const next = walk(shape);
    if (next === shape) continue;
    definitions ??= new Map(document.definitions);
    definitions.set(name, next);
  }
  if (root === document.root && !definitions) return document;
  return { root, definitions: definitions ?? document.definitions };
}
