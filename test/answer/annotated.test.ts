import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { annotated, annotatedText } from '../../src/answer/annotated.js';
import { readJson } from '../../src/answer/json-text.js';
import { Lowered } from '../../src/answer/lowered.js';
import { compile } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';
import type { Issue } from '../../src/read/source.js';
import { drawFrom } from '../support/draw.js';
import { mutate } from '../support/mutate.js';
import '../support/seed.js';

const tree: z.ZodType = z.object({
  name: z.string().max(1),
  get children() {
    return z.array(tree);
  },
});

/** What is wrong with an answer, written into it. */
function corrected(schema: unknown, wire: unknown, maxLength?: number): string[] {
  const compiled = compile<unknown>(schema);
  const { issues = [] } = compiled.decode(wire);
  expect(issues).not.toEqual([]);
  return annotated(new Lowered(compiled.lowered), wire, issues, maxLength === undefined ? {} : { maxLength }).split('\n');
}

describe('issues stand beside the offending values', () => {
  it('of an object', () =>
    expect(corrected({ type: 'object', properties: { count: { type: 'integer' }, a: {} } }, { count: 'many', a: '[]' })).toEqual([
      '{',
      '  "count": "many", // ✗ Expected a whole number, but found the text "many".',
      '  "a": "[]"',
      '}',
    ]));

  it('of records and tuples', () =>
    expect(
      corrected(z.object({ totals: z.record(z.string(), z.number().max(9)), at: z.tuple([z.string().max(1), z.number()]) }), {
        totals: [
          { key: 'net', value: 1 },
          { key: 'vat', value: 19 },
        ],
        at: { item0: 'ab', item1: 1 },
      }),
    ).toEqual([
      '{',
      '  "totals": [',
      '    {',
      '      "key": "net",',
      '      "value": 1',
      '    },',
      '    {',
      '      "key": "vat",',
      '      "value": 19 // ✗ Too big: expected number to be <=9',
      '    }',
      '  ],',
      '  "at": {',
      '    "item0": "ab", // ✗ Too big: expected string to have <=1 characters',
      '    "item1": 1',
      '  }',
      '}',
    ]));

  it('of nodes', () =>
    expect(
      corrected(tree, {
        root: 1,
        nodes: [
          { id: 1, name: 'a', children: [2] },
          { id: 2, name: 'bc', children: [] },
        ],
      }),
    ).toEqual([
      '{',
      '  "root": 1,',
      '  "nodes": [',
      '    {',
      '      "id": 1,',
      '      "name": "a",',
      '      "children": [',
      '        2',
      '      ]',
      '    },',
      '    {',
      '      "id": 2,',
      '      "name": "bc", // ✗ Too big: expected string to have <=1 characters',
      '      "children": []',
      '    }',
      '  ]',
      '}',
    ]));

  it('an id beside the id', () =>
    expect(corrected(tree, { root: 1, nodes: [{ id: 1, name: 'a', children: [7] }] })).toContain(
      '        7 // ✗ Expected the id of a node.',
    ));

  it('a missing property beside the opening brace', () =>
    expect(
      corrected(z.object({ a: z.object({ b: z.string(), c: z.string() }), d: z.object({ e: z.string() }) }), {
        a: { b: 'x' },
        d: {},
      }),
    ).toEqual([
      '{',
      '  "a": { // ✗ a.c: Invalid input: expected string, received undefined',
      '    "b": "x"',
      '  },',
      '  "d": {} // ✗ d.e: Invalid input: expected string, received undefined',
      '}',
    ]));

  it('a property that was not asked for beside it', () =>
    expect(corrected({ type: 'object', properties: {}, additionalProperties: false }, { x: 1 })[1]).toMatch(
      /^ {2}"x": 1 \/\/ ✗ ./,
    ));

  it('inside a JSON text beside the text', () =>
    expect(
      corrected(z.object({ any: z.any().refine((v) => v.a > 1, { path: ['a'], message: 'Too small' }) }), { any: '{"a":1}' }),
    ).toEqual(['{', '  "any": "{\\"a\\":1}" // ✗ any.a: Too small', '}']));

  it('at the root of what was wrapped', () =>
    expect(corrected(z.string().max(1), { value: 'ab' })).toEqual([
      '{',
      '  "value": "ab" // ✗ Too big: expected string to have <=1 characters',
      '}',
    ]));

  it('several at one value', () =>
    expect(corrected(z.object({ a: z.string().max(1).startsWith('x') }), { a: 'ab' })[1]).toBe(
      '  "a": "ab" // ✗ Too big: expected string to have <=1 characters ✗ Invalid string: must start with "x"',
    ));

  it('without a compiled schema, at the paths of the value itself', () =>
    expect(
      annotated(undefined, { a: [1, { b: null }] }, [
        { path: ['a', 1, 'b'], message: 'One.' },
        { path: ['a', 0, 'c'], message: 'Two.' },
        { path: ['a', 'length'], message: 'Three.' },
        { path: [], message: 'Four.' },
      ]).split('\n'),
    ).toEqual([
      '{ // ✗ Four.',
      '  "a": [ // ✗ a.length: Three.',
      '    1, // ✗ a[0].c: Two.',
      '    {',
      '      "b": null // ✗ One.',
      '    }',
      '  ]',
      '}',
    ]));
});

