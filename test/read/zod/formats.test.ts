import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rfc } from './rfc.js';
import { read } from './show.js';
import '../../support/seed.js';

const RUNS = { numRuns: 3000 };
const digits = fc.stringMatching(/^[0-9a-fA-F:.]{2,24}$/);
const durations = fc.stringMatching(
  /^P(\d{1,3}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,3}D)?(T(\d{1,3}H)?(\d{1,3}M)?(\d{1,3}([.,]\d+)?S)?)?$/,
);
const moments = fc.stringMatching(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d(:[0-6]\d(\.\d{1,4})?)?(Z|z|[+-][0-2]\d:?[0-6]\d)?$/);
const hosts = fc.stringMatching(/^[a-zA-Z0-9-]{1,65}(\.[a-zA-Z0-9-]{0,64}){0,3}\.?$/);
const urls = fc.oneof(
  fc.webUrl(),
  fc.string().map((text) => `https://example.com/${text}`),
  fc.string().map((text) => `a:${text}`),
  fc.webUrl().map((text) => ` ${text}\n`),
);
const addresses = fc.oneof(
  fc.ipV6(),
  digits,
  fc.stringMatching(/^([0-9a-f]{0,4}:){2,8}[0-9a-f]{0,4}$/),
  fc.stringMatching(/^([0-9a-f]{0,4}:){1,7}\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/),
);

/** Texts like those that Zod's own regular expression matches, for those that it can be turned around. */
function like(schema: z.ZodStringFormat): fc.Arbitrary<string> {
  return fc.stringMatching(schema.def.pattern as RegExp);
}

/** Every text that Zod takes has the format. */
// biome-ignore format: a table
const EXACT: readonly (readonly [name: string, schema: z.ZodStringFormat, texts: fc.Arbitrary<string>])[] = [
  ['uuid', z.uuid(), fc.oneof(fc.uuid(), like(z.uuid()))],
  ['guid', z.guid(), like(z.guid())],
  ['date', z.iso.date(), fc.oneof(like(z.iso.date()), fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d$/))],
  ['datetime', z.iso.datetime(), fc.oneof(like(z.iso.datetime()), moments)],
  ['datetime with offset', z.iso.datetime({ offset: true }), fc.oneof(like(z.iso.datetime({ offset: true })), moments)],
  ['datetime to the millisecond', z.iso.datetime({ precision: 3 }), like(z.iso.datetime({ precision: 3 }))],
  ['ipv4', z.ipv4(), fc.oneof(fc.ipV4(), digits)],
  ['ipv6', z.ipv6(), addresses],
  ['hostname', z.hostname(), fc.oneof(fc.domain(), hosts)],
];

/** Zod takes the first text, which lacks the format, but also the second, which has it. */
// biome-ignore format: a table
const WIDER: readonly (readonly [name: string, schema: z.ZodStringFormat, lacks: string, has: string])[] = [
  ['email', z.email(), 'a@b-.com', 'ada@example.com'],
  ['email of an earlier release', z.email({ pattern: /^(?!\.)(?!.*\.\.)([A-Za-z0-9_'+\-.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/ }), 'a@b-.com', 'ada@example.com'],
  ['url', z.url(), 'https://example.com/a b', 'https://example.com/a'],
  ['local datetime', z.iso.datetime({ local: true }), '2025-06-30T14:30', '2025-06-30T14:30:00Z'],
  ['duration', z.iso.duration(), 'PT1.5S', 'P3DT4H'],
];

describe('formats that every value has', () => {
  it.each(EXACT)('%s', (_, schema, texts) => {
    const format = formatOf(schema);
    expect(format).toMatchObject({ keyword: 'format' });
    expect(format).not.toHaveProperty('wider');
    let taken = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (!schema.safeParse(text).success) return;
        taken++;
        expect(rfc(format?.value as string, text)).toBe(true);
      }),
      RUNS,
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe('formats that some values lack', () => {
  it.each(WIDER)('%s', (_, schema, lacks, has) => {
    const format = formatOf(schema);
    expect(format).toMatchObject({ keyword: 'format', wider: true });
    expect(schema.safeParse(lacks).success && schema.safeParse(has).success).toBe(true);
    expect(rfc(format?.value as string, lacks)).toBe(false);
    expect(rfc(format?.value as string, has)).toBe(true);
  });
});

describe('formats that no value has', () => {
  it('time', () => {
    expect(formatOf(z.iso.time())).toBeUndefined();
    fc.assert(
      fc.property(like(z.iso.time()), (text) => !rfc('time', text)),
      RUNS,
    );
  });

  it('datetime without seconds', () => {
    const schema = z.iso.datetime({ precision: -1 });
    expect(formatOf(schema)).toBeUndefined();
    fc.assert(
      fc.property(like(schema), (text) => !rfc('date-time', text)),
      RUNS,
    );
  });
});

describe('every facet that is not marked lets all values through', () => {
  // biome-ignore format: a table
  const schemas: readonly (readonly [name: string, schema: z.ZodType<string>, texts: fc.Arbitrary<string>])[] = [
    ['base64', z.base64(), fc.base64String()],
    ['base64url', z.base64url(), fc.base64String().map((text) => text.replace(/=/g, '').replace(/\+/g, '-').replace(/\//g, '_'))],
    ['time', z.iso.time(), like(z.iso.time())],
    ['mac', z.mac(), fc.stringMatching(/^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$/)],
    ['ulid', z.ulid(), fc.ulid()],
    ['e164', z.e164(), like(z.e164())],
    ['iban', z.iban(), fc.constant('GB82WEST12345698765432')],
    ['credit card', z.creditCard(), fc.constantFrom('4111 1111 1111 1111', '4111-1111-1111-1111')],
    ['includes from a position', z.string().includes('b', { position: 2 }), fc.stringMatching(/^(a|b|\u{1F600}){0,6}$/u)],
    ['endsWith', z.string().endsWith('\n.'), fc.string().map((text) => `${text}\n.`)],
    ['lengths of text beyond the basic plane', z.string().min(2).max(3), fc.string({ unit: 'grapheme', maxLength: 5 })],
    ['url', z.url(), urls],
    ['duration', z.iso.duration(), durations],
  ];
  it.each(schemas)('%s', (_, schema, texts) => {
    const { facets = [] } = read(schema).source.document.root;
    const patterns = facets.filter(({ keyword }) => keyword === 'pattern').map(({ value }) => new RegExp(value as string, 'u'));
    const [least, most] = ['minLength', 'maxLength'].map(
      (name) => facets.find(({ keyword }) => keyword === name)?.value as number | undefined,
    );
    let taken = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (!schema.safeParse(text).success) return;
        taken++;
        for (const pattern of patterns) expect(text).toMatch(pattern);
        const length = [...text].length;
        expect(length >= (least ?? 0) && length <= (most ?? length)).toBe(true);
      }),
      RUNS,
    );
    expect(taken).toBeGreaterThan(20);
  });
});

function formatOf(schema: z.ZodType): { readonly value: unknown } | undefined {
  return read(schema).source.document.root.facets?.find(({ keyword }) => keyword === 'format');
}
