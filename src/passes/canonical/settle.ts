import { mapChildren } from '../../ir/children.js';
import type { Document, Shape } from '../../ir/shape.js';
import type { Context } from '../context.js';
import { opennessOf } from './openness.js';
import { emptyDefinitions, simplified } from './simplify.js';

const NONE = emptyDefinitions(new Map());

/** Pass: what is implicitly open is settled on the way down, and what can't be satisfied is taken out on the way up. */
export function settleAndSimplify(document: Document, { options, findings }: Context): Document {
  const settle = opennessOf(document, options.openness ?? 'close', findings);
  const { definitions } = document;
  if (definitions.size === 0) {
    const walk = (shape: Shape): Shape => simplified(mapChildren(settle(shape), walk), NONE);
    return { root: walk(document.root), definitions };
  }
  // Whether a definition can be satisfied is only known once all of them are settled.
  const down = (shape: Shape): Shape => mapChildren(settle(shape), down);
  const root = down(document.root);
  const settled = new Map([...definitions].map(([name, shape]) => [name, down(shape)]));
  const empty = emptyDefinitions(settled);
  const up = (shape: Shape): Shape => simplified(mapChildren(shape, up), empty);
  return { root: up(root), definitions: new Map([...settled].map(([name, shape]) => [name, up(shape)])) };
}
