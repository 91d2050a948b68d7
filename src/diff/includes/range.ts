import type { Facet, Shape } from '../../ir/shape.js';

/** The numbers between two bounds; for integers the bounds are integers that belong to it. */
export interface Range {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
}

export function rangeOf(facets: readonly Facet[], integer: boolean): Range {
  let [low, lowOpen, high, highOpen] = [Number.NEGATIVE_INFINITY, false, Number.POSITIVE_INFINITY, false];
  for (const { keyword, value } of facets) {
    if (typeof value !== 'number') continue;
    if (keyword === 'minimum' && value > low) [low, lowOpen] = [value, false];
    if (keyword === 'exclusiveMinimum' && value >= low) [low, lowOpen] = [value, true];
    if (keyword === 'maximum' && value < high) [high, highOpen] = [value, false];
    if (keyword === 'exclusiveMaximum' && value <= high) [high, highOpen] = [value, true];
  }
  if (!integer) return { low, lowOpen, high, highOpen };
  const first = lowOpen && Number.isInteger(low) ? low + 1 : Math.ceil(low);
  const last = highOpen && Number.isInteger(high) ? high - 1 : Math.floor(high);
  return { low: first, lowOpen: false, high: last, highOpen: false };
}

/** Whether every number of `a` keeps one bound. */
export function keepsBound(a: Range, { keyword, value }: Facet): boolean {
  if (typeof value !== 'number') return false;
  switch (keyword) {
    case 'minimum':
      return a.low >= value;
    case 'exclusiveMinimum':
      return a.low > value || (a.low === value && a.lowOpen);
    case 'maximum':
      return a.high <= value;
    default:
      return a.high < value || (a.high === value && a.highOpen);
  }
}

/** The only integers that a shape admits, where they are few. */
export function fewIntegers(shape: Shape): readonly number[] | undefined {
  if (shape.kind !== 'number' || !shape.integer) return undefined;
  const { low, high } = rangeOf(shape.facets ?? [], true);
  if (!(high - low < 64)) return undefined;
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index);
}

/** The greatest lower or least upper bound among facets of a size; `otherwise` where there is none. */
export function sizeBound(
  facets: readonly Facet[],
  keyword: string,
  pick: (...sizes: number[]) => number,
  otherwise: number,
): number {
  const sizes = facets.flatMap((facet) => (facet.keyword === keyword && typeof facet.value === 'number' ? [facet.value] : []));
  return sizes.length === 0 ? otherwise : pick(...sizes);
}
