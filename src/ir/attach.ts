import type { Facet, Loss, Notes, Shape } from './shape.js';

/** The shape with the provenance, facets, notes and losses of another one that was merged into it; own notes win. */
export function attach(shape: Shape, from: Shape): Shape {
  const also = joinPaths(shape, from);
  const facets = joinFacets(shape.facets, from.facets);
  const notes = joinNotes(shape.notes, from.notes);
  const losses = join(shape.losses, from.losses);
  if (also === shape.also && facets === shape.facets && notes === shape.notes && losses === shape.losses) return shape;
  return { ...shape, ...(also && { also }), ...(facets && { facets }), ...(notes && { notes }), ...(losses && { losses }) };
}

export function withLoss(shape: Shape, loss: Loss): Shape {
  return { ...shape, losses: [...(shape.losses ?? []), loss] };
}

/** Whether the library itself puts a value in the place of an absent one. */
export function fillsIn({ keyword }: Loss): boolean {
  return keyword === 'default' || keyword === 'catch';
}

/** Keyword of the loss of a property that an own `undefined` does not leave absent. */
export const HELD = 'undefined';

/** Whether `undefined` in the place of an optional property means something else than its absence. */
export function isHeld(shape: Shape): boolean {
  if (shape.losses?.some(({ keyword }) => keyword === HELD)) return true;
  return shape.kind === 'union' && shape.options.some(isHeld);
}

export function withFacet(shape: Shape, facet: Facet): Shape {
  return { ...shape, facets: [...(shape.facets ?? []), facet] };
}

/** More places than this stand behind one node only where references are chained by the thousand. */
const MOST_PLACES = 500;

function joinPaths(a: Shape, b: Shape): readonly string[] | undefined {
  if ((a.path === b.path && !b.also) || (a.also?.length ?? 0) > MOST_PLACES) return a.also;
  const own = new Set(a.also);
  if (b.path !== a.path) own.add(b.path);
  for (const path of b.also?.slice(0, MOST_PLACES) ?? []) if (path !== a.path) own.add(path);
  return own.size === (a.also?.length ?? 0) ? a.also : [...own];
}

function joinFacets(a: readonly Facet[] | undefined, b: readonly Facet[] | undefined): readonly Facet[] | undefined {
  if (!b || b.length === 0) return a;
  if (!a || a.length === 0) return b;
  const fresh = b.filter((facet) => !a.includes(facet));
  return fresh.length > 0 ? [...a, ...fresh] : a;
}

function join<Item>(a: readonly Item[] | undefined, b: readonly Item[] | undefined): readonly Item[] | undefined {
  if (!b || b.length === 0) return a;
  return a && a.length > 0 ? [...a, ...b.filter((item) => !a.includes(item))] : b;
}

function joinNotes(a: Notes | undefined, b: Notes | undefined): Notes | undefined {
  if (!b || a === b) return a;
  return a ? { ...b, ...a } : b;
}
