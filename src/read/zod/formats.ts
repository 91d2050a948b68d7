import type { Facet } from '../../ir/shape.js';

/** The definition of a string format check, as far as the formats differ. */
export interface FormatCheck {
  readonly check: 'string_format';
  readonly format: string;
  readonly pattern?: RegExp;
  readonly fn?: unknown;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly includes?: string;
  readonly position?: number;
  readonly version?: string;
  readonly precision?: number | null;
  readonly offset?: boolean;
  readonly local?: boolean;
  readonly alg?: string;
  readonly hostname?: RegExp;
  readonly protocol?: RegExp;
}

interface Row {
  readonly hint: string;
  /** The JSON Schema format that every value has (`exact`), or that some values lack. */
  readonly format?: string;
  readonly exact?: true;
  /** Zod's own regular expression is short enough to be of use to others. */
  readonly pattern?: true;
}

/** How Zod's formats relate to those of JSON Schema, as ajv-formats reads them in full mode; measured in the tests. */
const FORMATS: Readonly<Record<string, Row>> = {
  email: { format: 'email', hint: 'An email address.' },
  url: { format: 'uri', hint: 'A full URL.' },
  uuid: { format: 'uuid', exact: true, hint: 'A UUID.' },
  guid: { format: 'uuid', exact: true, hint: 'A UUID.' },
  date: { format: 'date', exact: true, hint: 'A date, such as 2025-06-30.' },
  datetime: { format: 'date-time', hint: 'A date and time, such as 2025-06-30T14:30:00Z.' },
  time: { pattern: true, hint: 'Time of day without offset, such as 14:30:00.' },
  duration: { format: 'duration', hint: 'An ISO 8601 duration, such as P3DT4H.' },
  ipv4: { format: 'ipv4', exact: true, hint: 'An IPv4 address.' },
  ipv6: { format: 'ipv6', exact: true, hint: 'An IPv6 address.' },
  hostname: { format: 'hostname', hint: 'A host name.' },
  cidrv4: { hint: 'An IPv4 address block, such as 192.168.0.0/16.' },
  cidrv6: { hint: 'An IPv6 address block, such as 2001:db8::/32.' },
  mac: { pattern: true, hint: 'A MAC address.' },
  emoji: { hint: 'Emoji and nothing else.' },
  nanoid: { pattern: true, hint: 'A nanoid.' },
  cuid: { pattern: true, hint: 'A CUID.' },
  cuid2: { pattern: true, hint: 'A CUID2.' },
  ulid: { pattern: true, hint: 'A ULID.' },
  xid: { pattern: true, hint: 'An XID.' },
  ksuid: { pattern: true, hint: 'A KSUID.' },
  base64: { pattern: true, hint: 'Base64 text.' },
  base64url: { pattern: true, hint: 'URL-safe Base64 text without padding.' },
  e164: { pattern: true, hint: 'A phone number in E.164 form, such as +14155552671.' },
  jwt: { hint: 'A JSON Web Token.' },
  credit_card: { pattern: true, hint: 'A credit card number with a valid check digit.' },
  iban: { pattern: true, hint: 'An IBAN without spaces, with valid check digits.' },
  currency_code: { hint: 'A three-letter ISO 4217 currency code, such as EUR.' },
  hex: { pattern: true, hint: 'Hexadecimal digits.' },
  lowercase: { pattern: true, hint: 'No capital letters.' },
  uppercase: { pattern: true, hint: 'No small letters.' },
};

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

function rowOf(check: FormatCheck): Row | undefined {
  if (Object.hasOwn(FORMATS, check.format)) {
    // A format of the user's own making may bear any name; only Zod's come with a regular expression and a name of this list.
    if (check.fn === undefined || (check.pattern && BUILT_IN.has(check.format))) return FORMATS[check.format];
    return undefined;
  }
  const hash = /^(md5|sha1|sha256|sha384|sha512)_(hex|base64|base64url)$/.exec(check.format);
  if (!hash || !check.pattern) return undefined;
  return {
    pattern: true,
    hint: `A ${(hash[1] as string).toUpperCase()} hash in ${hash[2] === 'hex' ? 'hexadecimal' : hash[2]}.`,
  };
}

function isCustom(check: FormatCheck): boolean {
  const known = KNOWN[check.format];
  return known !== undefined && check.pattern !== undefined && !known.includes(check.pattern.source);
}

const BUILT_IN: ReadonlySet<string> = new Set(['hostname', 'hex', 'currency_code']);

const OPTIONAL_SECONDS = '(?::[0-5]\\d';
const HOSTNAME =
  '^(?=.{1,253}\\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\\.?$';
/** Zod's own regular expressions, now and in earlier releases, for the formats that take the user's instead. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  email: [
    "^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
    "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
  ],
  hostname: [HOSTNAME, '^([a-zA-Z0-9-]+\\.)*[a-zA-Z0-9-]+$'],
};
const SAMPLES: Readonly<Record<string, string>> = { email: 'ada@example.com', hostname: 'example.com' };

function formatFacet(value: string, exact: boolean, path: string): Facet {
  return exact ? { keyword: 'format', value, path } : { keyword: 'format', value, path, wider: true };
}

export function patternFacet(pattern: RegExp, path: string, words?: string): Facet {
  const flags = pattern.flags === '' ? '' : pattern.flags.replace(/[dgu]/g, '');
  return { keyword: 'pattern', value: pattern.source, path, ...(flags !== '' && { flags }), ...hint(words) };
}

export function refine(path: string, words: string | undefined): Facet {
  return { keyword: 'refine', value: true, path, ...hint(words) };
}

function hint(words: string | undefined): { readonly hint?: string } {
  return words === undefined ? {} : { hint: words };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
