import type { Facet } from '../ir/shape.js';
import type { Keyword } from './keyword.js';
import { predicate } from './predicate.js';

export const contains: Keyword = {
  name: 'contains',
  on: 'array',
  hint: (facet) => containsHint([facet]),
};

/** `contains` with its two bounds in one sentence. */
export function containsHint(facets: readonly Facet[]): string | undefined {
  const stated = (keyword: string): unknown => facets.find((facet) => facet.keyword === keyword)?.value;
  const words = predicate(stated('contains'));
  if (words === undefined) return undefined;
  const min = count(stated('minContains')) ?? 1;
  const max = count(stated('maxContains'));
  if (max !== undefined && min > max) return undefined;
  if (max === 0) return `No item ${words}.`;
  if (max !== undefined && min > 0 && min < max) return `From ${min} to ${max} items such that each ${words}.`;
  if (max !== undefined) return amount(min === max ? 'Exactly' : 'At most', max, words);
  return min === 0 ? undefined : amount('At least', min, words);
}

function amount(bound: string, number: number, words: string): string {
  return number === 1 ? `${bound} one item ${words}.` : `${bound} ${number} items such that each ${words}.`;
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
