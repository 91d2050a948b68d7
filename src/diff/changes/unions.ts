import type { Shape } from '../../ir/shape.js';
import type { Comparing } from './index.js';
import { shapeWords } from './words.js';

/** Options that came, went or changed: those that say the same are paired first, then those of one kind in their order. */
export function unionChanges(comparing: Comparing, x: Shape, y: Shape, depth: number): void {
  let was = optionsOf(x);
  let now = optionsOf(y);
  const pair = (fits: (one: Shape, other: Shape) => boolean): void => {
    for (const option of [...was]) {
      const twin = now.find((other) => fits(option, other));
      if (!twin) continue;
      was = was.filter((each) => each !== option);
      now = now.filter((each) => each !== twin);
      comparing.compare(option, twin, depth + 1);
    }
  };
  pair((one, other) => comparing.same(one, other));
  pair((one, other) => one.kind === other.kind && tagOf(one) === tagOf(other));
  for (const option of now) comparing.add(option.path, `${shapeWords(option)} is new as an option`);
  for (const option of was)
    comparing.add(option.path === x.path ? y.path : option.path, `${shapeWords(option)} is no option any more`);
}

function optionsOf(shape: Shape): readonly Shape[] {
  return shape.kind === 'union' ? shape.options : [shape];
}

/** The constants that tell an object from others; the name of a reference. */
function tagOf(shape: Shape): string | undefined {
  if (shape.kind === 'ref') return shape.name;
  if (shape.kind !== 'object') return undefined;
  const tags = shape.properties.flatMap(({ key, shape: value }) =>
    value.kind === 'literal' && value.values.length === 1 ? [[key, value.values[0]]] : [],
  );
  return tags.length === 0 ? undefined : JSON.stringify(tags);
}
