import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/answer/json-text.js';
import { runs, SEED } from '../../support/seed.js';
import { growsTo, readerOf, readIn } from './growth.js';

/** What is shown after each piece. */
function shown(...pieces: string[]): unknown[] {
  const reader = readerOf(undefined);
  return pieces.map((piece) => {
    reader.push(piece);
    return reader.snapshot();
  });
}

describe('what is shown', () => {
  test('strings grow, with whole characters only', () => {
    expect(shown('["a', 'b', '\\', 'n', '\\u00', 'e9', '"')).toEqual([
      ['a'],
      ['ab'],
      ['ab'],
      ['ab\n'],
      ['ab\n'],
      ['ab\né'],
      ['ab\né'],
    ]);
    expect(shown('["\ud83d', '\ude00', '"')).toEqual([[''], ['😀'], ['😀']]);
    expect(shown('["\\ud83d', '\\ude0', '0', 'x')).toEqual([[''], [''], ['😀'], ['😀x']]);
  });

  test('half a character that stays half is shown when that is certain', () => {
    expect(shown('["\\ud83d', 'x', '\\ud83d', '"')).toEqual([[''], ['\ud83dx'], ['\ud83dx'], ['\ud83dx\ud83d']]);
    expect(shown('"\\ud83d\\ud83d', '\\ude00"')).toEqual(['\ud83d', '\ud83d😀']);
  });

  test('numbers and words are withheld until they are whole', () => {
    expect(shown('[1', '2', '.', '5', ',')).toEqual([[], [], [], [], [12.5]]);
    expect(shown('[-', '0', ' ')).toEqual([[], [], [-0]]);
    expect(shown('[t', 'ru', 'e')).toEqual([[], [], [true]]);
    expect(shown('{"a":nul', 'l')).toEqual([{}, { a: null }]);
  });

  test('keys are withheld until they are whole', () => {
    expect(shown('{', '"a', 'b"', ':', '"', '"')).toEqual([{}, {}, {}, {}, { ab: '' }, { ab: '' }]);
  });

  test('a number at the root is certain at the end, or when a blank follows', () => {
    const reader = readerOf(undefined);
    reader.push('12');
    expect([reader.value, reader.done, reader.isComplete([])]).toEqual([undefined, false, false]);
    reader.end();
    expect([reader.value, reader.done, reader.isComplete([])]).toEqual([12, true, true]);
    const other = readerOf(undefined);
    other.push('12 ');
    expect([other.value, other.done]).toEqual([12, true]);
  });

  test('empty pieces and blanks change nothing', () => {
    expect(shown('', ' \n\t\r', '', '[', '', ' ', ']', '', '\n')).toEqual([
      undefined,
      undefined,
      undefined,
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  test('__proto__ is a key like any other', () => {
    const { value } = readIn(undefined, ['{"__proto__":{"a":1},"constructor":2}']);
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { a?: unknown }).a).toBeUndefined();
    growsTo(JSON.parse('{"__proto__":{"a":1},"x":2}'), '{"__proto__":{"a":1},"x":2}', undefined);
  });
});

describe('what is whole', () => {
  test('whole parts are frozen and stay the same objects, open ones are live', () => {
    const reader = readerOf(undefined);
    reader.push('{"a":{"b":[1]},"c":[{"d":"x"},{"e":"y');
    const value = reader.value as { a: { b: number[] }; c: { d?: string; e?: string }[] };
    const { a, c } = value;
    const [first, second] = c;
    expect([a, a.b, first].every((part) => Object.isFrozen(part))).toBe(true);
    expect([value, c, second].some((part) => Object.isFrozen(part))).toBe(false);
    const before = reader.snapshot();
    reader.push('z"}]');
    expect(second).toEqual({ e: 'yz' });
    expect(before).toEqual({ a: { b: [1] }, c: [{ d: 'x' }, { e: 'y' }] });
    expect((before as typeof value).a).toBe(a);
    expect((before as typeof value).c[1]).not.toBe(second);
    reader.push('}');
    expect(reader.value).toBe(value);
    expect([value.a, value.c, value.c[0], value.c[1]]).toEqual([a, c, first, second]);
    expect(value.c[0]).toBe(first);
    expect(Object.isFrozen(value)).toBe(true);
  });

  test('paths', () => {
    const reader = readerOf(undefined);
    reader.push('{"a/b":[1,"x"],"~":"gro');
    expect(reader.completePaths()).toEqual(['/a~1b']);
    expect(reader.isComplete(['a/b'])).toBe(true);
    expect(reader.isComplete(['a/b', 1])).toBe(true);
    expect(reader.isComplete(['a/b', '1'])).toBe(true);
    for (const path of [[], ['~'], ['a/b', 2], ['a/b', 'length'], ['a/b', 1, 0], ['none'], ['toString']])
      expect(reader.isComplete(path)).toBe(false);
    reader.push('w"');
    expect(reader.completePaths()).toEqual(['/a~1b', '/~0']);
    reader.push('}');
    expect(reader.completePaths()).toEqual(['']);
    expect(reader.isComplete([])).toBe(true);
  });
});

const anyJson = fc.json({ maxDepth: 4 });

describe('the same as whole texts', () => {
  test('every cut of any JSON', { timeout: 60_000 }, () =>
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        growsTo(JSON.parse(text), text, undefined);
      }),
      { numRuns: runs(150), seed: SEED },
    ),
  );

  test('strings of any code units, escaped or not', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('\ud83d', '\ude00', 'é', 'a', '\\ud83d', '\\ude00', '\\n', '\\u0041', '\\\\', '\\"')),
        (parts) => {
          const text = `["${parts.join('')}"]`;
          growsTo(JSON.parse(text), text, undefined);
        },
      ),
      { numRuns: runs(200), seed: SEED },
    ));

  test('however it is cut', () =>
    fc.assert(
      fc.property(anyJson, fc.array(fc.nat({ max: 40 }), { minLength: 1 }), (text, sizes) => {
        const one = readerOf(undefined);
        const other = readerOf(undefined);
        let at = 0;
        for (let index = 0; at < text.length; index++) {
          const piece = text.slice(at, at + Math.max(1, sizes[index % sizes.length] ?? 1));
          at += piece.length;
          one.push(piece);
          for (const char of piece.split('')) other.push(char);
          expect(one.snapshot()).toEqual(other.snapshot());
          expect(one.completePaths()).toEqual(other.completePaths());
        }
      }),
      { numRuns: runs(150), seed: SEED },
    ));
});

