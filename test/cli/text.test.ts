import { describe, expect, test } from 'vitest';
import { nearest } from '../../cli/nearest.js';
import { frame } from '../../cli/report/frame.js';
import { pageFor } from '../../cli/report/page.js';
import { table } from '../../cli/report/table.js';
import { printable, width, wrap } from '../../cli/report/text.js';

test.each<[word: string, candidates: string[], found: string | undefined]>([
  ['Invoce', ['Order', 'Invoice'], 'Invoice'],
  ['invoice', ['Invoice'], 'Invoice'],
  ['Inovice', ['Invoice'], 'Invoice'],
  ['x', ['abc'], undefined],
  ['a', ['b'], 'b'],
  ['lint', ['compile', 'explain'], undefined],
])('nearest to %s of %j', (word, candidates, found) => {
  expect(nearest(word, candidates)).toBe(found);
});

describe('text', () => {
  test.each([
    ['abc', 3],
    ['größe', 5],
    ['日本', 4],
    ['e\u0301', 1],
    ['🙂', 2],
  ])('%s takes %i columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });

  test.each<[text: string, columns: number, lines: string[]]>([
    ['one two three', 7, ['one two', 'three']],
    ['', 5, ['']],
    ['a\nb', 5, ['a', 'b']],
    ['/properties/name/items', 12, ['/properties', '/name/items']],
    ['aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
    ['日本日本', 5, ['日本', '日本']],
  ])('%j in %i columns', (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });

  test('what could steer a terminal is shown as its code', () => {
    expect(printable('a\u001B[2Jb\u0007\tc\u202Ed\ne\r\nf')).toBe('a\\u001b[2Jb\\u0007  c\\u202ed\ne\nf');
  });

  test('the frame of a place', () => {
    expect(frame('one\ntwo\nthree\nfour\nfive\nsix', 3, 2)).toBe(
      '  1 | one\n  2 | two\n> 3 | three\n    |  ^\n  4 | four\n  5 | five',
    );
    expect(frame('x', 1, 1)).toBe('> 1 | x\n    | ^');
  });

  test('a frame of one very long line is cut around its place', () => {
    for (const line of frame('x'.repeat(5000), 1, 4000).split('\n')) expect(line.length).toBeLessThan(180);
  });
});

test('a table wraps its last column and pads the others', () => {
  const page = pageFor({ write: () => true, columns: 60 }, false, false);
  expect(
    table(
      ['name', 'kind', 'note'],
      [
        [{ text: 'a' }, { text: 'long kind' }, { text: 'word '.repeat(12).trim() }],
        [{ text: '日本' }, { text: '' }, { text: '' }],
      ],
      page,
    ),
  ).toBe(
    [
      '  name  kind       note',
      '  a     long kind  word word word word word word word word',
      '                   word word word word',
      '  日本',
    ].join('\n'),
  );
});
