import type { Shape } from '../../ir/shape.js';
import type { Lowered } from '../lowered.js';

/** How deep a wire value of a shape can be; the wire is never recursive. */
export function depthOf(shape: Shape, lowered: Lowered, known = new Map<Shape, number>()): number {
  const before = known.get(shape);
  if (before !== undefined) return before;
  const depth = (inner: Shape) => depthOf(inner, lowered, known);
  const result = (() => {
    switch (shape.kind) {
      case 'ref':
        return depth(lowered.resolve(shape.name));
      case 'coded':
        return depth(shape.wire);
      case 'union':
        return Math.max(0, ...shape.options.map(depth));
      case 'array':
        return 1 + depth(shape.items);
      case 'object':
        return 1 + Math.max(0, ...shape.properties.map((property) => depth(property.shape)));
      default:
        return 0;
    }
  })();
  known.set(shape, result);
  return result;
}
