import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { Lowered } from '../../src/answer/lowered.js';
import { compile } from '../../src/index.js';
import { growsTo } from '../answer/partial/growth.js';
import { check } from '../support/seed.js';
import { validatorFor } from '../support/validator.js';
import { schemaFits } from './fits.js';

const TYPES: readonly (readonly [() => z.ZodType, fc.Arbitrary<unknown>])[] = [
  [() => z.string(), fc.string()],
  [() => z.string().min(2), fc.string({ minLength: 2 })],
  [() => z.int(), fc.integer()],
  [() => z.boolean(), fc.boolean()],
  [() => z.string().nullable(), fc.option(fc.string())],
  [() => z.enum(['Red', 'green']), fc.constantFrom('Red', 'green')],
  [() => z.array(z.string()), fc.array(fc.string(), { maxLength: 3 })],
  [() => z.union([z.string(), z.int()]), fc.oneof(fc.string(), fc.integer())],
  [() => z.bigint(), fc.bigInt()],
  [() => z.string().default('d'), fc.string()],
  [() => z.object({ deep: z.string() }), fc.record({ deep: fc.string() })],
];
const NAMES = ['a', 'A', 'b', 'more', 'more_2', 'key', 'value', 'x y', '', 'entries', 'ä', 'id'];

const member = fc.constantFrom(...TYPES).chain(([type, value]) =>
  fc.record({
    name: fc.constantFrom(...NAMES),
    type: fc.constant(type),
    value: fc.option(value, { nil: undefined }),
    pin: fc.constantFrom('entries', 'entries', undefined, 'list'),
  }),
);
const cases = fc.record({
  members: fc.uniqueArray(member, { selector: ({ name }) => name, maxLength: 8 }),
  kind: fc.constantFrom('strip', 'strict', 'loose', 'catchall'),
  extra: fc.boolean(),
});

test('any Zod object with properties that share a list goes round, and grows', { timeout: 300_000 }, () => {
  let grouped = 0;
  check(cases, 200, ({ members, kind, extra }) => {
    const shape = Object.fromEntries(
      members.map(({ name, type, pin }) => [
        name,
        pin
          ? type()
              .optional()
              .meta({ bascule: { encode: pin } })
          : type().optional(),
      ]),
    );
    const object =
      kind === 'strict'
        ? z.strictObject(shape)
        : kind === 'loose'
          ? z.looseObject(shape)
          : kind === 'catchall'
            ? z.object(shape).catchall(z.number())
            : z.object(shape);
    const schema = z.object({ list: z.array(object) });
    const own = Object.fromEntries(members.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]));
    const value = { list: [{ ...own, ...(extra && kind !== 'strict' && { other: 7 }) }, {}] };
    const compiled = compile<unknown>(schema);
    schemaFits(compiled.wire, 'output', compiled.spend);
    const wire = compiled.encode(value);
    const text = JSON.stringify(wire);
    if (text.includes('"more')) grouped++;
    expect(validatorFor(compiled.wire, '2020')?.(JSON.parse(text)), text).toBe(true);
    expect(compiled.decode(JSON.parse(text))).toEqual({ value: schema.parse(value), repairs: [] });
    expect(compiled.parse(text)).toEqual({ value: schema.parse(value), repairs: [] });
    if (text.length < 1500) growsTo(schema.parse(value), text, new Lowered(compiled.lowered));
  });
  expect(grouped).toBeGreaterThan(80);
});
