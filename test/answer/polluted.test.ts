import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compile } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';
import { text as shown } from '../support/case.js';
import { forEveryDialect } from './support/every-case.js';
import { withRepeatedKey } from './support/json-writer.js';
import { waysOf } from './support/ways.js';

/** What is answered while every object has a key more. */
function polluted<Result>(name: string, value: unknown, run: () => Result, enumerable = true): Result {
  Object.defineProperty(Object.prototype, name, { value, enumerable, configurable: true, writable: true });
  try {
    return run();
  } finally {
    Reflect.deleteProperty(Object.prototype, name);
  }
}

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [...(Array.isArray(value) ? [] : [key]), ...namesIn(item)]);
}

describe('a polluted Object.prototype makes no other value of an answer, and hides no repeated key', () => {
  forEveryDialect(30, (result, wires, draw, { dialect }) => {
    const { decode, parse } = waysOf(result);
    const known = namesIn(result.wire).filter((name) => !(name in Object.prototype));
    for (const wire of wires) {
      const text = JSON.stringify(wire);
      const odd = withRepeatedKey(wire, draw);
      const ways = [...parse, (read: string) => decode(JSON.parse(read))];
      const before = ways.map((way) => way(text));
      const name = draw.pick(['more', ...known]);
      const value = draw.pick<Json>([1, 'a', true, null, [], {}]);
      const [after, twice] = polluted(name, value, () => [
        ways.map((way) => way(text)),
        odd === undefined ? [] : parse.map((way) => way(odd)),
      ]);
      for (const [index, answer] of after.entries()) {
        if (answer.issues) continue;
        const expected = before[index] ?? expect.unreachable();
        // Zod and TypeBox themselves take what an object inherits for its own.
        if (dialect === 'json-schema' && !isDeepStrictEqual(answer, expected))
          throw new Error(`with ${name} everywhere, ${text} is ${shown(answer)}, and not ${shown(expected)}`);
      }
      for (const answer of twice) if (!answer.issues) throw new Error(`with ${name} everywhere, ${odd} is ${shown(answer)}`);
    }
  });
});

describe('while every object has a key more', () => {
  const object = { type: 'object', additionalProperties: false } as const;
  const number = { type: 'number' } as const;
  const closed = compile<unknown>({ ...object, properties: { a: number }, required: ['a'] });
  const optional = compile<unknown>({ ...object, properties: { a: number, more: number }, required: ['a'] });
  const required = compile<unknown>({ ...object, properties: { a: number, more: number }, required: ['a', 'more'] });

  test('a repeated key is not taken for it', () => {
    for (const { parse } of [closed, optional, required])
      expect(polluted('more', 1, () => parse('{"a":1,"a":2}')).issues?.[0]).toMatchObject({ code: 'duplicate-key', path: ['a'] });
  });

  test('what an answer lacks is missing', () => {
    expect(required.parse('{"a":1,"more":2}').issues).toBeUndefined();
    expect(polluted('more', 1, () => required.parse('{"a":1}')).issues).toHaveLength(1);
    expect(polluted('more', 1, () => required.decode({ a: 1 })).issues).toHaveLength(1);
  });

  test.each(['value', 'key', 'rest', 'nodes', 'id'])('called %s, a part of an encoding is still to be given', (name) => {
    const tree: z.ZodType = z.lazy(() => z.object({ v: z.number(), c: z.array(tree) }));
    const record = compile<unknown>(z.object({ a: z.record(z.string(), z.number()) }));
    const list = compile<unknown>(z.object({ a: z.tuple([z.number()], z.number()) }));
    const free = compile<unknown>(z.object({ a: z.unknown() }));
    const table = compile<unknown>(tree);
    const wrong = [
      () => record.parse('{"a":[{"value":1}]}'),
      () => record.parse('{"a":[{"key":"x"}]}'),
      () => free.parse('{"a":"not JSON"}'),
      () => table.parse('{"root":1}'),
      () => table.parse('{"root":1,"nodes":[{"v":1,"c":[]}]}'),
    ];
    for (const value of [1, 'x', [{ id: 1, v: 1, c: [] }]])
      for (const answer of wrong) expect(polluted(name, value, answer).issues).toBeDefined();
    expect(polluted(name, [7], () => list.parse('{"a":{"item0":1}}')).value).not.toEqual({ a: [1, 7] });
  });
});
