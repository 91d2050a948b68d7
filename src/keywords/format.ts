import type { Keyword } from './keyword.js';

/** Formats in words, and what they look like where the format's own definition fixes that. */
const FORMATS: Readonly<Record<string, readonly [words: string, like?: string]>> = {
  'date-time': ['date and time', '2026-01-31T14:30:00Z'],
  date: ['date', '2026-01-31'],
  time: ['time of day', '14:30:00Z'],
  'iso-date-time': ['date and time', '2026-01-31T14:30:00'],
  'iso-time': ['time of day', '14:30:00'],
  duration: ['ISO 8601 duration', 'P1DT12H'],
  email: ['e-mail address'],
  'idn-email': ['e-mail address'],
  hostname: ['host name'],
  'idn-hostname': ['host name'],
  ipv4: ['IPv4 address'],
  ipv6: ['IPv6 address'],
  cidrv4: ['IPv4 range in CIDR notation', '10.0.0.0/8'],
  cidrv6: ['IPv6 range in CIDR notation', '2001:db8::/32'],
  mac: ['MAC address'],
  uri: ['absolute URI, scheme included'],
  url: ['absolute URL, scheme included'],
  'uri-reference': ['URI or relative reference'],
  'uri-template': ['URI template (RFC 6570)'],
  iri: ['absolute IRI, scheme included'],
  'iri-reference': ['IRI or relative reference'],
  uuid: ['UUID'],
  guid: ['GUID'],
  ulid: ['ULID'],
  cuid: ['CUID'],
  cuid2: ['CUID2'],
  nanoid: ['Nano ID'],
  ksuid: ['KSUID'],
  xid: ['XID'],
  'json-pointer': ['JSON Pointer', '/a/0'],
  'relative-json-pointer': ['relative JSON Pointer', '1/a'],
  'json-pointer-uri-fragment': ['JSON Pointer as URI fragment', '#/a/0'],
  'json-string': ['JSON text'],
  regex: ['regular expression'],
  e164: ['phone number in E.164 form', '+14155550123'],
  phone: ['phone number'],
  base64: ['base64'],
  base64url: ['base64url'],
  byte: ['base64'],
  binary: ['binary data'],
  password: ['password'],
  jwt: ['JSON Web Token'],
  emoji: ['emoji'],
  int32: ['32-bit whole number'],
  int64: ['64-bit whole number'],
  uint32: ['unsigned 32-bit whole number'],
  uint64: ['unsigned 64-bit whole number'],
  float: ['floating-point number'],
  double: ['floating-point number'],
  decimal: ['decimal number'],
};

export const format: Keyword = {
  name: 'format',
  on: 'any',
  hint({ value, wider }) {
    if (typeof value !== 'string') return undefined;
    const known = Object.hasOwn(FORMATS, value) ? FORMATS[value] : undefined;
    if (known === undefined) return /^[\w.+-]{1,40}$/.test(value) ? `Format: ${value}.` : undefined;
    const [words, like] = known;
    // An example of the format proper may be one that a source of its own mind rejects.
    return like === undefined || wider ? `Format: ${words}.` : `Format: ${words}, such as ${like}.`;
  },
};

/** Whether the words for a format tell enough that a long expression beside it need not be told too. */
export function wordsFor(name: unknown): boolean {
  return typeof name === 'string' && Object.hasOwn(FORMATS, name);
}
