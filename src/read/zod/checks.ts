import type { Facet } from '../../ir/shape.js';
import { type FormatCheck, formatFacets, formatWords, refine } from './formats.js';

/** What the checks of a schema speak about; decides which of them have an exact JSON Schema keyword. */
export type Subject = 'string' | 'number' | 'list' | 'other';

interface Checked {
  readonly check?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[] | undefined;
}

type Check =
  | FormatCheck
  | { readonly check: 'less_than' | 'greater_than'; readonly value: number | bigint | Date; readonly inclusive: boolean }
  | { readonly check: 'multiple_of'; readonly value: number | bigint }
  | { readonly check: 'number_format' | 'bigint_format'; readonly format: string }
  | { readonly check: 'min_length' | 'min_size'; readonly minimum: number }
  | { readonly check: 'max_length' | 'max_size'; readonly maximum: number }
  | { readonly check: 'length_equals'; readonly length: number }
  | { readonly check: 'size_equals'; readonly size: number }
  | { readonly check: 'custom'; readonly fn?: unknown; readonly error?: unknown }
  | { readonly check: 'overwrite' | 'describe' | 'meta' };

export interface Checks {
  readonly facets: Facet[];
  /** An integer format applies to the input itself. */
  integer: boolean;
  /** A bound of an integer format that no number a model writes will miss. */
  safe: boolean;
}

/**
 * The facets of a schema's checks. A check that follows one which may replace the value (`trim`, `url`, a custom check)
 * speaks about the new value: it bears on the input in words only, never as a keyword.
 */
export function readChecks(def: Checked, path: string, subject: Subject): Checks {
  const into: Checks = { facets: [], integer: false, safe: false };
  let changed = false;
  if (def.check !== undefined) changed = readCheck(def as Check, path, subject, false, into);
  if (def.checks)
    for (const { _zod } of def.checks) changed = readCheck(_zod.def as Check, path, subject, changed, into) || changed;
  return into;
}

/** Returns whether the value may be another one afterwards. */
function readCheck(check: Check, path: string, subject: Subject, changed: boolean, into: Checks): boolean {
  switch (check.check) {
    case 'describe':
    case 'meta':
      return false;
    case 'overwrite':
      return true;
    case 'custom':
      into.facets.push(refine(path, messageOf(check.error)));
      return check.fn === undefined;
    case 'string_format':
      if (subject === 'string' && !changed) for (const facet of formatFacets(check, path)) add(into.facets, facet);
      else into.facets.push(refine(path, formatWords(check)));
      return check.format === 'url';
    default:
      if (changed || !readBound(check, path, subject, into)) into.facets.push(refine(path, boundWords(check, subject)));
      return false;
  }
}

type Bound = Exclude<Check, FormatCheck | { readonly check: 'custom' | 'overwrite' | 'describe' | 'meta' }>;

function readBound(check: Bound, path: string, subject: Subject, into: Checks): boolean {
  if (subject === 'number') return readNumberBound(check, path, into);
  if (subject === 'other') return false;
  const [minimum, maximum] = subject === 'string' ? ['minLength', 'maxLength'] : ['minItems', 'maxItems'];
  const { least, most } = sizes(check);
  if (least === undefined && most === undefined) return false;
  if (least !== undefined && least > 0) add(into.facets, { keyword: minimum as string, value: least, path });
  if (most !== undefined) add(into.facets, { keyword: maximum as string, value: most, path });
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
      add(into.facets, { keyword, value, path });
      return true;
    }
    case 'multiple_of': {
      const { value } = check;
      if (typeof value !== 'number' || !Number.isFinite(value) || value === 0) return false;
      add(into.facets, { keyword: 'multipleOf', value: Math.abs(value), path });
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
    add(into.facets, { keyword: 'minimum', value: range[0], path });
    add(into.facets, { keyword: 'maximum', value: range[1], path });
  }
  return true;
}

const LOWER: ReadonlySet<string> = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems']);
const UPPER: ReadonlySet<string> = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems']);

/** Of two bounds the tighter one stays; what JSON Schema can say only once a node moves under `allOf`. */
function add(facets: Facet[], facet: Facet): void {
  const index = facet.keyword === 'refine' ? -1 : facets.findIndex((other) => other.keyword === facet.keyword);
  const other = facets[index];
  if (other === undefined) facets.push(facet);
  else if (LOWER.has(facet.keyword)) {
    if ((facet.value as number) > (other.value as number)) facets[index] = facet;
  } else if (UPPER.has(facet.keyword)) {
    if ((facet.value as number) < (other.value as number)) facets[index] = facet;
  } else {
    const further = facets.filter((item) => item.path !== facet.path).length;
    facets.push({ ...facet, path: `${facet.path}/allOf/${further}` });
  }
}

function sizes(check: Bound): { readonly least?: number; readonly most?: number } {
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

function boundWords(check: Bound, subject: Subject): string | undefined {
  switch (check.check) {
    case 'greater_than':
      return `${check.value instanceof Date ? (check.inclusive ? 'On or after' : 'After') : check.inclusive ? 'At least' : 'More than'} ${said(check.value)}.`;
    case 'less_than':
      return `${check.value instanceof Date ? (check.inclusive ? 'On or before' : 'Before') : check.inclusive ? 'At most' : 'Less than'} ${said(check.value)}.`;
    case 'multiple_of':
      return `A multiple of ${said(check.value)}.`;
    case 'number_format':
      return check.format.includes('int') ? 'A whole number.' : undefined;
    case 'bigint_format':
      return check.format === 'uint64'
        ? 'Between 0 and 18446744073709551615.'
        : 'Between -9223372036854775808 and 9223372036854775807.';
    default:
      return sizeWords(check, subject);
  }
}

function sizeWords(check: Bound, subject: Subject): string | undefined {
  const { least, most } = sizes(check);
  const unit = subject === 'string' ? 'character' : 'item';
  if (least !== undefined && least === most) return `Exactly ${count(least, unit)}.`;
  if (least !== undefined) return `At least ${count(least, unit)}.`;
  return most === undefined ? undefined : `At most ${count(most, unit)}.`;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function said(value: number | bigint | Date): string {
  if (!(value instanceof Date)) return String(value);
  return Number.isNaN(value.getTime()) ? 'an invalid date' : value.toISOString();
}

/** The user's message, if it is a constant: Zod wraps a string into a function of no parameters. */
function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'function' || error.length > 0) return undefined;
  try {
    const message: unknown = error();
    if (typeof message !== 'string' || message.trim() === '') return undefined;
    const text = message.trim();
    return /[.!?]$/.test(text) ? text : `${text}.`;
  } catch {
    return undefined;
  }
}
