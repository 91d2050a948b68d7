import type { Document } from '../ir/shape.js';
import type { Context } from '../passes/context.js';
import { type Choice, choiceOf } from './item.js';
import { itemsOf } from './items.js';
import { solve } from './solve.js';

/** The cheapest encodings with which a document alone is within the target's limits. */
export function choose(document: Document, { target, pins }: Context): Choice {
  const { optional, union } = target.limits;
  return choiceOf(solve(itemsOf(document, pins), { optional: optional.value, union: union.value }));
}