describe('what has no issue is left out where the text would be too long', () => {
  const rows = z.array(z.object({ id: z.number(), text: z.string(), size: z.number().max(9) }));
  const wire = Array.from({ length: 400 }, (_, id) => ({
    id,
    text: 'long '.repeat(100),
    size: id === 7 || id === 350 ? 10 : 1,
  }));

  it('items, properties, the ends of texts', () => {
    expect(corrected(rows, wire, 300)).toEqual([
      '[',
      '  … (7 left out)',
      '  {',
      '    "id": 7,',
      '    … (1 left out)',
      '    "size": 10 // ✗ Too big: expected number to be <=9',
      '  },',
      '  … (342 left out)',
      '  {',
      '    "id": 350,',
      '    … (1 left out)',
      '    "size": 10 // ✗ Too big: expected number to be <=9',
      '  },',
      '  … (49 left out)',
      ']',
    ]);
  });

  it('no more than need be', () => {
    for (const maxLength of [1000, 2000, 4000, 8000]) {
      const text = corrected(rows, wire, maxLength).join('\n');
      expect(text.length).toBeLessThanOrEqual(maxLength);
      expect(text.length).toBeGreaterThan(maxLength / 4);
    }
    const whole = corrected(rows, wire, Number.POSITIVE_INFINITY);
    expect(JSON.parse(whole.join('\n').replace(/ \/\/ ✗ .*/g, ''))).toEqual(wire);
  });

  it('of an offending text more than of another', () => {
    const [, a, b] = annotated(undefined, { a: 'x'.repeat(5000), b: 'y'.repeat(5000) }, [
      { path: ['b'], message: 'Long.' },
    ]).split('\n');
    expect(a).toBe(`  "a": "${'x'.repeat(199)}…",`);
    expect(b).toBe(`  "b": "${'y'.repeat(399)}…" // ✗ Long.`);
  });

  it('but 30 issues, and how many more there are', () => {
    const many = Array.from({ length: 42 }, (_, index) => ({ path: [index], message: `Wrong ${index}.` }));
    const lines = annotated(undefined, Array(42).fill(0), many, { maxLength: 0 }).split('\n');
    expect(lines.slice(-4)).toEqual(['  0, // ✗ Wrong 29.', '  … (12 left out)', ']', '… and 12 more']);
  });
});

