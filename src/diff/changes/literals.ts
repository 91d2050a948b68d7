import { sameJson } from '../../ir/equal.js';
import type { LiteralShape } from '../../ir/shape.js';
import type { Comparing } from './index.js';
import { several } from './words.js';

/** Values that came and went. */
export function literalChanges(comparing: Comparing, x: LiteralShape, y: LiteralShape): void {
  const lacks = (list: readonly unknown[], value: unknown) => !list.some((other) => sameJson(other, value));
  const came = y.values.filter((value) => lacks(x.values, value));
  const gone = x.values.filter((value) => lacks(y.values, value));
  if (came.length > 0) comparing.add(y.path, `${several(came)} ${came.length === 1 ? 'is' : 'are'} new among its values`);
  if (gone.length > 0) comparing.add(y.path, `${several(gone)} ${gone.length === 1 ? 'is' : 'are'} gone from its values`);
  if (came.length === 0 && gone.length === 0 && !sameJson(x.values, y.values))
    comparing.add(y.path, 'its values stand in another order');
}
