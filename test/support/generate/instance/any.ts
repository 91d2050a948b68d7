import type { Json } from '../../../../src/ir/json.js';
import type { Draw } from '../../draw.js';
import { KEYS, TEXTS } from '../words.js';

/** Any JSON value. */
export function sampleAny(draw: Draw, depth = 2): Json {
  const kind = draw.upTo(depth > 0 ? 6 : 4);
  if (kind === 0) return null;
  if (kind === 1) return draw.chance(50);
  if (kind === 2) return draw.pick([0, 1, -3, 2.5, 1e21]);
  if (kind <= 4) return draw.pick(TEXTS);
  const count = draw.upTo(3);
  const items = Array.from({ length: count }, () => sampleAny(draw, depth - 1));
  return kind === 5 ? items : Object.fromEntries(items.map((item) => [draw.pick(KEYS), item]));
}
