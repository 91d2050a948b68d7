import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { claude, compile, SchemaError } from '../../src/index.js';
import { type Levels, lint, subjectOf } from '../../src/lint/engine.js';
import { rules } from '../../src/lint/rules/index.js';

/** What the rules find, as `rule path`; those of level info only where they are asked for. */
function found(schema: unknown, levels: Levels = {}, only?: string): string[] {
  let subject: ReturnType<typeof subjectOf>;
  try {
    const compiled = compile<unknown>(schema);
    subject = subjectOf(compiled, compiled.diagnostics, claude);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    subject = subjectOf(undefined, error.diagnostics, claude);
  }
  return lint(subject, levels)
    .filter(({ rule, severity }) => (only === undefined ? severity !== 'info' : rule === only))
    .map(({ rule, path }) => (only === undefined ? `${rule} ${path}` : path));
}

const good = z.object({
  number: z.string().describe('As printed on the invoice.'),
  total: z.number().describe('In euros, taxes included.'),
  note: z.string().describe('What the customer wrote.').optional(),
});
const properties = (count: number, type: () => z.ZodType) =>
  z.object(Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, type()])));

/** Each rule: schemas in which it finds something, with the paths, and one in which it does not. */
const TABLE: Readonly<
  Record<string, { readonly hits: readonly (readonly [unknown, readonly string[]])[]; readonly clean: unknown }>
> = {
  refused: {
    hits: [
      [{ type: 'object', properties: { a: { $ref: 'https://example.com/x' } } }, ['/properties/a/$ref']],
      [z.object({ a: z.never() }), ['']],
    ],
    clean: good,
  },
  warned: {
    hits: [
      [
        z.object({
          a: z
            .string()
            .meta({ bascule: { encode: 'nope' } })
            .optional(),
        }),
        ['/properties/a'],
      ],
    ],
    clean: good,
  },
  'personal-data': {
    hits: [
      [z.object({ to: z.enum(['ann@example.com', 'office']) }), ['/properties/to']],
      [z.object({ key: z.string().describe('Such as sk-ant-abcdefghijklmnopqrstuv') }), ['/properties/key']],
      [
        { type: 'object', properties: { iban: { type: 'string', default: 'DE89 3704 0044 0532 0130 00' } } },
        ['/properties/iban'],
      ],
    ],
    clean: z.object({ email: z.email().describe('Of the customer'), state: z.enum(['open', 'closed']) }),
  },
  'optional-budget': {
    hits: [[properties(11, () => z.string().optional()), ['']]],
    clean: properties(10, () => z.string().optional()),
  },
  'union-budget': {
    hits: [[properties(12, () => z.string().nullable()), ['']]],
    clean: properties(11, () => z.string().nullable()),
  },
  'grammar-size': { hits: [[properties(71, z.string), ['']]], clean: properties(70, z.string) },
  'enum-size': {
    hits: [[z.object({ a: z.enum(Array.from({ length: 201 }, (_, index) => `v${index}`)) }), ['/properties/a']]],
    clean: z.object({ a: z.enum(Array.from({ length: 200 }, (_, index) => `v${index}`)) }),
  },
  narrowed: {
    hits: [
      [z.object({ a: z.coerce.number() }), ['/properties/a']],
      [z.object({ a: z.string().catch('x') }), ['/properties/a']],
    ],
    clean: { type: 'object', properties: { a: { type: 'string' } } },
  },
  'silent-check': {
    hits: [[z.object({ a: z.string().refine((text) => text !== 'x') }), ['/properties/a']]],
    clean: z.object({
      a: z
        .string()
        .refine((text) => text !== 'x')
        .describe('Not x.'),
    }),
  },
  'risky-pattern': {
    hits: [[z.object({ a: z.string().regex(/^(a+)+$/) }), ['/properties/a']]],
    clean: z.object({ a: z.string().regex(/^a+$/) }),
  },
  'large-number': {
    hits: [
      [{ type: 'object', properties: { id: { type: 'integer', format: 'int64' } } }, ['/properties/id']],
      [Type.Object({ id: Type.Integer({ maximum: 2 ** 60 }) }), ['/properties/id']],
    ],
    clean: z.object({ id: z.int64(), count: z.int() }),
  },
  'enum-capitals': {
    hits: [[z.object({ a: z.enum(['open', 'Open', 'closed']) }), ['/properties/a']]],
    clean: z.object({ a: z.enum(['open', 'closed']) }),
  },
  contradiction: {
    hits: [[z.object({ a: z.string().describe('Optional.') }), ['/properties/a']]],
    clean: z.object({ a: z.string().describe('Optional.').optional() }),
  },
  'reasoning-field': {
    hits: [
      [
        z.object({ chainOfThought: z.string(), reasoning: z.string(), deep: z.object({ step_by_step: z.string() }) }),
        ['/properties/chainOfThought', '/properties/reasoning', '/properties/deep/properties/step_by_step'],
      ],
    ],
    clean: z.object({ explanation: z.string(), evidence: z.string(), thoughtLeader: z.string(), reason: z.string() }),
  },
  'strict-format': { hits: [[z.object({ a: z.url() }), ['/properties/a']]], clean: z.object({ a: z.uuid(), b: z.date() }) },
  'open-object': {
    hits: [[{ type: 'object', properties: { a: { type: 'string' } } }, ['']]],
    clean: { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
  },
  'opaque-text': {
    hits: [[z.object({ a: z.any() }), ['/properties/a']]],
    clean: z.object({ a: z.record(z.string(), z.string()) }),
  },
  'only-checked': {
    hits: [[z.object({ a: z.string().min(3) }), ['/properties/a']]],
    clean: z.object({ a: z.int().min(1).max(5) }),
  },
  'optional-first': {
    hits: [[z.object({ a: z.string().optional(), b: z.string() }), ['']]],
    clean: z.object({ b: z.string(), a: z.string().optional() }),
  },
  'long-description': {
    hits: [[z.object({ a: z.string().describe('x'.repeat(1001)) }), ['/properties/a']]],
    clean: z.object({ a: z.string().describe('x'.repeat(1000)) }),
  },
  undescribed: {
    hits: [
      [z.object({ a: z.string() }), ['/properties/a']],
      [z.object({ a: z.union([z.string().describe('A name'), z.number()]) }), ['/properties/a']],
    ],
    clean: good.extend({ a: z.string().describe('A name').nullable(), b: z.number().describe('A sum').nullish() }),
  },
};

describe.each(Object.entries(TABLE))('%s', (rule, { hits, clean }) => {
  test.each(hits)('finds it (%#)', (schema, paths) => expect(found(schema, {}, rule)).toEqual(paths));
  test('and nothing where there is nothing', () => expect(found(clean, {}, rule)).toEqual([]));
});

test('every rule stands in the table, and says what it is', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(Object.keys(TABLE).sort());
  for (const { id, law, page, evidence } of rules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(law).toMatch(/^[A-Z].*\.$/);
    expect(page.length).toBeGreaterThan(60);
    expect(evidence.source.length).toBeGreaterThan(5);
  }
});

