import { attach } from '../../ir/attach.js';
import type { ArrayShape, Shape } from '../../ir/shape.js';
import { meet } from './meet.js';
import type { Merge } from './merge.js';

/** The lists that both shapes admit, position by position. */
export function meetArrays(a: ArrayShape, b: ArrayShape, merge: Merge): Shape {
  const prefix: Shape[] = [];
  for (let index = 0; index < Math.max(a.prefix.length, b.prefix.length); index++)
    prefix.push(meet(a.prefix[index] ?? a.items, b.prefix[index] ?? b.items, merge));
  const { open: _, ...closed } = a;
  const items = meet(a.items, b.items, merge);
  const shape: ArrayShape = { ...closed, prefix, items, ...(a.open && b.open && { open: true }) };
  return attach(shape, b);
}
