import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plainCopy } from '../../../src/client/preflight/plain-copy.js';
import '../../support/seed.js';

const circle: Record<string, unknown> = { a: [] };
(circle['a'] as unknown[]).push({ back: circle });

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

/** Twice the same object on each level: 2^depth leaves. */
function doubled(depth: number): unknown {
  let value: unknown = { leaf: 'x' };
  for (let level = 0; level < depth; level++) value = { a: value, b: value };
  return value;
}

describe('plainCopy', () => {
  test('is what JSON text gives back', () =>
    fc.assert(
      fc.property(
        fc.anything({
          withDate: true,
          withNullPrototype: true,
          withBoxedValues: true,
          withSparseArray: true,
          withMap: true,
          withSet: true,
        }),
        (value) => {
          const text = JSON.stringify({ value });
          const { value: copy, found } = plainCopy({ value });
          expect(found).toEqual([]);
          expect(JSON.stringify(copy)).toBe(text);
        },
      ),
    ));

  test('keeps the key __proto__', () => {
    const { value } = plainCopy(JSON.parse('{"__proto__":{"a":1}}'));
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each<[string, unknown, string, string]>([
    ['a BigInt', { tools: [{ max: 1n }] }, '/tools/0/max', 'BigInt'],
    ['a circle', circle, '/a/0/back', 'holds itself'],
    [
      'what is thrown at reading',
      {
        system: {
          get text() {
            throw new Error('not now');
          },
        },
      },
      '/system/text',
      'not now',
    ],
    [
      'what toJSON throws',
      {
        'a/b': {
          toJSON() {
            throw new Error('no JSON');
          },
        },
      },
      '/a~1b',
      'no JSON',
    ],
    ['a date that is none', { at: new Date(Number.NaN), b: Object(1n) }, '/b', 'BigInt'],
    ['a revoked proxy', { a: revoked() }, '/a', "can't be read"],
    ['too many levels', { deep: nested(20_000) }, `/deep${'/0'.repeat(499)}`, '500 levels'],
    ['too much', { messages: ['x'.repeat(33 * 1024 * 1024)] }, '', '32 MB'],
    ['too much, by sharing', { tree: doubled(60) }, '', '32 MB'],
  ])('says where there is %s', (_what, value, path, words) => {
    const { found } = plainCopy(value);
    expect(found.map((one) => one.path)).toEqual([path]);
    expect(found[0]?.message).toContain(words);
    expect(found[0]?.help).not.toBe('');
  });

  test('copies what surrounds it', () =>
    expect(plainCopy({ a: 1n, b: [2n, 'x'], c: 'y' }).value).toEqual({ b: [null, 'x'], c: 'y' }));

  test('says no more than is of use', () => expect(plainCopy(Array.from({ length: 1000 }, () => 1n)).found).toHaveLength(20));

  test('what is used twice is no circle', () => {
    const schema = { type: 'string' };
    expect(plainCopy({ a: schema, b: [schema] })).toEqual({ value: { a: schema, b: [schema] }, found: [] });
  });

  test('sharing does not hide how deep it goes', () => {
    const low = nested(400);
    expect(plainCopy([low, [nested(10), low]]).found).toEqual([]);
    let deep: unknown = low;
    for (let level = 0; level < 150; level++) deep = [deep];
    expect(plainCopy([low, deep]).found).toHaveLength(1);
  });
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
