import type { Shape, UnionShape } from '../ir/shape.js';
import { accepts, likeness } from './accepts.js';
import type { Lowered } from './lowered.js';

/** The option that a wire value is of: the only one of its type, or with its tag; the first it fits, the only one it fits but for capitals, or the one it is most like. */
export function chooseOption(shape: UnionShape, wire: unknown, lowered: Lowered): Shape | undefined {
  const only = lowered.only(shape, wire);
  if (only) return only;
  const exact = shape.options.find((option) => accepts(option, wire, lowered, false));
  if (exact) return exact;
  const near = shape.options.filter((option) => accepts(option, wire, lowered, true));
  if (near.length === 1) return near[0];
  let best = near[0];
  let score = 0;
  for (const option of near.length > 0 ? near : shape.options) {
    const like = likeness(option, wire, lowered);
    if (like > score) [best, score] = [option, like];
  }
  return best;
}
