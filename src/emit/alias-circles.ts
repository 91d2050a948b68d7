import { components } from '../ir/references.js';
import type { Document, Shape } from '../ir/shape.js';

/** Definitions that name each other in a circle with nothing but unions between, by number of their circle. */
export function aliasCircles({ definitions }: Document): ReadonlyMap<string, number> {
  const edges = new Map<string, string[]>();
  for (const [name, shape] of definitions) edges.set(name, aliases(shape));
  const circles = new Map<string, number>();
  for (const [index, group] of components(edges).entries())
    for (const name of group) if (group.length > 1 || edges.get(name)?.includes(name)) circles.set(name, index);
  return circles;
}

function aliases(shape: Shape): string[] {
  if (shape.kind === 'ref') return [shape.name];
  return shape.kind === 'union' ? shape.options.flatMap(aliases) : [];
}
