import type { Facet, Shape } from '../ir/shape.js';
import { containsHint } from './contains.js';
import { wordsFor } from './format.js';
import { rangeHint, rangeOf } from './range.js';
import { keywords } from './registry.js';

/** An expression longer than this says no more than the name of a format beside it. */
const OUTSPOKEN = 100;
const CONTAINS = new Set(['contains', 'minContains', 'maxContains']);

/**
 * Constraints that are not sent, in plain English for a language model: bounds of one quantity share a sentence,
 * what the author says (`facet.hint`) comes before our words, nothing is said twice. Never throws.
 */
export function hints(facets: readonly Facet[], shape: Shape): string[] {
  const lines = new Set<string>();
  const open = facets.filter((facet) => facet.hint === undefined);
  const formatted = [...facets, ...(shape.facets ?? [])].some((facet) => facet.keyword === 'format' && wordsFor(facet.value));
  for (const facet of facets) {
    const line = facet.hint ?? worded(facet, open, shape, formatted);
    if (line !== undefined && line.trim() !== '') lines.add(line.trim());
  }
  return [...lines];
}

function worded(facet: Facet, open: readonly Facet[], shape: Shape, formatted: boolean): string | undefined {
  const range = rangeOf(facet.keyword);
  if (range !== undefined) return rangeHint(range, open, shape);
  // One list may hold several `contains` of merged schemas: the two bounds belong to the one of the same node.
  if (CONTAINS.has(facet.keyword)) return containsHint(open.filter((other) => other.path === facet.path));
  if (facet.keyword === 'pattern' && formatted && typeof facet.value === 'string' && facet.value.length > OUTSPOKEN)
    return undefined;
  return keywords.get(facet.keyword)?.hint(facet, shape);
}