test('a good schema has no warning, and the examples neither', async () => {
  expect(found(good)).toEqual([]);
  const folder = fileURLToPath(new URL('../../schemas/examples/', import.meta.url));
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'start.ts')) {
    const module = (await import(`${folder}${file}`)) as Record<string, unknown>;
    for (const value of Object.values(module))
      if (typeof value === 'object' && value !== null && ('_zod' in value || '~kind' in value))
        expect(found(value), file).toEqual([]);
  }
});

test('levels', () => {
  const schema = z.object({ reasoning: z.string() });
  expect(found(schema)).toEqual(['reasoning-field /properties/reasoning']);
  expect(found(schema, { 'reasoning-field': 'off' })).toEqual([]);
  expect(found(schema, { undescribed: 'error' })).toEqual([
    'reasoning-field /properties/reasoning',
    'undescribed /properties/reasoning',
  ]);
});

test('a place that is used twice is told once; a recursive schema ends', () => {
  const Node: z.ZodType = z.object({
    reasoning: z.string(),
    get next() {
      return Node.optional();
    },
  });
  expect(found(z.object({ a: Node, b: Node }))).toHaveLength(1);
  expect(
    found({
      type: 'object',
      properties: { a: { $ref: '#/$defs/n' }, b: { $ref: '#/$defs/n' } },
      $defs: { n: { type: 'object', properties: { cot: { type: 'string' } } } },
    }),
  ).toEqual(['reasoning-field /$defs/n/properties/cot']);
});
