import { isKnownFormat } from '../../finish/json-schema/formats.js';
import type { Facet, Shape } from '../../ir/shape.js';
import { sameFacet } from '../same-shape.js';
import type { Side } from '../side.js';
import { keepsBound, rangeOf, sizeBound } from './range.js';
import { isDemanded, leastItems, leastProperties, mostItems, mostProperties } from './sizes.js';

const ANNOTATIONS: ReadonlySet<string> = new Set(['contentEncoding', 'contentMediaType']);
/** Said of texts, and by each library in its own way: in characters or their halves, by its own reading of a format. */
const OF_TEXT: ReadonlySet<string> = new Set(['minLength', 'maxLength', 'pattern', 'format']);

/** Their values may be of several types, each of which has constraints of its own. */
const UNSETTLED: ReadonlySet<string> = new Set(['union', 'any', 'all', 'loose', 'ref', 'literal']);
const BY_CODE: ReadonlySet<string> = new Set(['format', 'pattern', 'refine']);

/** Whether whatever a shape of `a` admits keeps a constraint of `b`, as far as constraints tell. */
export function facetImplied(shape: Shape, asked: Facet, a: Side, b: Side): boolean {
  const facets = shape.facets ?? [];
  const { keyword, value } = asked;
  const { dialect } = b.source;
  if (dialect === 'json-schema' && ANNOTATIONS.has(keyword)) return true;
  const alike = a.source.dialect === dialect && a.source.madeBy === b.source.madeBy;
  const stated = () => alike && facets.some((facet) => sameFacet(facet, asked, a, b));
  if (UNSETTLED.has(shape.kind) && !BY_CODE.has(keyword)) return stated() || (shape.kind === 'any' && anyImplied(shape, asked));
  if (!alike && OF_TEXT.has(keyword)) return shape.kind !== 'string' && speaksOf(keyword) !== shape.kind;
  switch (keyword) {
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return shape.kind !== 'number' || keepsBound(rangeOf(facets, shape.integer), asked);
    case 'multipleOf':
      return shape.kind !== 'number' || isMultiple(shape, facets, value);
    case 'minLength':
      return shape.kind !== 'string' || sizeBound(facets, keyword, Math.max, 0) >= Number(value);
    case 'maxLength':
      return shape.kind !== 'string' || sizeBound(facets, keyword, Math.min, Number.POSITIVE_INFINITY) <= Number(value);
    case 'minItems':
      return leastItems(shape) >= Number(value);
    case 'maxItems':
      return mostItems(shape) <= Number(value);
    case 'uniqueItems':
      return mostItems(shape) <= 1 || facets.some((facet) => facet.keyword === keyword && facet.value === true);
    case 'minProperties':
      return leastProperties(shape) >= Number(value);
    case 'maxProperties':
      return mostProperties(shape) <= Number(value);
    case 'required':
      return Array.isArray(value) && value.every((key) => isDemanded(shape, key));
    case 'format':
    case 'pattern':
      if (dialect === 'json-schema' && keyword === 'format' && !isKnownFormat(String(value))) return true;
      // What code of Zod's checks is compared as code.
      return dialect === 'zod' && b.codeAt(withoutIndex(asked.path)) ? true : stated();
    case 'refine':
      return (
        b.codeAt(withoutIndex(asked.path)) !== undefined ||
        (asked.hint !== undefined && facets.some((facet) => sameFacet(facet, asked, a, b)))
      );
    default:
      return stated();
  }
}

/** Of a free-form object, only what it states itself is known. */
function anyImplied(shape: Shape, { keyword, value }: Facet): boolean {
  const facets = shape.facets ?? [];
  if (keyword === 'minProperties') return sizeBound(facets, keyword, Math.max, 0) >= Number(value);
  if (keyword === 'maxProperties') return sizeBound(facets, keyword, Math.min, Number.POSITIVE_INFINITY) <= Number(value);
  return keyword === 'required' && Array.isArray(value) && value.every((key) => isDemanded(shape, key));
}

/** Further constraints of one keyword stand under `allOf`, though the schema has none. */
export function withoutIndex(path: string): string {
  return path.replace(/\/allOf\/\d+$/, '');
}

function speaksOf(keyword: string): string {
  return keyword === 'format' ? 'number' : '';
}

function isMultiple(shape: Shape & { readonly kind: 'number' }, facets: readonly Facet[], of: unknown): boolean {
  if (typeof of !== 'number' || of <= 0) return false;
  const steps = facets.flatMap(({ keyword, value }) => (keyword === 'multipleOf' && typeof value === 'number' ? [value] : []));
  if (steps.includes(of)) return true;
  const { low, high } = rangeOf(facets, shape.integer);
  // Validators read longer numbers by their text.
  if (shape.integer && of === 1 && low > -1e21 && high < 1e21) return true;
  // Of fractions, divisions of numbers round and underflow.
  return shape.integer && Number.isSafeInteger(of) && steps.some((step) => Number.isSafeInteger(step) && step % of === 0);
}
