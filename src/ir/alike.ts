import { isJson, type Json } from './json.js';
import type { Facet, Notes, Shape } from './shape.js';

/**
 * A text that shapes share which a value of one list can have: scalars, and lists and unions of such, that say the same but for
 * their names and descriptions. Undefined for all others: those that lose something among them, since who lost it must stay known.
 */
export function likeness(shape: Shape): string | undefined {
  const { title: _t, description: _d, pins: _p, ...said } = shape.notes ?? ({} as Notes);
  const found = Object.keys(said).length > 0 ? undefined : partOf({ ...shape, notes: {} });
  return found === undefined ? undefined : JSON.stringify(found);
}

function partOf(shape: Shape): Json | undefined {
  const { notes = {}, losses = [], facets = [], checked = [] } = shape;
  const { pins: _pins, ...words } = notes;
  const inner = innerOf(shape);
  if (inner === undefined || losses.length > 0 || ![...facets, ...checked].every(({ value }) => isJson(value))) return undefined;
  return [shape.kind, inner, words as Json, facets.map(said), checked.map(said)];
}

function innerOf(shape: Shape): Json | undefined {
  switch (shape.kind) {
    case 'null':
    case 'boolean':
    case 'string':
      return null;
    case 'number':
      return shape.integer;
    case 'literal':
      return shape.values as Json;
    case 'array':
      return shape.prefix.length > 0 ? undefined : partOf(shape.items);
    case 'union': {
      const parts = shape.options.map(partOf);
      return parts.includes(undefined) ? undefined : (parts as Json[]);
    }
    default:
      return undefined;
  }
}

function said({ keyword, value, flags = '', hint = '', wider }: Facet): Json {
  return [keyword, value as Json, flags, hint, wider === true];
}

/** One shape for several alike ones: it stands for the source nodes of all of them. */
export function mergeAlike(shapes: readonly Shape[]): Shape {
  const first = shapes[0] as Shape;
  const also = [...new Set(shapes.flatMap(({ path, also = [] }) => [path, ...also]))].filter((path) => path !== first.path);
  const merged: Shape = {
    ...first,
    ...(first.facets && { facets: mergeFacets(shapes.map(({ facets = [] }) => facets)) }),
    ...(first.checked && { checked: mergeFacets(shapes.map(({ checked = [] }) => checked)) }),
    ...(also.length > 0 && { also }),
  };
  const inner = <Part>(part: (shape: typeof merged) => Part) => shapes.map((shape) => part(shape as typeof merged));
  if (merged.kind === 'array') return { ...merged, items: mergeAlike(inner((shape) => (shape as typeof merged).items)) };
  if (merged.kind !== 'union') return merged;
  return {
    ...merged,
    options: merged.options.map((_, index) => mergeAlike(inner((shape) => (shape as typeof merged).options[index] as Shape))),
  };
}

function mergeFacets([first = [], ...others]: readonly (readonly Facet[])[]): readonly Facet[] {
  return first.map((facet, index) => ({
    ...facet,
    also: [...(facet.also ?? []), ...others.flatMap((facets) => facets[index]?.path ?? [])],
  }));
}
