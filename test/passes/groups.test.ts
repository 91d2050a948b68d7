import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { decode, encode, load } from '../../src/answer/program.js';
import { wireFormatAdmits } from '../../src/answer/wire-formats.js';
import type { CompileOptions, JsonSchema, LedgerEntry } from '../../src/compiled.js';
import { toArtifact } from '../../src/emit/artifact.js';
import { compile } from '../../src/index.js';

const ENTRIES = { encode: 'entries' };

function object(properties: { [key: string]: object }, more: object = {}) {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, { ...schema, 'x-bascule': ENTRIES }])),
    additionalProperties: false,
    ...more,
  };
}

/** The lists of entries as they are sent, by their names. */
function lists(
  schema: unknown,
  options?: CompileOptions,
): { [name: string]: { description?: string; items: { properties: { value: JsonSchema } } } } {
  const { properties } = compile<unknown>(schema, options).wire as { properties: { [key: string]: never } };
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name.startsWith('more')));
}

function fates(schema: unknown, options?: CompileOptions): { [at: string]: Partial<LedgerEntry> } {
  return Object.fromEntries(
    compile<unknown>(schema, options).ledger.map(({ path, keyword, ...rest }) => [`${path} ${keyword}`, rest]),
  );
}

describe('what the model is told', () => {
  test('what the list is, then a line about each member that has words', () =>
    expect(
      lists(
        object({
          a: { type: 'string', title: 'The street', description: 'With the number of the house.' },
          b: { type: 'string' },
          c: { type: 'string', title: 'City?', description: 'In Latin letters' },
          d: { type: 'string', description: 'First line.\nSecond line.' },
          e: { type: 'string', title: 'Same', description: 'Same' },
          f: { type: 'string', description: ' ' },
          g: { type: 'string', description: 'Same' },
        }),
      ).more?.description,
    ).toBe(
      [
        'Properties that may be absent, one entry for each that is there, no key twice.',
        'a: The street. With the number of the house.',
        'c: City? In Latin letters',
        'd: First line.\nSecond line.',
        'e, g: Same',
      ].join('\n'),
    ));

  test('what holds for each value stands at the value', () => {
    const text = { type: 'string', minLength: 2, pattern: '^a', format: 'date' };
    expect(lists(object({ a: text, b: text })).more?.items.properties.value).toEqual({
      type: 'string',
      description: 'At least 2 characters.',
      pattern: '^a',
      format: 'date',
    });
  });

  test('words within a value that differ keep properties apart', () => {
    const list = (description: string) => ({ type: 'array', items: { type: 'string', description } });
    expect(Object.keys(lists(object({ a: list('One.'), b: list('Two.'), c: list('One.') })))).toEqual(['more', 'more_2']);
  });
});

describe('the ledger', () => {
  const text = { type: 'string', title: 'T', description: 'D', minLength: 2, maxLength: 9, pattern: '^a' };
  const found = fates(
    object({
      a: text,
      b: { ...text, title: 'U' },
      c: { type: 'integer', minimum: 1, maximum: 3 },
      d: { type: 'integer', maximum: 3, minimum: 1 },
    }),
  );

  test.each(['a', 'b'])('every keyword of %s has its fate, that of a member that stands alone', (key) => {
    const at = (keyword: string) => found[`/properties/${key} ${keyword}`];
    expect(at('type')).toEqual({ fate: 'sent' });
    expect(at('description')).toEqual({ fate: 'sent' });
    expect(at('title')).toEqual({ fate: 'encoded', note: 'among the words about the list that it shares' });
    expect(at('minLength')).toEqual({ fate: 'checked', hint: 'At least 2 characters.' });
    expect(at('maxLength')).toMatchObject({ fate: 'checked' });
    expect(at('pattern')).toEqual({ fate: 'sent' });
    expect(at('x-bascule')).toMatchObject({ fate: 'inert' });
  });

  test.each(['c', 'd'])('a small range of %s is an enumeration', (key) =>
    expect([found[`/properties/${key} minimum`], found[`/properties/${key} maximum`]]).toEqual([
      { fate: 'encoded' },
      { fate: 'encoded' },
    ]),
  );

  test('members of the second place of a union, of items, of references', () => {
    const schema = {
      ...object({
        a: { type: 'array', items: { type: ['string', 'null'], minLength: 3 }, minItems: 1 },
        b: { type: 'array', items: { type: ['string', 'null'], minLength: 3 }, minItems: 1 },
        c: { $ref: '#/$defs/text' },
        d: { $ref: '#/$defs/text' },
      }),
      $defs: { text: { type: 'string', description: 'D', minLength: 4 } },
    };
    const all = fates(schema);
    for (const key of ['a', 'b']) {
      expect(all[`/properties/${key} minItems`]).toEqual({ fate: 'sent' });
      expect(all[`/properties/${key}/items minLength`]).toMatchObject({ fate: 'checked' });
      expect(all[`/properties/${key}/items type`]?.fate).toMatch(/sent|encoded/);
    }
    for (const key of ['c', 'd']) expect(all[`/properties/${key} $ref`]).toEqual({ fate: 'encoded' });
    expect(all['/$defs/text description']).toEqual({ fate: 'sent' });
    expect(all['/$defs/text minLength']).toMatchObject({ fate: 'checked' });
    expect(lists(schema).more_2?.items.properties.value).toEqual({ type: 'string', description: 'D. At least 4 characters.' });
  });

  test('what has a default or examples stays where they can be said, and the pin is answered', () => {
    const { wire, diagnostics, ledger } = compile<unknown>(
      object({ a: { type: 'string', default: 'x' }, b: { type: 'string', examples: ['y'] } }),
    );
    expect(wire).toMatchObject({ properties: { a: { type: 'string', default: 'x' }, b: { type: 'string' } }, required: [] });
    expect(diagnostics).toMatchObject([
      { code: 'pin-not-kept', path: '/properties/a', message: expect.stringMatching(/only what is plain.*`default`/) },
      { code: 'pin-not-kept', path: '/properties/b' },
    ]);
    expect(ledger.find(({ keyword }) => keyword === 'default')).toMatchObject({ fate: 'sent' });
  });

  test('nothing is said to be narrowed or dropped that is not', () => {
    const { ledger, diagnostics } = compile<unknown>(object({ a: { type: 'string' }, b: { type: 'string' } }));
    expect(diagnostics).toEqual([]);
    expect(new Set(ledger.map(({ fate }) => fate))).toEqual(new Set(['sent', 'encoded', 'inert']));
  });
});

