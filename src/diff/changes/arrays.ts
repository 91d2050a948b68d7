import type { ArrayShape } from '../../ir/shape.js';
import type { Comparing } from './index.js';

/** Positions that came or went, and what items are. */
export function arrayChanges(comparing: Comparing, x: ArrayShape, y: ArrayShape, depth: number): void {
  for (const [index, shape] of y.prefix.entries()) {
    const before = x.prefix[index];
    if (before) comparing.compare(before, shape, depth + 1);
    else comparing.add(shape.path, `position ${index + 1} has a schema of its own`);
  }
  for (const [index, shape] of x.prefix.entries())
    if (index >= y.prefix.length) comparing.add(shape.path, `position ${index + 1} has no schema of its own any more`);
  comparing.compare(x.items, y.items, depth + 1);
}
