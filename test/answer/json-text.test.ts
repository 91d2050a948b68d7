import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/answer/json-text.js';
import '../support/seed.js';

const read = (text: string, maxDepth = 500) => readJson(text, { maxDepth });

describe('what JSON.parse reads without loss is read the same', () => {
  it.each([
    'null',
    ' \t\r\n{ "a" : [ 1 , -0 , 1.5e3 ] }\n',
    '{"__proto__":{"isAdmin":true},"constructor":1}',
    '["\\ud800", "\ud800", "\\u0000", ":", "a\\":1", "\\\\", "\\\\\\""]',
    '{":":":",":a":"b","a\\\\":1,"":0}',
    '[0.1, 5.50, 1e2, 1E-400, 0.1000000000000000055, 1234567890.12345678901234567890]',
    '[9007199254740991, -9007199254740992, 9007199254740994, 1152921504606846976, 1e23, 100000000000000000000000]',
    '{"note":"12345678901234567890"}',
    '"12345678901234567890"',
  ])('%s', (text) => {
    const result = read(text);
    expect(result).toEqual({ value: JSON.parse(text) });
    expect(JSON.stringify(result.value)).toBe(JSON.stringify(JSON.parse(text)));
  });

  it('makes a key __proto__ an own property', () => {
    const { value } = read('{"__proto__":{"isAdmin":true}}') as { value: { isAdmin?: boolean } };
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(value.isAdmin).toBeUndefined();
  });
});

describe('issues', () => {
  it.each([
    ['', 'json-syntax', [], 'Expected JSON, but the text is empty (line 1, column 1, offset 0).'],
    [' \n ', 'json-syntax', [], 'Expected JSON, but the text is empty (line 2, column 2, offset 3).'],
    ['Here you are: {"a":1}', 'json-syntax', [], 'Expected JSON, but found "Here" (line 1, column 1, offset 0).'],
    ['```json\n{}\n```', 'json-syntax', [], 'Expected JSON, but found "`" (line 1, column 1, offset 0).'],
    ['\ufeff{}', 'json-syntax', [], 'Expected JSON, but found a byte order mark (line 1, column 1, offset 0).'],
    [
      '{"a":1}\nHope this helps',
      'json-syntax',
      [],
      'Expected nothing after the JSON value, but found "Hope" (line 2, column 1, offset 8).',
    ],
    ['{} {}', 'json-syntax', [], 'Expected nothing after the JSON value, but found "{" (line 1, column 4, offset 3).'],
    ['{"a":[1,2', 'json-syntax', ['a', 1], 'Expected "," or "]", but the text ends there (line 1, column 10, offset 9).'],
    ['{"a":{"b":tru', 'json-syntax', ['a', 'b'], 'Expected a value, but the text ends there (line 1, column 14, offset 13).'],
    ['{"a":"x', 'json-syntax', ['a'], 'The text ends inside the string that starts here (line 1, column 6, offset 5).'],
    ['{"a":"x\\u12', 'json-syntax', ['a'], 'The text ends inside the string that starts here (line 1, column 6, offset 5).'],
    ['{"a', 'json-syntax', [], 'The text ends inside the string that starts here (line 1, column 2, offset 1).'],
    ['{"a"', 'json-syntax', ['a'], 'Expected ":", but the text ends there (line 1, column 5, offset 4).'],
    ['[1,]', 'json-syntax', [1], 'Expected a value, but found "]" (line 1, column 4, offset 3).'],
    ['{"a":1,}', 'json-syntax', [], 'Expected a property name in double quotes, but found "}" (line 1, column 8, offset 7).'],
    [
      "{'a':1}",
      'json-syntax',
      [],
      'Expected a property name in double quotes or "}", but found "\'" (line 1, column 2, offset 1).',
    ],
    ['{"a":NaN}', 'json-syntax', ['a'], 'Expected a value, but found "NaN" (line 1, column 6, offset 5).'],
    [
      '["a\nb"]',
      'json-syntax',
      [0],
      'Expected control characters in a string to be escaped, but found "\\n" (line 1, column 4, offset 3).',
    ],
    ['["\\x"]', 'json-syntax', [0], 'Expected an escape sequence of JSON, but found "\\\\" (line 1, column 3, offset 2).'],
    ['[01]', 'json-syntax', [0], 'Expected a number as JSON writes it, but found "1" (line 1, column 3, offset 2).'],
    ['[-]', 'json-syntax', [0], 'Expected digits, but found "]" (line 1, column 3, offset 2).'],
    ['[1.]', 'json-syntax', [0], 'Expected a number as JSON writes it, but found "." (line 1, column 3, offset 2).'],
    [
      '{"a":1,"b":{"c":1,\n"c":1}}',
      'duplicate-key',
      ['b', 'c'],
      'The property "c" is given twice (line 2, column 1, offset 19).',
    ],
    ['{"a":1,"\\u0061":2}', 'duplicate-key', ['a'], 'The property "a" is given twice (line 1, column 8, offset 7).'],
    [
      '{"__proto__":1,"__proto__":2}',
      'duplicate-key',
      ['__proto__'],
      'The property "__proto__" is given twice (line 1, column 16, offset 15).',
    ],
    [
      '[[12345678901234567890]]',
      'number-precision',
      [0, 0],
      'The number 12345678901234567890 does not fit a double: it would be read as 12345678901234567000 (line 1, column 3, offset 2).',
    ],
    [
      '{"id":-9007199254740993}',
      'number-precision',
      ['id'],
      'The number -9007199254740993 does not fit a double: it would be read as -9007199254740992 (line 1, column 7, offset 6).',
    ],
    [
      '1e400',
      'number-precision',
      [],
      'The number 1e400 does not fit a double: it would be read as Infinity (line 1, column 1, offset 0).',
    ],
    ['[[[[]]]]', 'too-deep', [0, 0, 0], 'The JSON is nested more than 3 levels deep (line 1, column 4, offset 3).'],
  ])('%j', (text, code, path, message) => {
    const result = read(text, 3);
    expect(result.value).toBeUndefined();
    expect(result.issues?.map((issue) => ({ code: issue.code, path: issue.path, message: issue.message }))).toEqual([
      { code, path, message },
    ]);
  });

  it('are all told at once where the text is JSON, up to 50', () => {
    expect(read('{"a":1e999,"a":[90071992547409931]}').issues?.map((issue) => issue.code)).toEqual([
      'number-precision',
      'duplicate-key',
      'number-precision',
    ]);
    expect(read(`[${Array.from({ length: 200 }, () => '1e999').join()}]`).issues).toHaveLength(50);
  });

  it('are one and clear where it is not, however long and however deep', () => {
    const deep = '['.repeat(1_000_000);
    expect(read(deep).issues?.map((issue) => issue.code)).toEqual(['too-deep']);
    expect(read(deep + ']'.repeat(1_000_000)).issues?.map((issue) => issue.code)).toEqual(['too-deep']);
    expect(read('{"a":'.repeat(20_000), 1e9).issues?.map((issue) => issue.code)).toEqual(['json-syntax']);
    expect(read(`"${'x'.repeat(5_000_000)}`).issues).toHaveLength(1);
    expect(read(`[${'9'.repeat(1_000_000)}]`).issues?.map((issue) => issue.code)).toEqual(['number-precision']);
  });

  it('are not caused by text that is no text', () => {
    for (const text of [undefined, null, 5, {}, Symbol('x')]) expect(read(text as never).issues?.[0]?.code).toBe('json-syntax');
  });
});

