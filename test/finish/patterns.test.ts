import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishJsonSchema } from '../../src/finish/json-schema/index.js';
import { regExpOf } from '../../src/finish/json-schema/patterns/index.js';
import { Undecided } from '../../src/finish/json-schema/patterns/limited.js';
import { linearMatcher } from '../../src/finish/json-schema/patterns/linear.js';
import '../support/seed.js';

const MODERN =
  String.raw`a b . \d \w \s \D \W \S [abc] [^a] [a-c0-9_] [^\s] [\d.-] \. \/ \n \u00e9 é \x41 😀 \u{1F600} \ud83d\ude00 [😀-😂] [^😀] \p{L} \P{Lu} \p{Script=Greek} [\p{N}x] \p{C} \0 \cJ ^ $ \b \B [] [^] [\b] [\]a] \[ [\w-] - _ (?<n>a) \u2028`.split(
    ' ',
  );
const OLD = String.raw`\_ \@ \" { } ] a{,2} [\_] [a-\d] \é \-`.split(' ');
const QUANTIFIERS = ['*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?', '??', '{0,2}?'];
const CHARACTERS = [
  'a',
  'b',
  'c',
  'A',
  'é',
  '1',
  ' ',
  '\n',
  '\r',
  '\u2028',
  '\u00a0',
  '\ufeff',
  '😀',
  '😂',
  '\ud83d',
  '\ude00',
  '_',
  '-',
  '.',
  '/',
  '@',
  'Ω',
  'ß',
  'K',
  'ſ',
  '\0',
  '\b',
  '[',
  ']',
  '{',
  '}',
  '\ue000',
  '\ud7ff',
  '\u{10ffff}',
  '\u0085',
];

const pattern = (atoms: readonly string[]): fc.Arbitrary<string> =>
  fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...atoms),
      fc.tuple(tie('node'), tie('node')).map((parts) => parts.join('')),
      fc.tuple(tie('node'), tie('node')).map((parts) => `(?:${parts.join('|')})`),
      fc.tuple(fc.constantFrom('^(?=', '^(?!'), tie('node'), tie('node')).map(([open, body, rest]) => `${open}${body})${rest}`),
      fc.tuple(tie('node'), fc.constantFrom(...QUANTIFIERS)).map(([body, quantifier]) => `(?:${body})${quantifier}`),
    ),
  })).node;
const text = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 7 }).map((characters) => characters.join(''));

function expressionOf(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

describe('the linear engine agrees with JavaScript', () => {
  it.each([
    ['u', MODERN],
    ['', [...MODERN, ...OLD]],
  ])('flag "%s"', (flags, atoms) => {
    let compared = 0;
    fc.assert(
      fc.property(pattern(atoms), fc.array(text, { minLength: 20, maxLength: 40 }), (source, texts) => {
        const native = expressionOf(source, flags);
        const linear = native && linearMatcher(source, flags === 'u');
        if (!native || !linear) return;
        for (const one of texts) {
          if (flags === '' && /[\ud800-\udfff]/.test(one)) continue;
          // V8 also looks between the halves of a pair: /\B/u finds index 2 of 'a😂a', where ECMA-262 steps from 1 to 3.
          if (source.includes('\\B') && /[\ud800-\udfff]/.test(one)) continue;
          compared++;
          expect(linear.test(one), `${source} on ${JSON.stringify(one)}`).toBe(native.test(one));
        }
      }),
      { numRuns: 1500 },
    );
    expect(compared).toBeGreaterThan(10_000);
  });
});

describe('patterns that would take forever', () => {
  it.each([
    ['^(a+)+$', 'a'.repeat(50_000), true],
    ['^(a+)+$', `${'a'.repeat(50_000)}b`, false],
    ['(a|a)*b', 'a'.repeat(50_000), false],
    ['\\s+$', `${' '.repeat(50_000)}x`, false],
    ['(.*)*x', 'a'.repeat(50_000), false],
    ['^(?=.*\\d)(?=.*[a-z])(a+)+$', 'a'.repeat(50_000), false],
    ['^(?!.*b)(a|a)+$', 'a'.repeat(50_000), true],
    ['^([\\p{L}\\s]+)+$', `${'é '.repeat(20_000)}1`, false],
    [
      '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
      'a'.repeat(20_000),
      false,
    ],
  ])('%s answers at once', (source, long, expected) => {
    const start = performance.now();
    expect(regExpOf(source, 'u').test(long)).toBe(expected);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it.each(['^(?:(?!b)(?:a|a))*$', '^(?:(a|a)\\1?)*$'])(
    '%s, which no linear engine knows, is not tried on long texts',
    (source) => {
      expect(regExpOf(source, 'u').test('aa')).toBe(true);
      expect(() => regExpOf(source, 'u').test(`${'a'.repeat(1000)}c`)).toThrow(Undecided);
      const long = { a: [`${'a'.repeat(1000)}c`] };
      for (const schema of [{ pattern: source }, { not: { pattern: source } }]) {
        const result = finishJsonSchema({ properties: { a: { items: schema } } }, '2020-12')(long);
        expect(result).toMatchObject({ issues: [{ code: 'pattern-undecided', path: ['a', 0] }] });
      }
    },
  );

  it('are no matter where they are harmless', () => {
    expect(regExpOf('^[a-z]+$', 'u')).toBeInstanceOf(RegExp);
  });
});
