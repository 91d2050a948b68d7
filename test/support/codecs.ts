import { eachChild } from '../../src/ir/children.js';
import type { Document, Shape } from '../../src/ir/shape.js';

/** Names of the codecs that a lowered document uses. */
export function codecsOf({ root, definitions }: Document): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (shape: Shape): void => {
    if (shape.kind === 'coded') names.add(shape.codec);
    eachChild(shape, visit);
  };
  for (const shape of [root, ...definitions.values()]) visit(shape);
  return names;
}
