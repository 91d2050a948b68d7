import type { ArrayShape, Facet, Shape } from '../../ir/shape.js';
import { sizeBound } from '../includes/range.js';
import { numbersOf } from './limits.js';
import type { Sampler } from './sampler.js';

const LONGEST = 200;

/** Lists of every length that a bound speaks of, with each item varied once, and with an item repeated. */
export function arraysOf(
  sampler: Sampler,
  shape: ArrayShape,
  limits: readonly Facet[],
  reader: Shape | undefined,
  depth: number,
  most: number,
): unknown[] {
  const least = sizeBound(shape.facets ?? [], 'minItems', Math.max, 0);
  const longest = Math.min(
    sizeBound(shape.facets ?? [], 'maxItems', Math.min, LONGEST),
    shape.items.kind === 'never' ? shape.prefix.length : LONGEST,
  );
  const lengths = [
    least,
    shape.prefix.length,
    1,
    0,
    2,
    3,
    ...numbersOf(limits, 'minItems', 'maxItems').flatMap((length) => [length, length + 1, length - 1]),
  ];
  const wanted = [...new Set(lengths)].filter((length) => length >= least && length <= longest);
  const found: unknown[] = [];
  for (const length of wanted) {
    const list = filled(sampler, shape, length, depth);
    if (list) found.push(list);
    if (found.length >= most) return found;
  }
  const base = filled(sampler, shape, Math.min(longest, Math.max(least, shape.prefix.length, 1)), depth);
  if (!base) return found;
  const readers = reader?.kind === 'array' ? reader : undefined;
  for (let index = 0; index < Math.min(base.length, shape.prefix.length + 1); index++) {
    const items = sampler.values(itemAt(shape, index), readers && itemAt(readers, index), depth + 1, 40);
    for (const item of items) found.push(base.with(index, item));
    for (const item of items.slice(0, 2)) if (longest > base.length) found.push([...base, item, item].slice(0, longest));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

/** A list of a length: different items where they can be. */
export function filled(sampler: Sampler, shape: ArrayShape, length: number, depth: number, turn = 0): unknown[] | undefined {
  const unique = shape.facets?.some(({ keyword }) => keyword === 'uniqueItems') ?? false;
  const rest = length > shape.prefix.length ? sampler.values(shape.items, undefined, depth + 1, unique ? length + 1 : 2) : [];
  const list: unknown[] = [];
  for (let index = 0; index < length; index++) {
    const item = index < shape.prefix.length ? sampler.one(shape.prefix[index] as Shape, depth + 1, turn) : undefined;
    if (item) list.push(item.value);
    else if (index >= shape.prefix.length && rest.length > 0)
      list.push(rest[(index - shape.prefix.length + (unique ? 0 : turn)) % rest.length]);
    else return undefined;
  }
  return list;
}

function itemAt(shape: ArrayShape, index: number): Shape {
  return shape.prefix[index] ?? shape.items;
}
