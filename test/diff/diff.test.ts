import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Compiled } from '../../src/compiled.js';
import { type Difference, diff } from '../../src/diff/index.js';
import { type CompileOptions, compile } from '../../src/index.js';

const sameText = (one: unknown, other: unknown) => String(one) === String(other);

function between(before: unknown, after: unknown, options: CompileOptions = {}): Difference {
  const made = (schema: unknown) => compile<unknown>(schema, options) as Compiled;
  return diff(made(before), made(after), { sameCode: sameText });
}

/** Both directions in two words: `=` compatible, `x` breaks, `?` undecided. */
function shown({ data }: Difference): string {
  const signs = { compatible: '=', breaks: 'x', undecided: '?' } as const;
  return `${signs[data.backward.verdict]}${signs[data.forward.verdict]}`;
}

const object = (properties: Record<string, unknown>, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const text = { type: 'string' };

describe('data: old answers under the new schema, new answers under the old reader', () => {
  test.each<[name: string, before: unknown, after: unknown, verdicts: string]>([
    ['nothing', object({ a: text }), object({ a: text }), '=='],
    ['words only', object({ a: text }), object({ a: { ...text, description: 'A.' } }), '=='],
    ['an optional property of a closed object', object({ a: text }), object({ a: text, b: text }, ['a']), '=x'],
    ['a required property', object({ a: text }), object({ a: text, b: text }), 'xx'],
    ['a property that became optional', object({ a: text }), object({ a: text }, []), '=x'],
    ['a bound that was loosened', { ...text, maxLength: 3 }, { ...text, maxLength: 5 }, '=x'],
    ['a bound that is new', { type: 'number' }, { type: 'number', minimum: 0 }, 'x='],
    [
      'an exclusive bound of integers, said otherwise',
      { type: 'integer', exclusiveMinimum: 4 },
      { type: 'integer', minimum: 5 },
      '==',
    ],
    ['a value that is new', { enum: ['a', 'b'] }, { enum: ['a', 'b', 'c'] }, '=x'],
    ['few integers as an enumeration', { type: 'integer', minimum: 1, maximum: 3 }, { enum: [1, 2, 3] }, '=='],
    ['integers that became numbers', { type: 'integer' }, { type: 'number' }, '=x'],
    ['a type that became nullable', text, { type: ['string', 'null'] }, '=x'],
    ['options in another order', { anyOf: [text, { type: 'number' }] }, { anyOf: [{ type: 'number' }, text] }, '=='],
    ['a format', text, { ...text, format: 'email' }, 'x='],
    ['a format nobody knows', text, { ...text, format: 'colour' }, '=='],
    ['another pattern', { ...text, pattern: '^a' }, { ...text, pattern: '^b' }, 'xx'],
    ['a list that may be empty no longer', { type: 'array', items: text }, { type: 'array', items: text, minItems: 1 }, 'x='],
    ['items that must differ', { type: 'array', items: text }, { type: 'array', items: text, uniqueItems: true }, 'x='],
    [
      'a tuple that became longer',
      { type: 'array', prefixItems: [text], items: false, minItems: 1 },
      { type: 'array', prefixItems: [text, text], items: false, minItems: 1 },
      '=x',
    ],
    ['an object that became a record', object({ a: text }), { type: 'object', additionalProperties: text }, '=x'],
    [
      'definitions under other names',
      { $ref: '#/$defs/A', $defs: { A: object({ a: text }) } },
      { $ref: '#/$defs/B', $defs: { B: object({ a: text }) } },
      '==',
    ],
    [
      'undeclared properties of an object open by silence',
      { type: 'object', properties: { a: text } },
      { type: 'object', properties: { a: text, b: { type: 'number' } } },
      '==',
    ],
    [
      'the same condition',
      { ...object({ a: text }), if: { required: ['a'] }, then: { properties: { a: { minLength: 2 } } } },
      { ...object({ a: text }), title: 'T', if: { required: ['a'] }, then: { properties: { a: { minLength: 2 } } } },
      '==',
    ],
  ])('%s', (_, before, after, verdicts) => expect(shown(between(before, after))).toBe(verdicts));

  test('options that are told apart by a tag, each of which gained something', () => {
    const option = (kind: string, more: object = {}) => object({ kind: { const: kind }, ...more });
    const before = { anyOf: [option('a', { n: { type: 'integer' } }), option('b')] };
    const after = { anyOf: [option('b'), option('a', { n: { type: 'number' } }), option('c')] };
    expect(shown(between(before, after))).toBe('=x');
  });

  test('one object whose tag has several values fits options that each have one', () => {
    const before = object({ kind: { enum: ['a', 'b'] }, n: { type: 'integer' } });
    const option = (kind: string) => object({ kind: { const: kind }, n: { type: 'integer' } });
    expect(shown(between(before, { anyOf: [option('a'), option('b')] }))).toBe('==');
  });

  test('recursion ends, and what is wrong deep within it is found', () => {
    const tree = (value: unknown) => ({
      $ref: '#/$defs/Node',
      $defs: { Node: object({ value, next: { anyOf: [{ $ref: '#/$defs/Node' }, { type: 'null' }] } }) },
    });
    expect(shown(between(tree({ type: 'integer' }), tree({ type: 'number' })))).toBe('=x');
  });

  test('the witness, what is said of it, and where', () => {
    const { backward } = between(
      object({ a: object({ n: { type: 'number' } }) }),
      object({ a: object({ n: { type: 'number', minimum: 0 } }) }),
    ).data;
    expect(backward).toMatchObject({
      verdict: 'breaks',
      witness: { value: { a: { n: -1 } } },
      path: '/properties/a/properties/n',
    });
    expect(backward.verdict === 'breaks' && backward.witness.issues[0]?.path).toEqual(['a', 'n']);
  });

  test('undeclared properties count where they are kept', () => {
    const before = { type: 'object', properties: { a: text } };
    const after = { type: 'object', properties: { a: text, b: { type: 'number' } } };
    expect(shown(between(before, after, { openness: 'keep' }))).toBe('x=');
  });

  test('answers kept as text: another encoding reads them no longer, though the values are the same', () => {
    const list = { type: 'array', items: text, minItems: 1 };
    const { data } = between(object({ a: list }), object({ a: { ...list, prefixItems: [text] } }));
    expect(data.backward.verdict).toBe('compatible');
    expect(data.texts.backward).toMatchObject({ verdict: 'breaks', witness: { text: expect.any(String) as string } });
  });
});

describe('code that runs while finishing', () => {
  const refined = (check: (value: string) => boolean) => z.object({ a: z.string().refine(check) });

  test('the same function, another one, and none before', () => {
    expect(
      shown(
        between(
          refined((value) => value !== 'x'),
          refined((value) => value !== 'x'),
        ),
      ),
    ).toBe('==');
    expect(
      shown(
        between(
          refined((value) => value.startsWith('a')),
          refined((value) => value.startsWith('b')),
        ),
      ),
    ).toMatch(/^[x?][x?]$/);
    expect(
      shown(
        between(
          z.object({ a: z.string() }),
          refined((value) => value !== 'a'),
        ),
      ),
    ).toBe('x=');
  });

  test('without a word that functions are the same, only one and the same is', () => {
    const check = (value: string) => value !== 'x';
    const [one, other] = [compile<unknown>(refined(check)) as Compiled, compile<unknown>(refined(check)) as Compiled];
    expect(shown(diff(one, other))).toBe('==');
    const clone = compile<unknown>(refined((value) => value !== 'x')) as Compiled;
    expect(shown(diff(one, clone))).toBe('??');
    expect(shown(diff(one, clone, { unchanged: true }))).toBe('==');
  });

  test('what follows a transform is looked at, though no shape shows it', () => {
    const piped = (least: number) => z.object({ a: z.string().transform(Number).pipe(z.number().min(least)) });
    expect(shown(between(piped(1), piped(1)))).toBe('==');
    expect(shown(between(piped(1), piped(2)))).toBe('x?');
  });

  test('a check of a whole object sees what became of its parts', () => {
    const ordered = (least: z.ZodType) =>
      z.object({ from: least, to: z.number() }).refine(({ from, to }) => (from as number) <= to);
    expect(shown(between(ordered(z.number().min(1)), ordered(z.number().min(0))))).toBe('=x');
    expect(shown(between(ordered(z.number()), ordered(z.number().default(0))))).toMatch(/^\?/);
  });

  test('TypeBox: refinements', () => {
    const even = Type.Refine(Type.Integer(), (value) => value % 2 === 0);
    expect(shown(between(Type.Integer(), even))).toBe('x=');
  });
});

describe('wire, by the rule of the API', () => {
  test.each<[name: string, before: unknown, after: unknown, grammar: boolean, prompt: boolean]>([
    ['nothing', object({ a: text }), object({ a: text }), false, false],
    ['a title and a description', object({ a: text }), object({ a: { ...text, title: 'T', description: 'D' } }), false, true],
    ['a property called description', object({ a: text }), object({ description: text }), true, true],
    ['a bound that is only hinted at', { type: 'number' }, { type: 'number', minimum: 100 }, false, true],
    ['the order of properties', object({ a: text, b: text }), object({ b: text, a: text }), true, true],
  ])('%s', (_, before, after, grammar, prompt) =>
    expect(between(object({ it: before }), object({ it: after })).wire).toEqual({ grammar, prompt }),
  );
});

describe('code: the TypeScript type', () => {
  test.each<[name: string, before: unknown, after: unknown, type: string]>([
    ['a bound is none of it', { type: 'number' }, { type: 'number', minimum: 0 }, 'same'],
    ['integers are numbers', { type: 'integer' }, { type: 'number' }, 'same'],
    ['closed or not', { type: 'object', properties: { a: text }, required: ['a'] }, object({ a: text }), 'same'],
    ['another literal', { enum: ['a'] }, { enum: ['a', 'b'] }, 'wider'],
    ['one literal less', { enum: ['a', 'b'] }, { enum: ['a'] }, 'narrower'],
    ['another type', text, { type: 'number' }, 'changed'],
    ['optional', object({ a: text }), object({ a: text }, []), 'wider'],
    ['a default that fills in', z.object({ a: z.string() }), z.object({ a: z.string().default('x') }), 'same'],
    ['a transform', z.string().transform((value) => value.length), z.string().transform((value) => value.trim()), 'undecided'],
  ])('%s', (_, before, after, type) => expect(between(before, after).code.type).toBe(type));

  test('what is gone, and what goes by another name', () => {
    const { code } = between(object({ a: text, b: { type: 'number' } }), object({ a: text, c: { type: 'number' } }));
    expect(code.renamed).toEqual([{ path: '/properties/b', from: 'b', to: 'c' }]);
    expect(code.removed).toEqual([]);
    expect(between(object({ a: text, b: text }), object({ a: text })).code.removed).toEqual(['/properties/b']);
  });

  test('a named type', () => {
    const named = (name: string) => ({ ...object({ a: { $ref: `#/$defs/${name}` } }), $defs: { [name]: object({ b: text }) } });
    expect(between(named('line_item'), named('position')).code.renamed).toEqual([
      { path: '/$defs/position', from: 'LineItem', to: 'Position' },
    ]);
  });
});

test('changes, place by place, in words', () => {
  const before = object({ a: { ...text, maxLength: 3 }, b: { enum: ['x'] }, c: text, d: { type: 'array', items: text } }, ['a']);
  const after = object(
    {
      a: { ...text, maxLength: 5, description: 'A.' },
      b: { enum: ['x', 'y'] },
      d: { type: 'array', items: { type: 'number' } },
      e: text,
    },
    ['a', 'b'],
  );
  expect(between(before, after).changes.map(({ path, words }) => `${path}: ${words}`)).toEqual([
    '/properties/a: the description is new: "A."',
    '/properties/a: `maxLength` was 3 and is now 5',
    '/properties/b: the property is required, and was optional',
    '/properties/b: "y" is new among its values',
    '/properties/d/items: it was text and is now a number',
    '/properties/e: the property is new: text, optional',
    '/properties/c: the property is gone; it was optional',
  ]);
});

function tree(): z.ZodType {
  const node: z.ZodType = z.object({
    value: z.string(),
    get next(): z.ZodType {
      return z.array(node);
    },
  });
  return node;
}

describe('found by generated edits', () => {
  test.each<[name: string, before: unknown, after: unknown, verdicts: RegExp]>([
    [
      'bounds of a union are those of its options',
      {
        anyOf: [
          { ...text, minLength: 2, maxLength: 5 },
          { ...text, format: 'date-time' },
        ],
      },
      { ...text, minLength: 2, maxLength: 5 },
      /^x=$/,
    ],
    ['a literal has to keep bounds too', z.enum(['Green']), z.string().length(3), /^x/],
    [
      'a part of an intersection is not the whole',
      { type: 'array', items: { type: ['string', 'null'], enum: ['', null] } },
      { type: 'array', items: text },
      /^xx$/,
    ],
    ['items that share the path of their list', Type.Array(Type.Tuple([])), Type.Tuple([]), /^x=$/],
    [
      'multiples of two fractions: division underflows',
      { type: 'number', multipleOf: 2 },
      { type: 'number', multipleOf: 1 },
      /^\?x$/,
    ],
    [
      'an object that is open, but for its type, holds any text',
      { properties: {}, additionalProperties: true },
      { type: 'object', additionalProperties: true },
      /^[x?]=$/,
    ],
    [
      'what fails one option is caught by another',
      z.union([z.number().multipleOf(0.5), z.string().catch('')]),
      z.union([z.number().multipleOf(0.5), z.string()]),
      /^[x?]/,
    ],
    [
      'what fails one option passes by another that states no type',
      { anyOf: [{ type: 'number', multipleOf: 1 }, { format: 'date-time' }] },
      {
        anyOf: [
          { type: 'number', multipleOf: 1 },
          { ...text, format: 'date-time' },
        ],
      },
      /^[x?]/,
    ],
    [
      'an option with code is not the same as one without',
      z.union([z.string().pipe(z.coerce.number()), z.string()]),
      z.union([z.string().pipe(z.coerce.number()), z.enum(['red'])]),
      /^[x?]/,
    ],
    [
      'a default fills in for one option, so that two fit',
      z.xor([z.string(), z.void()]),
      z.xor([z.string().default('x'), z.void()]),
      /^[x?]/,
    ],
    ['values that JSON lacks, where all JSON is read', z.map(z.string(), z.date()), z.map(z.string(), z.json()), /^[x?]/],
    [
      'properties that every object inherits',
      Type.Object({ a: Type.String() }, { additionalProperties: false }),
      Type.Object({ a: Type.String(), constructor: Type.Optional(Type.Object({})) }, { additionalProperties: false }),
      /^[?=]/,
    ],
    ['a definition that shares the path of an option around it', tree().optional(), tree(), /^[x?]=$/],
    [
      'patterns of keys that overlap',
      {
        type: 'object',
        patternProperties: { '^k': { type: 'integer' }, '^[a-z]+$': { type: 'integer', minimum: 0 } },
        additionalProperties: false,
      },
      {
        type: 'object',
        title: 'T',
        patternProperties: { '^k': { type: 'integer' }, '^[a-z]+$': { type: 'integer', minimum: 0 } },
        additionalProperties: false,
      },
      /^==$/,
    ],
  ])('%s', (_, before, after, verdicts) => expect(shown(between(before, after))).toMatch(verdicts));
});
