import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tokens } from '../../../src/ir/pointer.js';
import { text } from '../../support/case.js';
import { build } from '../../support/generate/zod/build.js';
import { type ZodCase, zodCase, zodCaseOf } from '../../support/generate/zod/index.js';
import { admits } from './admits.js';
import { read } from './show.js';
import '../../support/seed.js';

describe('occurrences', () => {
  it('name each keyword once, at its place in the JSON Schema of the same shape', () => {
    const schema = z.object({
      'a/b': z.string().min(1).regex(/a/).regex(/b/).describe('d'),
      n: z.int().nullable(),
      list: z.array(z.email()).default([]),
      when: z.date().readonly(),
      r: z.record(z.string().min(1), z.number().catch(3)),
    });
    expect(
      read(schema)
        .source.occurrences()
        .map(({ path, keyword, inert }) => `${path} ${keyword}${inert ? ' inert' : ''}`),
    ).toEqual([
      ' type',
      ' properties',
      ' required',
      '/properties/a~1b type',
      '/properties/a~1b minLength',
      '/properties/a~1b pattern',
      '/properties/a~1b/allOf/0 pattern',
      '/properties/a~1b description',
      '/properties/n anyOf',
      '/properties/n/anyOf/0 type',
      '/properties/n/anyOf/1 type',
      '/properties/list type',
      '/properties/list items',
      '/properties/list default',
      '/properties/list/items type',
      '/properties/list/items format',
      '/properties/when type',
      '/properties/r type',
      '/properties/r propertyNames',
      '/properties/r additionalProperties',
      '/properties/r/propertyNames type',
      '/properties/r/propertyNames minLength',
      '/properties/r/additionalProperties type',
      '/properties/r/additionalProperties catch',
      '/properties/n/anyOf/0 minimum inert',
      '/properties/n/anyOf/0 maximum inert',
      '/properties/when readOnly inert',
    ]);
  });

  it('of a schema used again are a reference', () => {
    const part = z.object({ a: z.null() });
    const lines = read(z.object({ x: part, y: part }))
      .source.occurrences()
      .map(({ path, keyword }) => `${path} ${keyword}`);
    expect(lines).toContain('/properties/x type');
    expect(lines).toContain('/properties/y $ref');
    expect(lines.some((line) => line.startsWith('/properties/y type'))).toBe(false);
  });
});

const RUNS = { numRuns: 500 };

describe('for any schema', () => {
  it('every value it takes is let through by its shape', () => {
    fc.assert(
      fc.property(zodCase(3), (plan) => {
        const one = zodCaseOf(plan);
        if (!one) return;
        const { source, findings } = read(one.schema() as z.ZodType);
        expect(findings).toEqual([]);
        for (const value of one.values) expect(admits(source, value), text(value)).toBe(true);
      }),
      RUNS,
    );
  });

  it('finishing gives what parsing gives', () => {
    fc.assert(
      fc.property(zodCase(3), (plan) => {
        const one = zodCaseOf(plan);
        if (!one) return;
        const { source } = read(one.schema() as z.ZodType);
        for (const value of one.values) expect(source.finish(value)).toHaveProperty('value', one.expected(value));
        for (const value of one.others) expect(source.finish(value)).toHaveProperty('issues');
      }),
      RUNS,
    );
  });

  it('every place is one in its JSON Schema', () => {
    fc.assert(
      fc.property(zodCase(3), (plan) => {
        const schema = built(plan);
        // There Zod merges what stands under `allOf`, and shortens what may be null.
        const json = schema && !/"(?:intersection|nullable|nullish)"/.test(JSON.stringify(plan)) && jsonSchemaOf(schema);
        if (!json) return;
        for (const { path } of read(schema).source.occurrences()) expect(at(json, path), path).toBeDefined();
      }),
      RUNS,
    );
  });

  it('reading it again gives the same', () => {
    fc.assert(
      fc.property(zodCase(3), (plan) => {
        const schemas = [built(plan), built(plan)];
        const [first, second] = schemas.map((schema) => schema && read(schema).source);
        expect(first?.document).toEqual(second?.document);
        expect(first?.occurrences()).toEqual(second?.occurrences());
      }),
      { numRuns: 200 },
    );
  });
});

function built({ plan }: ZodCase): z.ZodType | undefined {
  try {
    return build(plan);
  } catch {
    return undefined;
  }
}

/** Zod's own JSON Schema, where it has one that writes every schema out in its place. */
function jsonSchemaOf(schema: z.ZodType): unknown {
  try {
    const json = z.toJSONSchema(schema, { io: 'input' });
    // It writes two plain types as a list. Known keys stand as properties with us, and a recursive schema as a reference to where it was met.
    return /"(?:\$ref|propertyNames|patternProperties|prefixItems)":|"type":\[|\$defs/.test(JSON.stringify(json))
      ? undefined
      : json;
  } catch {
    return undefined;
  }
}

function at(json: unknown, path: string): unknown {
  let here = json;
  for (const token of tokens(path))
    here = typeof here === 'object' && here !== null && Object.hasOwn(here, token) ? here[token as keyof typeof here] : undefined;
  return here;
}
