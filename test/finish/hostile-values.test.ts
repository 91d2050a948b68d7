import { describe, expect, it } from 'vitest';
import { finishJsonSchema } from '../../src/finish/json-schema/index.js';
import { finishInterpreted } from '../../src/finish/json-schema/interpreted.js';

const cyclic: Record<string, unknown> = { a: [1] };
cyclic.self = cyclic;
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
};
let shared: unknown = 1;
for (let level = 0; level < 60; level++) shared = [shared, shared];

const hostile: readonly [string, unknown][] = [
  ['undefined', undefined],
  ['bigint', 10n],
  ['NaN', Number.NaN],
  ['Infinity', { a: [Number.POSITIVE_INFINITY] }],
  ['function', () => 1],
  ['symbol', { a: Symbol('s') }],
  ['bigint within', [[{ a: 1n }]]],
  ['hole', Array(3)],
  ['cyclic', cyclic],
  ['deep', nested(10_000)],
  ['very deep', nested(200_000)],
  ['shared without end', shared],
  [
    'throwing getter',
    Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    }),
  ],
  [
    'revoked proxy',
    (() => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    })(),
  ],
];

describe.each([
  ['with generated code', finishJsonSchema],
  ['without', finishInterpreted],
])('a check %s', (_, make) => {
  const open = make(true, '2020-12');
  const recursive = make(
    { anyOf: [{ type: 'number' }, { items: { $ref: '#' } }, { additionalProperties: { $ref: '#' } }] },
    '2020-12',
  );
  it.each(hostile)('never lets %s pass, and never throws', (_what, value) => {
    for (const finish of [open, recursive]) {
      const result = finish(value);
      expect('value' in result).toBe(false);
      expect((result as { issues: unknown[] }).issues.length).toBeGreaterThan(0);
    }
  });

  it('says where', () => {
    expect(open({ a: [1, { b: 10n }] })).toEqual({
      issues: [{ path: ['a', 1, 'b'], code: 'finish', message: 'Expected a JSON value, but found a bigint.', value: 10n }],
    });
    expect(open(nested(501))).toMatchObject({ issues: [{ code: 'too-deep' }] });
    expect('value' in open(nested(500))).toBe(true);
  });

  it('takes objects of any class as what they own', () => {
    class Point {
      x = 1;
      get y(): number {
        return 2;
      }
    }
    const finish = make(
      { type: 'object', required: ['x'], additionalProperties: false, properties: { x: { type: 'number' } } },
      '2020-12',
    );
    expect('value' in finish(new Point())).toBe(true);
    expect('value' in finish(Object.assign(Object.create(null) as object, { x: 1 }))).toBe(true);
    expect('value' in finish(Object.create({ x: 1 }))).toBe(false);
  });

  it('survives a limit that is higher than the stack', () => {
    const finish = make({ items: { $ref: '#' }, additionalProperties: { $ref: '#' } }, '2020-12', { maxDepth: 1e9 });
    expect('issues' in finish(nested(200_000))).toBe(true);
  });

  it('stays linear where a recursive schema has alternatives', () => {
    const option = (kind: string) => ({
      type: 'object',
      properties: { next: { $ref: '#' }, kind: { const: kind } },
      required: ['kind'],
      additionalProperties: false,
    });
    const finish = make({ anyOf: ['a', 'b', 'c'].map(option) }, '2020-12');
    const chain = (end: string) => {
      let value: unknown = { kind: end };
      for (let level = 0; level < 300; level++) value = { next: value, kind: 'c' };
      return value;
    };
    const start = performance.now();
    expect('value' in finish(chain('c'))).toBe(true);
    expect('value' in finish(chain('x'))).toBe(false);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('stays linear in long enums and long arrays', () => {
    const many = Array.from({ length: 100_000 }, (_item, index) => `value ${index}`);
    const start = performance.now();
    expect('value' in make({ items: { enum: many }, uniqueItems: true }, '2020-12')(many)).toBe(true);
    expect('value' in make({ uniqueItems: true }, '2020-12')(many.map((text) => ({ text })))).toBe(true);
    expect('value' in make({ uniqueItems: true }, '2020-12')([...many.map((text) => ({ text })), { text: 'value 7' }])).toBe(
      false,
    );
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
