import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { annotated } from '../../src/answer/annotated.js';
import { Lowered } from '../../src/answer/lowered.js';
import { wirePlace } from '../../src/answer/wire-place.js';
import { compile } from '../../src/index.js';

const member = <Type extends z.ZodType>(type: Type) => type.optional().meta({ bascule: { encode: 'entries' } });
const part = z.object({
  id: z.string(),
  name: member(z.string().max(3)),
  Title: member(z.string().max(3)),
  tags: member(z.array(z.string().max(2))),
});
const compiled = compile(z.object({ parts: z.array(part) }));
const lowered = new Lowered(compiled.lowered);

/** What is wrong with an answer, written into it. */
function corrected(...parts: unknown[]): string {
  const wire = { parts };
  const { issues = [] } = compiled.decode(wire);
  expect(issues).not.toEqual([]);
  return annotated(lowered, wire, issues);
}

/** The line on which an issue stands. */
function lineOf(text: string): string | undefined {
  return text
    .split('\n')
    .find((line) => line.includes('✗'))
    ?.trim();
}

describe('an issue about a property that shares a list stands at its entry', () => {
  test('of the right part', () =>
    expect(
      corrected(
        { id: '1', more: [{ key: 'name', value: 'ok' }], more_2: [] },
        {
          id: '2',
          more: [
            { key: 'Title', value: 'ok' },
            { key: 'name', value: 'too long' },
          ],
          more_2: [],
        },
      ),
    ).toBe(`{
  "parts": [
    {
      "id": "1",
      "more": [
        {
          "key": "name",
          "value": "ok"
        }
      ],
      "more_2": []
    },
    {
      "id": "2",
      "more": [
        {
          "key": "Title",
          "value": "ok"
        },
        {
          "key": "name",
          "value": "too long" // ✗ Too big: expected string to have <=3 characters
        }
      ],
      "more_2": []
    }
  ]
}`));

  test('below a value', () =>
    expect(lineOf(corrected({ id: '1', more: [], more_2: [{ key: 'tags', value: ['a', 'long'] }] }))).toMatch(/^"long" \/\/ ✗/));

  test('whose key was written in other capitals', () =>
    expect(lineOf(corrected({ id: '1', more: [{ key: 'NAME', value: 'too long' }], more_2: [] }))).toMatch(
      /^"value": "too long" \/\/ ✗/,
    ));

  test('whose key was not asked for', () =>
    expect(
      lineOf(
        corrected({
          id: '1',
          more: [
            { key: 'name', value: 'x' },
            { key: 'nick', value: 'y' },
          ],
          more_2: [],
        }),
      ),
    ).toBe('"value": "y" // ✗ The property `nick` was not asked for.'));

  test('with something beside key and value', () =>
    expect(lineOf(corrected({ id: '1', more: [{ key: 'name', value: 'x', note: 'y' }], more_2: [] }))).toMatch(
      /^"value": "x", \/\/ ✗ An entry has/,
    ));

  test('that stands there twice', () =>
    expect(
      lineOf(
        corrected({
          id: '1',
          more: [
            { key: 'name', value: 'x' },
            { key: 'name', value: 'y' },
          ],
          more_2: [],
        }),
      ),
    ).toMatch(/^"value": ".*" \/\/ ✗ The entry `name` stands there twice\./));
});

test('places, exact or the nearest', () => {
  const wire = { parts: [{ id: '1', more: [{ key: 'TITLE', value: 'x' }], more_2: [{ key: 'tags', value: ['a'] }] }] };
  const at = (...path: (string | number)[]) => wirePlace(lowered, wire, path);
  expect(at('parts', 0, 'Title')).toEqual({ path: ['parts', 0, 'more', 0, 'value'], exact: true });
  expect(at('parts', 0, 'tags', 0)).toEqual({ path: ['parts', 0, 'more_2', 0, 'value', 0], exact: true });
  expect(at('parts', 0, 'name')).toEqual({ path: ['parts', 0], exact: false });
  expect(at('parts', 0, 'more')).toEqual({ path: ['parts', 0], exact: false });
  expect(at('parts', 0, 'id')).toEqual({ path: ['parts', 0, 'id'], exact: true });
});
