import type { ArrayShape } from '../../ir/shape.js';
import { type Trail, within } from './gap.js';
import type { Prover } from './prover.js';
import { sizeBound } from './range.js';

/** Whether the items of one list fit those of another, position by position. */
export function arraysHold(prover: Prover, from: ArrayShape, to: ArrayShape, trail: Trail | undefined, depth: number): boolean {
  const most = sizeBound(from.facets ?? [], 'maxItems', Math.min, Number.POSITIVE_INFINITY);
  const positions = Math.min(Math.max(from.prefix.length, to.prefix.length), most);
  let held = true;
  for (let index = 0; index < positions; index++) {
    const written = from.prefix[index] ?? from.items;
    const read = to.prefix[index] ?? to.items;
    if (!prover.holds(written, read, within(trail, { kind: 'item', shape: from, index }), depth + 1)) held = false;
  }
  if (positions < most) {
    const index = positions;
    if (!prover.holds(from.items, to.items, within(trail, { kind: 'item', shape: from, index }), depth + 1)) held = false;
  }
  if (prover.types && !lengthsFit(from, to)) return prover.gap(from, to, trail, 'the list may have another length');
  return held;
}

/** TypeScript tells the length of a tuple. */
function lengthsFit(from: ArrayShape, to: ArrayShape): boolean {
  const least = (shape: ArrayShape) => Math.min(shape.prefix.length, sizeBound(shape.facets ?? [], 'minItems', Math.max, 0));
  return least(from) >= least(to);
}
