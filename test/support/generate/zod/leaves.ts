import { z } from 'zod';
import type { Draw } from '../../draw.js';
import { sampleAny } from '../instance/any.js';
import { TEXTS } from '../words.js';

interface Leaf {
  make(): z.ZodType;
  /** An input, mostly a good one. */
  input(draw: Draw): unknown;
  /** Parsing an output again gives the same. */
  readonly pure: boolean;
}

const leaf = (make: () => z.ZodType, values: readonly unknown[], pure = true): Leaf => ({
  make,
  input: (draw) => draw.pick(values),
  pure,
});

const DATES = [new Date('2024-02-29T12:00:00.000Z'), new Date(0), new Date('1999-12-31T23:59:59.999Z')];

/** Every kind of schema without parts, by name. */
export const LEAVES: Readonly<Record<string, Leaf>> = {
  string: leaf(() => z.string(), TEXTS),
  'string bounded': leaf(() => z.string().min(2).max(5), ['ab', 'abcde', '😀é', 'x']),
  'string length': leaf(() => z.string().length(3), ['abc', '123', '']),
  'string nonempty': leaf(() => z.string().nonempty(), ['a', ' ', '']),
  'string regex': leaf(() => z.string().regex(/^[a-z]+-\d+$/), ['ab-1', 'z-99', 'A-1']),
  'string regex flags': leaf(() => z.string().regex(/^abc$/i), ['abc', 'ABC', 'aBc']),
  'string affixes': leaf(() => z.string().startsWith('a').endsWith('z').includes('-'), ['a-z', 'abc-xyz', 'az']),
  'string trimmed': leaf(() => z.string().trim().toLowerCase(), [' A ', 'b', 'MiXed']),
  'string lowercase': leaf(() => z.string().lowercase(), ['abc', '', 'A']),
  email: leaf(() => z.email(), ['a@b.co', 'first.last@example.org', 'no']),
  uuid: leaf(() => z.uuid(), ['123e4567-e89b-42d3-a456-426614174000', '00000000-0000-0000-0000-000000000000']),
  guid: leaf(() => z.guid(), ['123e4567-e89b-92d3-f456-426614174000']),
  url: leaf(() => z.url(), ['https://example.com/a?b=c', 'mailto:a@b.co', 'https://example.com/a b']),
  'iso date': leaf(() => z.iso.date(), ['2024-02-29', '1999-01-01', '2023-02-30']),
  'iso time': leaf(() => z.iso.time(), ['12:34:56', '00:00', '23:59:59.123']),
  'iso datetime': leaf(() => z.iso.datetime(), ['2024-02-29T12:00:00Z', '2024-01-01T00:00:00.5Z']),
  'iso datetime offset': leaf(
    () => z.iso.datetime({ offset: true, local: true }),
    ['2024-02-29T12:00:00+02:00', '2024-02-29T12:00:00'],
  ),
  'iso duration': leaf(() => z.iso.duration(), ['P1D', 'PT5M', 'P3W']),
  ipv4: leaf(() => z.ipv4(), ['127.0.0.1', '10.0.0.255']),
  ipv6: leaf(() => z.ipv6(), ['::1', '2001:db8::1']),
  cidrv4: leaf(() => z.cidrv4(), ['10.0.0.0/8']),
  base64: leaf(() => z.base64(), ['aGk=', '']),
  jwt: leaf(() => z.jwt(), ['eyJhbGciOiJIUzI1NiJ9.e30.c2ln']),
  nanoid: leaf(() => z.nanoid(), ['V1StGXR8_Z5jdHi6B-myT']),
  ulid: leaf(() => z.ulid(), ['01ARZ3NDEKTSV4RRFFQ69G5FAV']),
  emoji: leaf(() => z.emoji(), ['😀', '👍🏽']),
  e164: leaf(() => z.e164(), ['+15555555555']),
  template: leaf(() => z.templateLiteral(['id-', z.number(), z.enum(['px', 'em'])]), ['id-1px', 'id--2.5em', 'id-px']),
  number: leaf(() => z.number(), [0, 1, -1.5, 1e21, 0.1]),
  'number bounded': leaf(() => z.number().min(1).max(10), [1, 5.5, 10, 11]),
  'number positive': leaf(() => z.number().positive(), [1, 0.001, 0]),
  'number step': leaf(() => z.number().multipleOf(0.5), [0, 1.5, -2, 0.3]),
  int: leaf(() => z.int(), [0, -3, 42, 2 ** 53 - 1, 1.5]),
  'int small': leaf(() => z.int().min(1).max(5), [1, 3, 5, 6]),
  int32: leaf(() => z.int32(), [0, 2147483647]),
  nan: leaf(() => z.nan(), [Number.NaN]),
  boolean: leaf(() => z.boolean(), [true, false]),
  null: leaf(() => z.null(), [null]),
  undefined: leaf(() => z.undefined(), [undefined]),
  void: leaf(() => z.void(), [undefined]),
  any: { make: () => z.any(), input: (draw) => sampleAny(draw), pure: true },
  unknown: { make: () => z.unknown(), input: (draw) => sampleAny(draw), pure: true },
  json: { make: () => z.json(), input: (draw) => sampleAny(draw), pure: true },
  date: leaf(() => z.date(), DATES),
  'date bounded': leaf(() => z.date().min(new Date('2000-01-01')), DATES),
  bigint: leaf(() => z.bigint(), [0n, -5n, 2n ** 70n]),
  'bigint bounded': leaf(
    () =>
      z
        .bigint()
        .min(1n)
        .max(2n ** 64n),
    [1n, 2n ** 64n, 0n],
  ),
  int64: leaf(() => z.int64(), [0n, 2n ** 63n - 1n]),
  stringbool: leaf(() => z.stringbool(), ['true', 'no', '1', 'off', 'TRUE'], false),
  'string to number': leaf(() => z.string().pipe(z.coerce.number()), ['1', '2.5', '-0.5', 'x'], false),
  'string to length': leaf(() => z.string().transform((text) => text.length), ['', 'abc'], false),
  'iso codec': leaf(
    () => z.codec(z.iso.datetime(), z.date(), { decode: (text) => new Date(text), encode: (date) => date.toISOString() }),
    ['2024-02-29T12:00:00.000Z'],
    false,
  ),
  'json codec': leaf(
    () =>
      z.codec(z.string(), z.json(), {
        decode: (text, context) => {
          try {
            return JSON.parse(text) as string;
          } catch {
            context.issues.push({ code: 'invalid_format', format: 'json', input: text });
            return z.NEVER;
          }
        },
        encode: (value) => JSON.stringify(value),
      }),
    ['{"a":1}', '[]', 'x'],
    false,
  ),
  'coerce number': leaf(() => z.coerce.number(), [1, -2.5, '5'], false),
  'coerce string': leaf(() => z.coerce.string(), ['a', '', 5], false),
  'coerce boolean': leaf(() => z.coerce.boolean(), [true, false, 'x'], false),
  'coerce date': leaf(() => z.coerce.date(), [...DATES, '2024-01-01'], false),
  'coerce bigint': leaf(() => z.coerce.bigint(), [5n, '7'], false),
  'native enum': leaf(() => z.enum({ Red: 'red', One: 1 }), ['red', 1, 'One']),
  'default string': leaf(() => z.string().default('none'), ['a', undefined], false),
  'default list': leaf(() => z.array(z.string()).default([]), [['a'], [], undefined], false),
  'prefault trimmed': leaf(() => z.string().trim().prefault(' x '), [' a ', undefined], false),
  'catch number': leaf(() => z.number().catch(7), [1, 2.5, 'x'], false),
};

export const LEAF_NAMES = Object.keys(LEAVES);

export function leafNamed(name: string): Leaf {
  return LEAVES[name] as Leaf;
}
