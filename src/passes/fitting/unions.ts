import { conflict, disjoint } from '../../ir/disjoint.js';
import { closedObject } from '../../ir/recode.js';
import type { Document, Shape, UnionShape } from '../../ir/shape.js';
import type { Context } from '../context.js';
import { optionNames } from './option-names.js';
import { rewrite } from './rewrite.js';

/**
 * Pass: of any two options of a union, either no wire value fits both, or both lift it to the same value.
 * Options for which that is not proved are tagged; all others stay bare.
 */
export function settleUnions(document: Document, context: Context): Document {
  const resolve = (name: string) => document.definitions.get(name);
  return rewrite(document, (shape) => (shape.kind === 'union' ? settle(shape, resolve, context) : shape));
}

function settle(union: UnionShape, resolve: (name: string) => Shape | undefined, context: Context): Shape {
  const shape = withoutExclusion(union, resolve);
  const wanted = context.options.encode?.[shape.path] === 'tagged';
  const clashing = wanted ? new Set(shape.options.filter((option) => option.kind !== 'null')) : clashes(shape.options, resolve);
  if (clashing.size === 0) return shape;
  const tagged = tag(shape, clashing);
  return clashes(tagged.options, resolve).size > 0 ? tag(shape, new Set(shape.options)) : tagged;
}

/** Where no value fits two options, `oneOf` needs no words and no check of its own. */
function withoutExclusion(shape: UnionShape, resolve: (name: string) => Shape | undefined): UnionShape {
  if (!shape.checked?.some((facet) => facet.keyword === 'oneOf' && facet.path === shape.path)) return shape;
  if (shape.options.some((a, left) => shape.options.some((b, right) => left < right && !disjoint(a, b, resolve)))) return shape;
  return { ...shape, checked: shape.checked.filter((facet) => facet.keyword !== 'oneOf' || facet.path !== shape.path) };
}

function clashes(options: readonly Shape[], resolve: (name: string) => Shape | undefined): Set<Shape> {
  const found = new Set<Shape>();
  for (let left = 0; left < options.length; left++)
    for (let right = left + 1; right < options.length; right++) {
      const a = options[left] as Shape;
      const b = options[right] as Shape;
      if (!conflict(a, b, resolve)) continue;
      found.add(a);
      found.add(b);
    }
  return found;
}

function tag(shape: UnionShape, clashing: ReadonlySet<Shape>): UnionShape {
  const names = optionNames(shape.options, () => true);
  const options = shape.options.map((option, index): Shape => {
    if (!clashing.has(option)) return option;
    const { path } = option;
    const wire = closedObject(path, [
      ['option', { kind: 'literal', path, values: [names[index] as string] }],
      ['value', option],
    ]);
    return { kind: 'coded', path, codec: 'tagged', argument: {}, wire };
  });
  return { ...shape, options };
}