describe('nothing breaks out of its line', () => {
  const breaks = 'a\nb\r\nc\u2028d\u2029e\u0085f\u0000g\u001bh';
  it('no text, no key, no message, no path', () => {
    const wire = { [breaks]: breaks };
    const issues = [
      { path: [breaks], message: breaks },
      { path: [breaks, breaks], message: 'Inside.' },
    ];
    const escaped = 'a\\nb\\r\\nc\\u2028d\\u2029e\\u0085f\\u0000g\\u001bh';
    expect(annotated(undefined, wire, issues)).toBe(
      `{\n  "${escaped}": "${escaped}" // ✗ a b c d e f g h ✗ ["a\\nb\\r\\nc d e f\\u0000g\\u001bh"]["a\\nb\\r\\nc d e f\\u0000g\\u001bh"]: Inside.\n}`,
    );
    expect(annotatedText('x\u2028y\r\nz', issues.slice(0, 1)).split(/\r\n|[\n\r\u2028\u2029\u0085]/)).toHaveLength(4);
  });
  it('no quotation mark in a text that is cut', () => {
    const [, line = ''] = annotated(undefined, { a: `${'x'.repeat(198)}"""""" // ✗ Not I` }, [{ path: [], message: 'One.' }], {
      maxLength: 220,
    }).split('\n');
    expect(line).toMatch(/^ {2}"a": ".*…"$/);
    expect(JSON.parse(`{${line}}`)).toEqual({ a: `${'x'.repeat(99)}…` });
  });
  it('no half of a character', () =>
    expect(annotated(undefined, '😀'.repeat(2000), [{ path: [], message: 'One.' }], { maxLength: 0 })).toBe(
      `"${'😀'.repeat(59)}…" // ✗ One.`,
    ));
});

describe('anything at all', () => {
  const schemas = [
    tree,
    z.object({ r: z.record(z.string(), z.number().max(3)), t: z.tuple([z.string(), z.number()], z.boolean()), a: z.any() }),
    z.looseObject({
      m: z.map(z.string(), z.set(z.string())),
      u: z.union([z.object({ k: z.literal('a') }), z.object({ k: z.date() })]),
    }),
  ];
  const wires: Json[] = [
    {
      root: 1,
      nodes: [
        { id: 1, name: 'a', children: [2] },
        { id: 2, name: 'b', children: [] },
      ],
    },
    { r: [{ key: 'x', value: 1 }], t: { item0: 'x', item1: 1, rest: [true] }, a: '{"b":1}' },
    { m: [{ key: 'x', value: ['y'] }], u: { k: 'a' }, entries: [] },
  ];
  const programs = schemas.map((schema) => {
    const compiled = compile<unknown>(schema);
    return { compiled, lowered: new Lowered(compiled.lowered) };
  });

  /** Every message is there; and the text is no longer than it may be but for its issues and what leads to them. */
  function holds(text: string, issues: readonly Issue[], maxLength: number): void {
    const said = issues.slice(0, 30).map(({ message }) => message.replace(/[\s\p{Cc}]+/gu, ' ').trim());
    for (const message of said) expect(text).toContain(message.length > 500 ? message.slice(0, 499) : message);
    const needed = issues.slice(0, 30).reduce((sum, { path, message }) => sum + message.length + 1200 + path.length * 1200, 1000);
    expect(text.length).toBeLessThanOrEqual(Math.max(maxLength, needed));
    if (issues.length > 30) expect(text).toContain(`… and ${issues.length - 30} more`);
  }

  it('the issues of answers that went wrong', () => {
    let wrong = 0;
    fc.assert(
      fc.property(fc.nat(2), fc.nat(), fc.nat(600), (which, seed, maxLength) => {
        const { compiled, lowered } = programs[which] as (typeof programs)[number];
        const wire = mutate(wires[which] as Json, drawFrom(seed));
        const { issues = [] } = compiled.decode(wire);
        wrong += issues.length;
        holds(annotated(lowered, wire, issues, { maxLength }), issues, maxLength);
      }),
      { numRuns: 600 },
    );
    expect(wrong).toBeGreaterThan(300);
  });

  it('issues that lead anywhere', () => {
    const step = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: -1, max: 3 }),
      fc.constantFrom('a', '__proto__', 'length'),
    );
    const issue = fc.record({ path: fc.array(step, { maxLength: 4 }), message: fc.string({ unit: 'binary', minLength: 1 }) });
    const lowered = fc.constantFrom(undefined, ...programs.map((each) => each.lowered));
    fc.assert(
      fc.property(lowered, fc.jsonValue(), fc.array(issue, { maxLength: 40 }), fc.nat(5000), (by, wire, issues, maxLength) => {
        holds(annotated(by, wire, issues, { maxLength }), issues, maxLength);
        holds(annotatedText(JSON.stringify(wire, null, 1), issues, { maxLength }), issues, maxLength);
      }),
      { numRuns: 600 },
    );
  });

  it('what is deep, long or no JSON', () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 50_000; depth++) deep = depth % 2 ? [deep] : { a: deep };
    const issues = [
      { path: [], message: 'One.' },
      { path: Array.from({ length: 50_000 }, (_, index) => (index % 2 ? 'a' : 0)), message: 'Two.' },
    ];
    for (const maxLength of [0, 4000, Number.POSITIVE_INFINITY, Number.NaN]) {
      const text = annotated(undefined, deep, issues, { maxLength });
      expect(text).toContain('One.');
      expect(text).toContain('Two.');
    }
    const long = Array.from({ length: 300_000 }, (_, index) => ({ index }));
    expect(annotated(undefined, long, [{ path: [299_999, 'index'], message: 'Last.' }])).toContain('"index": 299999 // ✗ Last.');
    const odd = [undefined, 1n, () => 1, Symbol('x'), new Date(0), Number.NaN, Object.create(null)];
    for (const value of [...odd, odd]) expect(annotated(undefined, value, issues)).toContain('One.');
  });
});

