import { conflict, disjoint, isPlain, onWire } from '../../ir/disjoint.js';
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

type Resolve = (name: string) => Shape | undefined;

/** Most options of which every pair is compared to show that `oneOf` adds nothing. */
const MOST_PAIRED = 64;

function settle(union: UnionShape, resolve: Resolve, context: Context): Shape {
  const shape = withoutExclusion(union, resolve);
  const wanted = context.pins(shape.path, shape.notes?.pins).includes('tagged');
  const clashing = wanted ? new Set(shape.options.filter((option) => option.kind !== 'null')) : clashes(shape.options, resolve);
  if (clashing.size === 0) return shape;
  const tagged = tag(shape, clashing);
  return clashes(tagged.options, resolve).size > 0 ? tag(shape, new Set(shape.options)) : tagged;
}

/** Where no value fits two options, `oneOf` needs no words and no check of its own. */
function withoutExclusion(shape: UnionShape, resolve: Resolve): UnionShape {
  if (!shape.checked?.some((facet) => facet.keyword === 'oneOf' && facet.path === shape.path)) return shape;
  if (!toldApart(shape.options, resolve)) {
    if (shape.options.length > MOST_PAIRED) return shape;
    if (shape.options.some((a, left) => shape.options.some((b, right) => left < right && !disjoint(a, b, resolve)))) return shape;
  }
  return { ...shape, checked: shape.checked.filter((facet) => facet.keyword !== 'oneOf' || facet.path !== shape.path) };
}

/** Most look-alikes of which every pair is compared. */
const MOST_COMPARED = 200;

/** Options of which some wire value may fit two, to be lifted differently. Pairs are only compared where nothing simpler decides. */
function clashes(options: readonly Shape[], resolve: Resolve): Set<Shape> {
  const found = new Set<Shape>();
  const plain = new Map(options.map((option) => [option, isPlain(option, resolve)]));
  if (![...plain.values()].includes(false)) return found;
  const groups = new Map<string, Shape[]>();
  for (const option of options) {
    const { kind } = onWire(option, resolve);
    const key = kind === 'union' || kind === 'literal' ? 'mixed' : kind;
    const group = groups.get(key);
    if (group) group.push(option);
    else groups.set(key, [option]);
  }
  const mixed = groups.get('mixed') ?? [];
  for (const [key, group] of groups) {
    if (key !== 'mixed' && mixed.length === 0 && toldApart(group, resolve)) continue;
    // Pairs of so many take too long to compare: what is not known counts as a clash.
    if (group.length + mixed.length > MOST_COMPARED) {
      for (const option of [...group, ...mixed]) if (!plain.get(option)) found.add(option);
      continue;
    }
    for (const [index, a] of group.entries()) {
      const others = key === 'mixed' ? group.slice(index + 1) : [...group.slice(index + 1), ...mixed];
      for (const b of others) {
        if ((found.has(a) && found.has(b)) || (plain.get(a) && plain.get(b)) || !conflict(a, b, resolve)) continue;
        found.add(a);
        found.add(b);
      }
      if (found.size === options.length) return found;
    }
  }
  return found;
}

/** Whether all options are objects with one required property whose literals differ from option to option. */
function toldApart(options: readonly Shape[], resolve: Resolve): boolean {
  const [first] = options;
  const start = first && onWire(first, resolve);
  if (start?.kind !== 'object') return false;
  return start.properties.some(({ key }) => {
    const seen = new Set<unknown>();
    return options.every((option) => {
      const wire = onWire(option, resolve);
      const property = wire.kind === 'object' ? wire.properties.find((candidate) => candidate.key === key) : undefined;
      if (!property?.required) return false;
      const shape = onWire(property.shape, resolve);
      return shape.kind === 'literal' && shape.values.every((value) => !seen.has(value) && seen.add(value));
    });
  });
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
