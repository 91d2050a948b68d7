import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wireFormatAdmits } from '../../src/answer/wire-formats.js';
import { formatAdmits } from '../../src/keywords/formats.js';
import { claude } from '../../src/targets/index.js';
import '../support/seed.js';

const two = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
const four = fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, '0'));
const date = fc
  .tuple(four, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const zone = fc.oneof(
  fc.constantFrom('Z', 'z', '', '+', '-00', '+05', '-0530'),
  fc.tuple(fc.constantFrom('+', '-'), two, two).map(([sign, hour, minute]) => `${sign}${hour}:${minute}`),
);
const time = fc.oneof(
  fc
    .tuple(two, two, two, fc.constantFrom('', '.5', '.'), zone)
    .map(([hour, minute, second, rest, offset]) => `${hour}:${minute}:${second}${rest}${offset}`),
  fc.tuple(fc.constantFrom('23:59:60', '22:59:60', '00:29:60', '23:59:61'), zone).map(([clock, offset]) => clock + offset),
);
const near = (alphabet: string, maxLength = 40) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength });
const group = near('0123456789abcdefABCDEFg', 5);
const byte = fc.integer({ min: 0, max: 300 }).map(String);
const v4 = fc.oneof(
  fc.tuple(byte, byte, byte, byte).map((parts) => parts.join('.')),
  near('012345.', 16),
);
const v6 = fc.oneof(
  fc
    .tuple(fc.array(group, { maxLength: 9 }), fc.array(group, { maxLength: 5 }), fc.boolean())
    .map(([left, right, gap]) => `${left.join(':')}${gap ? '::' : ':'}${right.join(':')}`),
  fc
    .tuple(fc.array(fc.constantFrom('0', 'ff', '1234'), { maxLength: 8 }), v4, fc.constantFrom('::', ':'))
    .map(([left, tail, gap]) => left.join(':') + gap + tail),
  near(':1f.', 24),
);
const uri = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('http', 'a+b.c-d', '1x', ''),
      fc.constantFrom('://', ':', ':/', '//'),
      fc.oneof(
        near('ab-._~%41@:', 12),
        v4,
        v6.map((text) => `[${text}]`),
        fc.constantFrom('[v1.a:b]', '[v.a]'),
      ),
      near('/a%20b?#@:[]é ', 16),
    )
    .map((parts) => parts.join('')),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
);

const texts = fc.oneof(
  date,
  time,
  fc.tuple(date, fc.constantFrom('T', 't', ' ', 'TT', '\n'), time).map((parts) => parts.join('')),
  near('PTYMDHSW0123456789', 16),
  fc.tuple(near('aB1.!+-@', 12), fc.constantFrom('@', '', '@@'), near('aB1.-', 20)).map((parts) => parts.join('')),
  fc.emailAddress(),
  near('aB1.-', 70),
  v4,
  v6,
  uri,
  fc.uuid(),
  fc.uuid().map((text) => `urn:uuid:${text.toUpperCase()}`),
  near('0123456789abcdef-', 38),
  fc.string({ unit: 'binary' }),
);

describe('the formats of the wire', () => {
  test('are all that the target takes', () => {
    for (const name of claude.formats.value) expect(wireFormatAdmits(name, '\u0000'), name).toBe(false);
  });

  for (const name of claude.formats.value)
    test(`${name} is what ajv-formats says`, () => {
      fc.assert(
        fc.property(texts, (text) => wireFormatAdmits(name, text) === formatAdmits(name, text)),
        { numRuns: 5000 },
      );
    });

  test('a format of no target admits anything', () => {
    expect(wireFormatAdmits('iri', '\u0000')).toBe(true);
    expect(wireFormatAdmits('toString', 'x')).toBe(true);
  });
});
