/** Patterns, each with strings that match it. */
export const PATTERNS: readonly (readonly [string, readonly [string, ...string[]]])[] = [
  ['^a', ['a', 'ab', 'alpha']],
  ['^[a-z]+$', ['a', 'abc', 'zebra']],
  ['\\d{3}', ['123', 'x4567', '000']],
  ['^x-', ['x-', 'x-y', 'x-1']],
  ['^(?=.*[A-Z]).*$', ['A', 'aBc', 'Zz']],
  ['^\\p{Lu}', ['Ä', 'B', 'Éa']],
  ['(a|b)c', ['ac', 'bc', 'xbcx']],
  ['^(ab)\\1$', ['abab']],
  ['\\bword\\b', ['word', 'a word here']],
  ['^.{2,5}$', ['ab', 'abcde', '😀a']],
  ['^[^/]*$', ['', 'a', 'b c']],
  ['^\\$[0-9]+\\.[0-9]{2}$', ['$1.00', '$23.45']],
  ['^v?\\d+(\\.\\d+)*$', ['1', 'v1.2', '10.20.30']],
  ['^.*$', ['', 'anything', 'a b']],
];

/** Formats, each with strings that satisfy it. */
export const FORMATS: readonly (readonly [string, readonly [string, ...string[]]])[] = [
  ['date-time', ['2024-02-29T12:00:00Z', '2024-01-01T00:00:00.123+02:00', '1990-12-31T23:59:60Z']],
  ['date', ['2024-02-29', '1999-12-31']],
  ['time', ['12:00:00Z', '08:30:00.5+01:00']],
  ['duration', ['P1D', 'PT1H30M', 'P2W']],
  ['email', ['a@b.co', 'first.last@example.org']],
  ['hostname', ['example.com', 'localhost']],
  ['uri', ['https://example.com/a?b=c#d', 'urn:isbn:0451450523']],
  ['ipv4', ['127.0.0.1', '255.255.255.255']],
  ['ipv6', ['::1', '2001:db8::8a2e:370:7334']],
  ['uuid', ['123e4567-e89b-12d3-a456-426614174000']],
  ['uri-reference', ['/a/b', '#frag', 'https://x.y']],
  ['uri-template', ['/users/{id}', 'plain']],
  ['json-pointer', ['', '/a/b', '/a~1b']],
  ['regex', ['^a+$', '[0-9]']],
  ['idn-email', ['ä@ö.de']],
  ['phone', ['+49 30 1234', 'whatever']],
  ['byte', ['aGk=', '']],
  ['int32', ['5']],
];

/** Strings that a compiler or a codec may trip over. */
export const TEXTS = ['', 'a', 'B', 'abc', 'red', 'RED', 'true', 'null', '1', '-0', '{"a":1}', '[1]', '"', '\\', 'a/b~c', 'é😀', '\u2028', ' a ', '__proto__', 'x'.repeat(40)] as const; // biome-ignore format: a list of words

export const KEYS = ['k', 'a', 'b', 'id', 'name', 'key', 'value', '1', '01', 'a b/ñ', '__proto__', 'constructor', 'x-y', 'entries', '', 'zebra'] as const; // biome-ignore format: a list of words
