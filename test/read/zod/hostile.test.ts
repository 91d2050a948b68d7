import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ZodLike } from '../../../src/read/zod/index.js';
import { read, shown } from './show.js';

const DEEP = 10_000;

function nested(wrap: (inner: z.ZodType) => z.ZodType): z.ZodType {
  let schema: z.ZodType = z.string();
  for (let level = 0; level < DEEP; level++) schema = wrap(schema);
  return schema;
}

function endlessObject(): z.ZodType {
  return z.object({
    get left() {
      return endlessObject();
    },
    get right() {
      return endlessObject();
    },
  });
}

function endlessLazy(): z.ZodType {
  return z.lazy(() => z.union([endlessLazy(), endlessLazy()]));
}

function selfLazy(): z.ZodType {
  const self: z.ZodType = z.lazy(() => self);
  return self;
}

function selfLazyOptional(): z.ZodType {
  const self: z.ZodType = z.lazy(() => self.optional());
  return self;
}

describe('schemas that never end', () => {
  const rows: readonly (readonly [string, ZodLike])[] = [
    ['arrays 10,000 deep', nested((inner) => z.array(inner))],
    ['objects 10,000 deep', nested((inner) => z.object({ a: inner }))],
    ['optionals 10,000 deep', z.object({ a: nested((inner) => z.optional(inner)) })],
    ['unions 10,000 deep', z.object({ a: nested((inner) => z.union([inner, z.null()])) })],
    ['getters that make new schemas', endlessObject()],
    ['lazy schemas that make new ones', endlessLazy()],
    ['a lazy schema of itself', selfLazy()],
    ['a lazy schema of itself in an object', z.object({ a: selfLazy() })],
    ['a lazy schema of itself, optional', z.object({ a: selfLazyOptional() })],
  ];
  it.each(rows)('%s', (_, schema) => {
    const { source, findings } = read(schema);
    expect(findings.map(({ code }) => code)).toEqual(['too-deep']);
    expect(findings[0]?.path.length).toBeLessThan(250);
    expect(() => source.occurrences()).not.toThrow();
    expect(() => source.finish({ a: 1 })).not.toThrow();
  });

  it('a depth of our own choice does not overflow the stack', () => {
    expect(
      read(
        nested((inner) => z.array(inner)),
        1_000_000,
      ).findings.map(({ code }) => code),
    ).toEqual(['too-deep']);
  });

  // biome-ignore format: a table
  it.each([
    ['a union of itself', (() => { const self: z.ZodType = z.union([z.string(), z.lazy(() => self)]); return self; })()],
    ['an intersection with itself', (() => { const self: z.ZodType = z.lazy(() => z.intersection(part, self)); const part = z.object({ a: z.null() }); return z.object({ self }); })()],
  ])('%s', (_, schema) => {
    expect(read(schema).findings.map(({ code }) => code)).toEqual(['endless-reference']);
  });
});

describe('schemas that stay small however often they are used', () => {
  // biome-ignore format: a table
  it.each([
    ['objects', z.object({ a: z.string() }) as z.ZodType, (inner: z.ZodType): z.ZodType => z.object({ a: inner, b: inner })],
    ['tuples', z.tuple([z.string()]) as z.ZodType, (inner: z.ZodType): z.ZodType => z.tuple([inner, inner])],
    ['intersections', z.strictObject({ a: z.string() }) as z.ZodType, (inner: z.ZodType): z.ZodType => z.intersection(inner, inner)],
    ['unions, in two readings', z.strictObject({ a: z.string() }) as z.ZodType, (inner: z.ZodType): z.ZodType => z.union([inner, z.array(inner)]).optional()],
    ['records', z.object({ a: z.string() }) as z.ZodType, (inner: z.ZodType): z.ZodType => z.record(z.enum(['a', 'b']), inner)],
  ])('%s used 2^60 times', (_, leaf, twice) => {
    let schema = leaf;
    for (let level = 0; level < 60; level++) schema = twice(schema);
    const { source, findings } = read(schema);
    expect(findings).toEqual([]);
    expect(source.document.definitions.size).toBeLessThanOrEqual(130);
    expect(source.occurrences().length).toBeLessThan(2000);
  });
});

describe('code that throws', () => {
  const bang = (): never => {
    throw new Error('bang');
  };
  it('in a getter is a finding', () => {
    const schema = z.object({
      get a(): z.ZodType {
        return bang();
      },
    });
    expect(shown(schema)).toBe('never user-code-threw at ""');
  });

  it('in lazy schemas is a finding for each, beside other findings', () => {
    const schema = z.object({ a: z.lazy(bang), b: z.symbol(), c: z.array(z.lazy(bang)), d: z.string() });
    expect(shown(schema)).toBe(
      '{ a: never; b: never; c: [...never]; d: string } user-code-threw at "/properties/a" unsupported-type at "/properties/b" user-code-threw at "/properties/c/items"',
    );
  });

  it('in a message of a check is no message', () => {
    expect(shown(z.string().refine(() => true, { error: bang }))).toBe('string (refine)');
  });

  it('lazy that gives no schema', () => {
    expect(shown(z.object({ a: z.lazy(() => undefined as unknown as z.ZodType) }))).toContain('user-code-threw');
  });
});

describe('keys like those of prototypes', () => {
  it('are plain keys', () => {
    const schema = z.object({ ['__proto__']: z.string(), hasOwnProperty: z.string().optional(), toString: z.null() });
    expect(shown(schema)).toBe('{ __proto__: string; hasOwnProperty?: string; toString: null }');
  });

  it('in a record of known keys', () => {
    expect(shown(z.record(z.enum(['constructor', 'valueOf']), z.null()))).toBe('{ constructor: null; valueOf: null; closed }');
  });

  it('as a name of a definition', () => {
    const part = z.object({ a: z.null() });
    expect(shown(z.object({ ['__proto__']: part, b: part }))).toBe('{ __proto__: @Proto; b: @Proto } where Proto = { a: null }');
  });
});