describe('text that is no JSON', () => {
  const issuesOf = (text: string): readonly Issue[] => readJson(text, { maxDepth: 9 }).issues ?? [];

  it('is shown with its lines numbered, and its issues below', () => {
    const text = '{"a": 1,\n "b": tru,\n "c": 3}';
    expect(annotatedText(text, issuesOf(text)).split('\n')).toEqual([
      '1 | {"a": 1,',
      '2 |  "b": tru,',
      '3 |  "c": 3}',
      '',
      '✗ b: Expected a value, but found "tru" (line 2, column 7, offset 15).',
    ]);
  });

  it('is shown in part where it is long: lines', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `line ${index + 1}`).join('\n');
    expect(annotatedText(text, issuesOf(text), { maxLength: 70 }).split('\n')).toEqual([
      '1 | line 1',
      '2 | line 2',
      '3 | line 3',
      '…',
      '999 | line 999',
      '1000 | line 1000',
      '',
      '✗ Expected JSON, but found "line" (line 1, column 1, offset 0).',
    ]);
  });

  it('is shown in part where it is long: one line', () => {
    const text = `{${'"a":1,'.repeat(1000)}`;
    const lines = annotatedText(text, [], { maxLength: 100 }).split('\n');
    expect(lines).toEqual([
      '1 | {"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,…',
      '1 | …,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,',
      '',
    ]);
  });

  it.each([0, 1, 50, 4000])('is never longer than %d and its issues', (maxLength) => {
    for (const text of ['', 'x'.repeat(9000), '\n'.repeat(9000), '😀\n'.repeat(3000), `x\n${'y'.repeat(9000)}\nz`]) {
      const [issue] = issuesOf(text);
      const shown = annotatedText(text, issuesOf(text), { maxLength });
      expect(shown.length).toBeLessThanOrEqual(maxLength + (issue?.message.length ?? 0) + 10);
      expect(shown).toContain(issue?.message ?? '');
    }
  });
});
