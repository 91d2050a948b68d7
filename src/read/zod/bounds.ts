import type { Facet } from '../../ir/shape.js';
import { addFacet } from './facets.js';

/** What the checks of a schema speak about; decides which of them have an exact JSON Schema keyword. */
export type Subject = 'string' | 'number' | 'list' | 'other';

/** The definition of a check on a size or a number. */
export type Bound =
  | { readonly check: 'less_than' | 'greater_than'; readonly value: number | bigint | Date; readonly inclusive: boolean }
  | { readonly check: 'multiple_of'; readonly value: number | bigint }
  | { readonly check: 'number_format' | 'bigint_format'; readonly format: string }
  | { readonly check: 'min_length' | 'min_size'; readonly minimum: number }
  | { readonly check: 'max_length' | 'max_size'; readonly maximum: number }
  | { readonly check: 'length_equals'; readonly length: number }
  | { readonly check: 'size_equals'; readonly size: number };

export interface Checks {
  readonly facets: Facet[];
  /** An integer format applies to the input itself. */
  integer: boolean;
  /** A bound of an integer format that no number a model writes will miss. */
  safe: boolean;
}

/** Adds the keyword that says the same as the check; returns false where there is none. */
export function readBound(check: Bound, path: string, subject: Subject, into: Checks): boolean {
  if (subject === 'number') return readNumberBound(check, path, into);
  if (subject === 'other') return false;
  const [minimum, maximum] = subject === 'string' ? ['minLength', 'maxLength'] : ['minItems', 'maxItems'];
  const { least, most } = sizes(check);
  if (least === undefined && most === undefined) return false;
  if (least !== undefined && least > 0) addFacet(into.facets, { keyword: minimum as string, value: least, path });
  if (most !== undefined) addFacet(into.facets, { keyword: maximum as string, value: most, path });
  return true;
}

function readNumberBound(check: Bound, path: string, into: Checks): boolean {
  switch (check.check) {
    case 'greater_than':
    case 'less_than': {
      const { value } = check;
      if (typeof value !== 'number' || Number.isNaN(value)) return false;
      const open = check.check === 'greater_than' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      if (value === open) return true;
      if (!Number.isFinite(value)) return false;
      const keyword = BOUNDS[check.check][check.inclusive ? 0 : 1];
      addFacet(into.facets, { keyword, value, path });
      return true;
    }
    case 'multiple_of': {
      const { value } = check;
      if (typeof value !== 'number' || !Number.isFinite(value) || value === 0) return false;
      addFacet(into.facets, { keyword: 'multipleOf', value: Math.abs(value), path });
      return true;
    }
    case 'number_format':
      return readNumberFormat(check.format, path, into);
    default:
      return false;
  }
}

const BOUNDS = { greater_than: ['minimum', 'exclusiveMinimum'], less_than: ['maximum', 'exclusiveMaximum'] } as const;
const RANGES: Readonly<Record<string, readonly [number, number]>> = { int32: [-2147483648, 2147483647], uint32: [0, 4294967295] };

function readNumberFormat(format: string, path: string, into: Checks): boolean {
  if (format === 'float64') return true;
  if (!format.includes('int')) return false;
  into.integer = true;
  const range = RANGES[format];
  if (!range) into.safe = true;
  else {
    addFacet(into.facets, { keyword: 'minimum', value: range[0], path });
    addFacet(into.facets, { keyword: 'maximum', value: range[1], path });
  }
  return true;
}

/** The least and the most items or characters that a check lets through. */
export function sizes(check: Bound): { readonly least?: number; readonly most?: number } {
  switch (check.check) {
    case 'min_length':
    case 'min_size':
      return { least: check.minimum };
    case 'max_length':
    case 'max_size':
      return { most: check.maximum };
    case 'length_equals':
      return { least: check.length, most: check.length };
    case 'size_equals':
      return { least: check.size, most: check.size };
    default:
      return {};
  }
}
