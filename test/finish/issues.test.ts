import { describe, expect, it } from 'vitest';
import { finishJsonSchema } from '../../src/finish/json-schema/index.js';
import type { Issue } from '../../src/read/source.js';

function issuesOf(schema: unknown, value: unknown): readonly Issue[] {
  const result = finishJsonSchema(schema, '2020-12')(value);
  return 'issues' in result ? result.issues : [];
}

const pets = {
  oneOf: [
    {
      type: 'object',
      properties: { kind: { const: 'cat' }, lives: { type: 'integer', maximum: 9 } },
      required: ['kind', 'lives'],
    },
    { $ref: '#/$defs/dog' },
    { type: 'array', items: { type: 'string' } },
  ],
  $defs: {
    dog: { type: 'object', properties: { kind: { const: 'dog' }, name: { type: 'string' } }, required: ['kind', 'name'] },
  },
};

describe('an issue says where, what was expected and what was found', () => {
  it.each<[string, unknown, unknown, string]>([
    ['type', { type: 'string' }, 12, ': Expected text, but found the number 12.'],
    ['types', { type: ['integer', 'null'] }, 1.5, ': Expected a whole number or null, but found the number 1.5.'],
    [
      'path',
      { properties: { a: { items: { type: 'boolean' } } } },
      { a: [true, {}] },
      'a.1: Expected true or false, but found an object.',
    ],
    ['array', { type: 'object' }, [1], ': Expected an object, but found an array of 1 item.'],
    ['enum', { enum: ['a', 'b'] }, 'c', ': Expected one of "a", "b", but found the text "c".'],
    ['const', { const: { a: 1 } }, { a: 2 }, ': Expected {"a":1}, but found an object.'],
    ['required', { required: ['a', 'b'] }, { a: 1 }, ': The property "b" is missing.'],
    [
      'additionalProperties',
      { properties: { a: {} }, additionalProperties: false },
      { a: 1, 'b c': 2 },
      'b c: The property "b c" is not allowed here.',
    ],
    ['minLength', { minLength: 2 }, 'a', ': Expected at least 2 characters, but found 1.'],
    ['pattern', { pattern: '^a+$' }, 'b', ': Expected text that matches the pattern ^a+$, but found "b".'],
    ['format', { format: 'date' }, 'today', ': Expected text in the format "date", but found the text "today".'],
    ['minimum', { minimum: 3 }, 2, ': Expected a number of at least 3, but found 2.'],
    ['multipleOf', { multipleOf: 5 }, 7, ': Expected a multiple of 5, but found 7.'],
    ['minItems', { minItems: 1 }, [], ': Expected at least 1 item, but found 0.'],
    ['maxProperties', { maxProperties: 1 }, { a: 1, b: 2 }, ': Expected at most 1 property, but found 2.'],
    ['uniqueItems', { uniqueItems: true }, [1, 2, 1], ': Expected items that all differ, but the items 0 and 2 are the same.'],
    ['propertyNames', { propertyNames: { pattern: '^a' } }, { b: 1 }, 'b: "b" is not allowed as the name of a property.'],
    ['not', { not: { type: 'string' } }, 'x', ': The value is one of those that `not` excludes.'],
    ['if', { if: { type: 'string' }, then: { minLength: 3 } }, 'x', ': Expected at least 3 characters, but found 1.'],
    [
      'several',
      { properties: { a: { type: 'string' }, b: { type: 'string' } } },
      { a: 1, b: 2 },
      'a: Expected text, but found the number 1.\nb: Expected text, but found the number 2.',
    ],
    ['tuple', { prefixItems: [{}], items: false }, [1, 2], ': Expected at most 1 item, but found 2.'],
    [
      'dependentRequired',
      { dependentRequired: { a: ['b'] } },
      { a: 1 },
      ': The property "b" is missing: it is needed beside "a".',
    ],
    ['long text', { type: 'number' }, 'x'.repeat(10_000), `: Expected a number, but found the text "${'x'.repeat(76)}….`],
  ])('%s', (_what, schema, value, expected) => {
    const said = issuesOf(schema, value).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    expect(said.join('\n')).toBe(expected);
  });

  it('with code, offending value, and indices that are numbers', () => {
    expect(issuesOf({ properties: { 0: { items: { type: 'null' } } } }, { 0: ['x'] })).toEqual([
      { path: ['0', 0], code: 'finish', message: 'Expected null, but found the text "x".', value: 'x' },
    ]);
  });

  it('at most 50 times', () => {
    expect(
      issuesOf(
        { items: { type: 'string' } },
        Array.from({ length: 100_000 }, () => 1),
      ),
    ).toHaveLength(50);
  });
});

describe('of a union only the option that was meant is spoken of', () => {
  it.each<[string, unknown, string[]]>([
    ['by its tag', { kind: 'cat', lives: 10 }, ['lives: Expected a number of at most 9, but found 10.']],
    ['by its tag, through a reference', { kind: 'dog' }, [': The property "name" is missing.']],
    ['by its type', [1], ['0: Expected text, but found the number 1.']],
    ['no option', 5, [': Expected an object or an array, but found the number 5.']],
    ['no tag that is known', { kind: 'cow' }, [': Expected an object or an array, but found an object.']],
  ])('%s', (_what, value, expected) => {
    expect(issuesOf(pets, value).map((issue) => `${issue.path.join('.')}: ${issue.message}`)).toEqual(expected);
  });

  it('and constants are listed', () => {
    const schema = { anyOf: [{ const: 'a' }, { const: 'b' }, { type: 'null' }] };
    expect(issuesOf(schema, 'c')[0]?.message).toBe('Expected one of "a", "b" or null, but found the text "c".');
  });

  it('and too many that match are counted', () => {
    expect(issuesOf({ oneOf: [{ type: 'number' }, { minimum: 0 }] }, 1)[0]?.message).toBe(
      'Expected a value that matches exactly one of 2 alternatives, but it matches number 1 and 2.',
    );
  });
});
