import type { Shape } from '../ir/shape.js';

/** The shape behind references; `undefined` where they lead nowhere. */
export function follow(shape: Shape, resolve: (name: string) => Shape | undefined): Shape | undefined {
  let at: Shape | undefined = shape;
  for (let steps = 0; at?.kind === 'ref'; steps++) {
    if (steps > 100) return undefined;
    at = resolve(at.name);
  }
  return at;
}