describe('agrees with JSON.parse', () => {
  const parsed = (text: string): { value: unknown } | undefined => {
    try {
      return { value: JSON.parse(text) };
    } catch {
      return undefined;
    }
  };

  it('on every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(read(text)).toEqual({ value: JSON.parse(text) });
      }),
      { numRuns: 1000 },
    );
  });

  it('on whether a mutated text is JSON at all', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '1',
      '0',
      '-',
      '.',
      'e',
      ' ',
      '\n',
      'true',
      'null',
      '\u0001',
      '\u2028',
      '\\u12',
      '{"a":1}',
    );
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), fc.nat(3), piece, (value, where, cut, inserted) => {
        const whole = JSON.stringify(value);
        const at = where % (whole.length + 1);
        const text = whole.slice(0, at) + inserted + whole.slice(at + cut);
        const result = read(text);
        const expected = parsed(text);
        if (expected === undefined) expect(result.issues?.map((issue) => issue.code)).toEqual(['json-syntax']);
        else if (result.issues)
          expect(result.issues.every((issue) => issue.code === 'duplicate-key' || issue.code === 'number-precision')).toBe(true);
        else expect(result).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('but for keys given twice', () => {
    const key = fc.constantFrom('a', 'b', '"', ':', '\\', '":', '', '__proto__', 'é', ' ');
    fc.assert(
      fc.property(fc.array(key, { maxLength: 6 }), fc.constantFrom('', ' ', '\n\t'), (keys, blank) => {
        const text = `{${keys.map((name) => `${JSON.stringify(name)}${blank}:${blank}":"`).join()}}`;
        expect(read(text).issues === undefined).toBe(new Set(keys).size === keys.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('but for integers that a double can not hold', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (integer) => {
        const lost = BigInt(Number(integer)) !== integer && !String(Number(integer)).includes('e');
        if (String(Number(integer)).includes('e')) return;
        expect(read(`{"n":[${integer}]}`).issues !== undefined).toBe(lost && String(Number(integer)) !== String(integer));
      }),
      { numRuns: 2000 },
    );
  });
});
