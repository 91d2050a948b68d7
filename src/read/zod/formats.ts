import type { Facet } from '../../ir/shape.js';
import { escaped, formatFacet, hint, patternFacet, refine } from './facets.js';
import { type FormatCheck, HOSTNAME, isCustom, type Row, rowOf, SAMPLES } from './format-table.js';

/** A sentence for the model that says what the format asks for. */
export function formatWords(check: FormatCheck): string | undefined {
  switch (check.format) {
    case 'regex':
      return check.pattern && check.pattern.source.length <= 80 ? `Matches the pattern ${check.pattern.source}.` : undefined;
    case 'starts_with':
      return `Starts with ${JSON.stringify(check.prefix)}.`;
    case 'ends_with':
      return `Ends with ${JSON.stringify(check.suffix)}.`;
    case 'includes':
      return `Contains ${JSON.stringify(check.includes)}.`;
    default:
      return rowOf(check)?.hint ?? (check.fn === undefined ? undefined : `Has the format ${JSON.stringify(check.format)}.`);
  }
}

/** The facets that every string which passes the check has. */
export function formatFacets(check: FormatCheck, path: string): Facet[] {
  switch (check.format) {
    case 'regex':
      return check.pattern ? [patternFacet(check.pattern, path)] : [refine(path, undefined)];
    case 'starts_with':
      return [{ keyword: 'pattern', value: `^${escaped(check.prefix ?? '')}`, path, ...hint(formatWords(check)) }];
    case 'ends_with':
      return [{ keyword: 'pattern', value: `${escaped(check.suffix ?? '')}$`, path, ...hint(formatWords(check)) }];
    case 'includes':
      return includes(check, path);
    default:
      return named(check, path);
  }
}

function includes(check: FormatCheck, path: string): Facet[] {
  const found: Facet = { keyword: 'pattern', value: escaped(check.includes ?? ''), path, ...hint(formatWords(check)) };
  return check.position
    ? [found, refine(path, `Contains ${JSON.stringify(check.includes)} at position ${check.position} or later.`)]
    : [found];
}

function named(check: FormatCheck, path: string): Facet[] {
  const row = rowOf(check);
  const { pattern } = check;
  if (row === undefined) return pattern ? [patternFacet(pattern, path, formatWords(check))] : [refine(path, formatWords(check))];
  if (isCustom(check)) return custom(check as FormatCheck & { pattern: RegExp }, row, path);
  if (row.format === undefined) return [row.pattern && pattern ? patternFacet(pattern, path, row.hint) : refine(path, row.hint)];
  if (check.format === 'datetime') return dateTime(check, row, path);
  const exact = row.exact || (check.format === 'hostname' && pattern?.source === HOSTNAME);
  return [formatFacet(row.format, exact === true, path), ...particulars(check, path)];
}

/** What the user's schema asks for beyond its format, in words. */
function particulars(check: FormatCheck, path: string): Facet[] {
  if (check.version) return [refine(path, `A version ${check.version.slice(1)} UUID.`)];
  if (check.format !== 'url') return [];
  const facets: Facet[] = [];
  if (check.protocol)
    facets.push(
      refine(
        path,
        check.protocol.source === '^https?$'
          ? 'Starts with http:// or https://.'
          : `The protocol matches ${check.protocol.source}.`,
      ),
    );
  if (check.hostname)
    facets.push(refine(path, check.hostname.source.length <= 60 ? `The host name matches ${check.hostname.source}.` : undefined));
  return facets;
}

/** Where seconds are optional, in earlier releases with an offset as well. */
const OPTIONAL_SECONDS = '(?::[0-5]\\d';

function dateTime(check: FormatCheck, row: Row, path: string): Facet[] {
  const { precision, local, offset } = check;
  if (precision === -1) return [refine(path, 'A date and time without seconds, such as 2025-06-30T14:30Z.')];
  const wider = local === true || check.pattern?.source.includes(OPTIONAL_SECONDS);
  const facets = [formatFacet(row.format as string, !wider, path)];
  if (!offset) facets.push(refine(path, local ? 'In UTC, ending in Z, or without any offset.' : 'In UTC, ending in Z.'));
  if (typeof precision === 'number')
    facets.push(refine(path, precision === 0 ? 'Whole seconds.' : `Seconds with exactly ${precision} decimals.`));
  return facets;
}

/** The user's own regular expression under the name of a format: the format may be said only if it meets the expression at all. */
function custom(check: FormatCheck & { readonly pattern: RegExp }, row: Row, path: string): Facet[] {
  const sample = SAMPLES[check.format];
  const own = patternFacet(check.pattern, path, row.hint);
  check.pattern.lastIndex = 0;
  return row.format !== undefined && sample !== undefined && check.pattern.test(sample)
    ? [formatFacet(row.format, false, path), own]
    : [own];
}
