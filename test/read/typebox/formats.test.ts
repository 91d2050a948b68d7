import { fullFormats } from 'ajv-formats/dist/formats.js';
import fc from 'fast-check';
import { Type } from 'typebox';
import { Format } from 'typebox/format';
import { afterEach, expect, test } from 'vitest';
import { read } from './reading.js';
import '../../support/seed.js';

/** Values around the borders of each format that targets take; mutated below. */
const SEEDS: Readonly<Record<string, readonly string[]>> = {
  'date-time': [
    '2020-01-01T00:00:00Z',
    '2020-01-01t00:00:00z',
    '2020-01-01 00:00:00Z',
    '2020-01-01T00:00:00.123-01:30',
    '2016-12-31T23:59:60Z',
    '2020-02-30T00:00:00Z',
  ],
  date: ['2020-01-01', '2020-02-30', '0000-01-01', '1900-02-29'],
  time: ['00:00:00Z', '00:00:00', '23:59:60Z', '12:00:00+01:00', '12:00:00.5Z', '24:00:00Z'],
  duration: ['P1Y', 'PT1S', 'P1W', 'P1Y1W', 'P', 'PT', 'P1DT1H', 'P1.5D', 'P1YT'],
  email: ['a@b.de', 'a@b', '"a b"@c.de', 'a..b@c.de', 'a@[127.0.0.1]', 'a@-b.de'],
  hostname: ['a.de', 'localhost', '-a.de', 'a_b.de', 'a.de.', 'xn--4ca.de'],
  ipv4: ['1.2.3.4', '256.1.1.1', '01.2.3.4', '1.2.3'],
  ipv6: ['::1', '::', '1:2:3:4:5:6:7:8', '1::2::3', '::ffff:1.2.3.4', 'fe80::1%eth0', '::2:3:4:5:6:7:8'],
  uri: ['http://a.de', 'a:b', '//a.de', 'http://a b', 'http://a.de/%', 'urn:x:y', 'http://[::1]/', 'ttp:?//a?.de'],
  uuid: [
    '123e4567-e89b-12d3-a456-426614174000',
    'urn:uuid:123e4567-e89b-12d3-a456-426614174000',
    '123e4567e89b12d3a456426614174000',
  ],
};

function byTheRfc(format: string, text: string): boolean {
  const definition = fullFormats[format as keyof typeof fullFormats] as
    | RegExp
    | ((text: string) => boolean)
    | { validate: RegExp | ((text: string) => boolean) };
  const test = typeof definition === 'object' && 'validate' in definition ? definition.validate : definition;
  return test instanceof RegExp ? test.test(text) : test(text);
}

function isWider(format: string): boolean {
  const { facets } = read(Type.String({ format })).root as { facets: readonly { wider?: true }[] };
  return facets[0]?.wider === true;
}

const nearly = (seeds: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(
        fc.tuple(fc.nat(60), fc.constantFrom('insert', 'replace', 'delete'), fc.constantFrom(...`${seeds.join('')}0: .%`)),
        { maxLength: 3 },
      ),
    )
    .map(([seed, edits]) =>
      edits.reduce((text, [at, edit, char]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + (edit === 'delete' ? '' : char) + text.slice(edit === 'insert' ? index : index + 1);
      }, seed),
    );

afterEach(() => Format.Reset());

const WIDER = ['email', 'uri'];

test.each(Object.entries(SEEDS).filter(([format]) => !WIDER.includes(format)))(
  '%s: whatever TypeBox takes is right by the RFC',
  (format, seeds) => {
    expect(isWider(format)).toBe(false);
    fc.assert(
      fc.property(nearly(seeds), (text) => Format.Test(format, text) !== true || byTheRfc(format, text)),
      { numRuns: 3000, seed: 1, examples: seeds.map((seed) => [seed]) },
    );
  },
);

test.each([
  ['email', 'a@b'],
  ['uri', 'ttp:?//a?.de'],
])('%s is wider: TypeBox takes %j', (format, text) => {
  expect(isWider(format)).toBe(true);
  expect([Format.Test(format, text), byTheRfc(format, text)]).toEqual([true, false]);
});

test('a format that the user set means what the user says', () => {
  expect(isWider('date')).toBe(false);
  Format.Set('date', () => true);
  expect(isWider('date')).toBe(true);
});