describe('pins', () => {
  const either = () => ({ anyOf: [{ type: 'string' }, { type: 'number' }] });

  test('what is to be tagged shares no list, and the other pin is answered', () => {
    const schema = { type: 'object', properties: { a: either(), b: either(), c: either() }, additionalProperties: false };
    const { wire, diagnostics } = compile<unknown>(schema, {
      encode: { '/properties/a': ['entries', 'tagged'], '/properties/b': 'entries', '/properties/c': 'entries' },
    });
    expect(diagnostics).toMatchObject([{ code: 'pin-not-kept', path: '/properties/a' }]);
    expect(JSON.stringify((wire.properties as { a: unknown }).a)).toContain('"option"');
    expect(Object.keys(wire.properties as object)).toEqual(['more', 'a']);
  });

  test('entries of lists of options', () => {
    const schema = { type: 'object', properties: { a: either(), b: either(), c: either() }, additionalProperties: false };
    const encode = {
      '/properties/a': ['entries', 'lists'],
      '/properties/b': ['entries', 'lists'],
      '/properties/c': 'entries',
    } as const;
    const compiled = compile<unknown>(schema, { encode: encode as never });
    const value = { a: 'x', b: 1, c: 2 };
    expect(compiled.encode(value)).toEqual({
      more: [
        { key: 'a', value: { text: ['x'], number: [] } },
        { key: 'b', value: { text: [], number: [1] } },
      ],
      more_2: [{ key: 'c', value: 2 }],
    });
    expect(compiled.decode(compiled.encode(value))).toEqual({ value, repairs: [] });
    expect(compiled.ledger.filter(({ path }) => path.startsWith('/properties/b')).map(({ fate }) => fate)).toEqual(
      compiled.ledger.filter(({ path }) => path.startsWith('/properties/a')).map(({ fate }) => fate),
    );
  });
});

describe('the same again', () => {
  const schema = {
    ...object({
      a: { type: 'string', description: 'A.' },
      b: { type: 'string', title: 'B' },
      more: { type: ['string', 'null'] },
      c: { $ref: '#/$defs/kind' },
      d: { $ref: '#/$defs/kind' },
    }),
    $defs: { kind: { enum: ['One', 'two'] } },
  };

  test.each(['output', 'tool'] as const)('what was lowered once is not lowered again: %s', (mode) => {
    const { wire } = compile<unknown>(schema, { mode });
    expect(JSON.stringify(compile<unknown>(JSON.parse(JSON.stringify(wire)), { mode }).wire)).toBe(JSON.stringify(wire));
  });

  test('the same bytes each time', () => {
    const again = () => compile<unknown>(structuredClone(schema));
    expect(JSON.stringify(again().wire)).toBe(JSON.stringify(again().wire));
    expect(again().fingerprint).toBe(again().fingerprint);
  });

  test('an artifact is as published, and does what the compiled schema does', () => {
    const compiled = compile<unknown>(schema);
    const artifact = JSON.parse(JSON.stringify(toArtifact(compiled, { name: 'one' })));
    const published = JSON.parse(readFileSync(new URL('../../schemas/artifact.json', import.meta.url), 'utf8'));
    const valid = new Ajv2020({ strict: true, strictTypes: false, strictTuples: false, strictRequired: false }).compile(
      published,
    );
    expect(valid(artifact), JSON.stringify(valid.errors)).toBe(true);
    const program = load(artifact.decoder, compiled.source);
    const value = { a: 'x', more: null, d: 'two' };
    const wire = encode(program, value, wireFormatAdmits);
    expect(wire).toEqual(compiled.encode(value));
    expect(decode(program, wire)).toEqual({ value, repairs: [] });
    expect(decode(program, { more_2: [{ key: 'z', value: 'x' }], more_3: [], more_4: [] })).toMatchObject({
      issues: [{ path: ['z'] }],
    });
  });

  test('the fingerprint knows the names of the members, not their words', () => {
    const of = (properties: { [key: string]: object }) => compile<unknown>(object(properties)).fingerprint;
    const one = of({ a: { type: 'string' }, b: { type: 'string' } });
    expect(of({ a: { type: 'string', description: 'New.' }, b: { type: 'string' } })).toBe(one);
    expect(of({ a: { type: 'string' }, c: { type: 'string' } })).not.toBe(one);
  });
});

test('a Zod enum is one choice for all', () => {
  const kind = () => z.enum(['One', 'two']).optional().meta({ bascule: ENTRIES });
  const compiled = compile(z.object({ a: kind(), b: kind() }));
  expect(compiled.decode({ more: [{ key: 'B', value: 'ONE' }] })).toMatchObject({
    value: { b: 'One' },
    repairs: [{ to: 'b' }, { path: ['b'], to: 'One' }],
  });
});
