import type { Facet, Shape } from '../../ir/shape.js';
import { sameFacet } from '../same-shape.js';
import type { Comparing } from './index.js';
import { shown } from './words.js';

/** Bounds, patterns, formats and whatever else constrains a value. */
export function facetChanges(comparing: Comparing, x: Shape, y: Shape): void {
  const { before, after } = comparing;
  const was = (x.facets ?? []).filter((facet) => !(y.facets ?? []).some((other) => sameFacet(facet, other, before, after)));
  const now = (y.facets ?? []).filter((facet) => !(x.facets ?? []).some((other) => sameFacet(other, facet, before, after)));
  for (const facet of now) {
    const old = was.find(({ keyword }) => keyword === facet.keyword);
    if (old) was.splice(was.indexOf(old), 1);
    comparing.add(y.path, old ? changed(old, facet) : `${said(facet)} is new`);
  }
  for (const facet of was) comparing.add(y.path, `${said(facet)} is gone`);
}

function said({ keyword, value, hint }: Facet): string {
  if (keyword === 'refine') return hint === undefined ? 'a check by code' : `a check by code (${hint.replace(/\.$/, '')})`;
  return `\`${keyword}\` ${shown(value)}`;
}

function changed(old: Facet, now: Facet): string {
  if (now.keyword === 'refine') return `${said(old)} is now ${said(now)}`;
  return `\`${now.keyword}\` was ${shown(old.value)} and is now ${shown(now.value)}`;
}