/** Texts that are not JSON, or lose something when read. */
const WRONG = [
  '',
  '  \n',
  'Here is it: {}',
  '\ufeff{}',
  '{',
  '[1',
  '[1,',
  '[1,]',
  '[,1]',
  '{"a"',
  '{"a":',
  '{"a":1,',
  '{"a":1,}',
  '{a:1}',
  "{'a':1}",
  '{"a" 1}',
  '{"a":1 "b":2}',
  '[1 2]',
  '[1}',
  '{"a":1]',
  '[]]',
  '{} {}',
  '[1]x',
  '"abc',
  '"a\nb"',
  '"\u0000"',
  '"\\x"',
  '"\\u12g4"',
  '"\\u12',
  '"\\',
  'tru',
  'trux',
  'nulll',
  'True',
  'NaN',
  'undefined',
  '01',
  '-',
  '-a',
  '1.',
  '.5',
  '+1',
  '1e',
  '1e+',
  '1.2.3',
  '--1',
  '0x10',
  '1e400',
  '-1e400',
  '[9007199254740993]',
  '{"n":123456789012345678901234567890}',
  '{"a":1,"a":2}',
  '{\n "a": 1,\n  "b": {"c": 1, "c": 1}}',
  '{"":1,"":2}',
  '{"__proto__":1,"__proto__":2}',
  '[[[[[[]]]]]]',
  '[[[[[{"a":1}]]]]]',
];

