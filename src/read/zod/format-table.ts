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

export interface Row {
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

/** What is known of the format; nothing of those that the user made. */
export function rowOf(check: FormatCheck): Row | undefined {
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

/** Whether the user put a regular expression of their own in the place of Zod's. */
export function isCustom(check: FormatCheck): boolean {
  const known = KNOWN[check.format];
  return known !== undefined && check.pattern !== undefined && !known.includes(check.pattern.source);
}

const BUILT_IN: ReadonlySet<string> = new Set(['hostname', 'hex', 'currency_code']);

/** The regular expression of Zod that reads host names as RFC 1123 does. */
export const HOSTNAME =
  '^(?=.{1,253}\\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\\.?$';
/** Zod's own regular expressions, now and in earlier releases, for the formats that take the user's instead. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  email: [
    "^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
    "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
  ],
  hostname: [HOSTNAME, '^([a-zA-Z0-9-]+\\.)*[a-zA-Z0-9-]+$'],
};
/** A text that has the format, to try the user's expression with. */
export const SAMPLES: Readonly<Record<string, string>> = { email: 'ada@example.com', hostname: 'example.com' };
