import type { Facet, Shape } from '../../ir/shape.js';
import { libraryV0, libraryV1 } from './library.js';
import type { Version } from './recognise.js';

/** Formats of TypeBox 1.x that also take values which the RFC, as ajv-formats reads it, does not: `a@b`, `x:?y`. */
const WIDER = new Set(['email', 'uri']);

/** Marks a stated format whose values, as TypeBox tests it, go beyond the RFC or are the user's own affair. */
export function withFormat(shape: Shape, format: string, version: Version): Shape {
  return isWider(format, version) ? mark(shape, format) : shape;
}

function isWider(format: string, version: Version): boolean {
  // What is not registered with 0.34 is tested as JSON Schema tests it.
  if (version === 'v0') return libraryV0()?.FormatRegistry?.Has(format) ?? false;
  if (WIDER.has(format)) return true;
  const formats = libraryV1()?.formats;
  return formats !== undefined && !Object.values<unknown>(formats).includes(formats.Get(format));
}

function mark(shape: Shape, format: string): Shape {
  if (shape.kind === 'all') return { ...shape, parts: shape.parts.map((part) => mark(part, format)) };
  if (shape.kind === 'loose' || shape.kind === 'union') return { ...shape, options: shape.options.map((option) => mark(option, format)) };
  if (shape.kind !== 'string' || !shape.facets) return shape;
  return { ...shape, facets: shape.facets.map((facet): Facet => (facet.keyword === 'format' && facet.value === format ? { ...facet, wider: true } : facet)) };
}