describe('what is wrong with a text', () => {
  for (const text of WRONG) {
    test(JSON.stringify(text), () => {
      const whole = readJson(text, { maxDepth: 5 });
      expect(whole.issues?.length).toBeGreaterThan(0);
      const reader = readerOf(undefined, 5);
      reader.push(text);
      reader.end();
      expect(reader.issues).toEqual(whole.issues?.slice(0, 1));
      expect(reader.done).toBe(false);
      const slow = readerOf(undefined, 5);
      for (const char of text) slow.push(char);
      slow.end();
      expect(slow.issues.map(({ code, path }) => ({ code, path }))).toEqual(
        reader.issues.map(({ code, path }) => ({ code, path })),
      );
      expect(slow.issues[0]?.message.replace(/found "[^"]*"/, '')).toBe(reader.issues[0]?.message.replace(/found "[^"]*"/, ''));
    });
  }

  test('an issue is the last word: what came before it stays, what comes after is left alone', () => {
    const reader = readerOf(undefined);
    reader.push('{"a":[1,2],"b":"x", oops');
    const { issues } = reader;
    expect(issues.length).toBe(1);
    expect(reader.value).toEqual({ a: [1, 2], b: 'x' });
    reader.push('"c":3}');
    reader.end();
    expect(reader.value).toEqual({ a: [1, 2], b: 'x' });
    expect(reader.issues).toEqual(issues);
    expect([reader.done, reader.isComplete([]), reader.isComplete(['a'])]).toEqual([false, false, true]);
  });

  test('any text at all, cut anywhere, is taken without a throw, as the reader of whole texts takes it', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...'{}[]",:\\u123-+.eE tfn\n'), { maxLength: 30 }).map((parts) => parts.join('')),
          anyJson.chain((text) => fc.nat({ max: text.length }).map((at) => text.slice(0, at) + text.slice(at + 1))),
        ),
        (text) => {
          const whole = readJson(text, { maxDepth: 5 });
          const reader = readerOf(undefined, 5);
          for (const char of text.split('')) reader.push(char);
          reader.end();
          expect(reader.issues[0]?.code).toBe(whole.issues?.[0]?.code);
          if (!whole.issues) expect(reader.value).toEqual(whole.value);
        },
      ),
      { numRuns: runs(1000), seed: SEED },
    ));

  test('what is no text is an issue', () => {
    for (const odd of [null, undefined, 3, {}, []]) {
      const reader = readerOf(undefined);
      reader.push(odd as never);
      expect(reader.issues.length).toBe(1);
      expect(reader.issues[0]?.message.length).toBeGreaterThan(10);
    }
  });
});

describe('hostile texts', () => {
  test('a million levels end at the limit', () => {
    const reader = readerOf(undefined);
    for (let i = 0; i < 1000; i++) reader.push('['.repeat(1000));
    expect(reader.issues[0]?.code).toBe('too-deep');
    expect(reader.issues[0]?.path.length).toBe(500);
  });

  test('a limit of a million levels does not overflow', () => {
    const depth = 200_000;
    const reader = readerOf(undefined, 1_000_000);
    reader.push('['.repeat(depth));
    expect((reader.snapshot() as unknown[]).length).toBe(1);
    expect(reader.completePaths()).toEqual([]);
    reader.push(']'.repeat(depth));
    expect([reader.done, reader.issues, reader.completePaths()]).toEqual([true, [], ['']]);
  });

  test('a number without end', () => {
    const reader = readerOf(undefined);
    for (let i = 0; i < 50_000; i++) reader.push('1111111111');
    reader.end();
    expect(reader.issues[0]?.code).toBe('number-precision');
    expect(reader.issues[0]?.message.length).toBeLessThan(300);
  });

  test('characters cut in two, a hundred thousand times over', () => {
    const reader = readerOf(undefined);
    reader.push('"');
    for (let i = 0; i < 100_000; i++) {
      reader.push('\ude00'.repeat(i > 0 ? 1 : 0));
      reader.push('\ud83d');
    }
    reader.push('\ude00"');
    expect(reader.value).toBe('😀'.repeat(100_000));
  });
});
