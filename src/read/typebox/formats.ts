import type { Facet, Shape } from '../../ir/shape.js';
import { libraryV0, libraryV1 } from './library.js';
import type { Version } from './recognise.js';

/** Formats of TypeBox 1.x that also take values which the RFC, as ajv-formats reads it, does not: `a@b`, `x:?y`. */
const WIDER = new Set(['email', 'uri']);

/** Whether TypeBox takes values of a format that the RFC does not, or the user says alone what it means. */
export function isWider(format: string, version: Version): boolean {
  // What is not registered with 0.34 is tested as JSON Schema tests it.
  if (version === 'v0') return libraryV0()?.FormatRegistry?.Has(format) ?? false;
  if (WIDER.has(format)) return true;
  const library = libraryV1();
  return library?.formats !== undefined && !library.ownFormats?.has(library.formats.Get(format));
}

/** Marks a stated format as wider than the RFC. */
export function withWider(shape: Shape, format: string): Shape {
  if (shape.kind === 'all') return { ...shape, parts: shape.parts.map((part) => withWider(part, format)) };
  if (shape.kind === 'loose' || shape.kind === 'union')
    return { ...shape, options: shape.options.map((option) => withWider(option, format)) };
  if (shape.kind !== 'string' || !shape.facets) return shape;
  return {
    ...shape,
    facets: shape.facets.map(
      (facet): Facet => (facet.keyword === 'format' && facet.value === format ? { ...facet, wider: true } : facet),
    ),
  };
}
