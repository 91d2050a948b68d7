import { describe, expect, test } from 'vitest';
import { Failure } from '../../../cli/failure.js';
import { readJson } from '../../../cli/load/json.js';

const read = (text: string, comments = false) => readJson(text, { shown: 'x.json', comments });

describe('where a pointer leads in the text', () => {
  const text =
    '{\n  "type": "object",\n\t"properties": {\r\n    "a/b": [ 1, { "c~d": true } ],\n    "twice": 1, "": { "deep": 2 },\n    "twice": 2\n  }\n}';

  test.each<[pointer: string, line: number, column: number]>([
    ['', 1, 1],
    ['/type', 2, 3],
    ['/properties', 3, 2],
    ['/properties/a~1b', 4, 5],
    ['/properties/a~1b/0', 4, 14],
    ['/properties/a~1b/1', 4, 17],
    ['/properties/a~1b/1/c~0d', 4, 19],
    ['/properties//deep', 5, 23],
    ['/properties/twice', 6, 5],
  ])('%j', (pointer, line, column) => {
    expect(read(text).locate(pointer)).toEqual({ line, column });
  });

  test.each(['/nope', '/type/x', '/properties/a~1b/9', '/properties/a~1b/x'])('%s leads nowhere', (pointer) => {
    expect(read(text).locate(pointer)).toBeUndefined();
  });

  test('the last of repeated keys is the one whose value counts', () => {
    const twice = read('{ "a": 1,\n  "a": 2 }');
    expect([twice.value, twice.locate('/a')]).toEqual([{ a: 2 }, { line: 2, column: 3 }]);
  });

  test('text nested too deep for positions is read all the same', () => {
    const deep = read(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(deep.locate('/0')).toBeUndefined();
  });
});

describe('what is read', () => {
  test.each([false, true])('__proto__ is a key like any other (comments %j)', (comments) => {
    const { value } = read('{ "__proto__": { "a": 1 }, "b": 2 }', comments);
    expect(Object.keys(value as object)).toEqual(['__proto__', 'b']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('with comments: comments and trailing commas', () => {
    expect(read('// a\n{ "a": [1, 2,], /* b */ "c": null, }', true).value).toEqual({ a: [1, 2], c: null });
  });

  test.each<[text: string, line: number, column: number, says: RegExp]>([
    ['{ "a": 1 "b": 2 }', 1, 10, /a comma is expected/],
    ['{ "a" 1 }', 1, 7, /a colon is expected/],
    ['{ a: 1 }', 1, 3, /./],
    ['{ "a": "x\n" }', 1, 8, /a string that does not end/],
    ['{ "a": "\\x" }', 1, 8, /an escape that JSON does not have/],
    ['{ "a": 1 } x', 1, 12, /./],
    ['{\n "a": [1, 2\n}', 3, 1, /./],
    ['{ "a": 01 }', 1, 9, /./],
    ['{ "a": NaN }', 1, 8, /a word that JSON does not have/],
    ['{ "a": \'x\' }', 1, 8, /a word that JSON does not have/],
  ])('%j is refused with its place', (text, line, column, says) => {
    expect.assertions(3);
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      const { about } = error as Failure;
      expect(about).toMatchObject({ code: 'json-syntax', line, column });
      expect(about.message).toMatch(says);
    }
  });
});
