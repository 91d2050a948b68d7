import { Value as V0 } from '@sinclair/typebox/value';
import fc from 'fast-check';
import { Value as V1 } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/ir/shape.js';
import { readTypeBox } from '../../../src/read/typebox/index.js';
import { admits } from './admits.js';
import { type Plan, plans, type Version } from './plans.js';
import '../../support/seed.js';

const RUNS = { numRuns: 100, seed: 20 };

function read(plan: Plan, version: Version) {
  const schema = plan.build(version) as Record<string, unknown>;
  const findings: unknown[] = [];
  const source = readTypeBox(schema, { report: (finding) => findings.push(finding) }, { maxDepth: 500 });
  return { schema, findings, source };
}

function check(version: Version, schema: object, value: unknown): boolean {
  return version === 'v1' ? V1.Check(schema, value) : V0.Check(schema as never, value);
}

const cases = plans.chain((plan) =>
  fc.record({ plan: fc.constant(plan), value: plan.values, other: fc.oneof(fc.jsonValue(), plan.values) }),
);

describe.each(['v1', 'v0'] as const)('for all types and values: %s', (version) => {
  test('reading finds nothing wrong', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(read(plan, version).findings).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a value of the type is accepted, and finished as TypeBox decodes it', () => {
    fc.assert(
      fc.property(cases, ({ plan, value }) => {
        expect(read(plan, version).source.finish(value)).toEqual({ value: plan.decode(value) });
      }),
      RUNS,
    );
  });

  test('any value is accepted just where TypeBox accepts it, and else there is an issue whose path leads into the value', () => {
    fc.assert(
      fc.property(cases, ({ plan, other }) => {
        const { schema, source } = read(plan, version);
        const finished = source.finish(other);
        expect('value' in finished).toBe(check(version, schema, other));
        if ('issues' in finished) for (const issue of finished.issues) expect(leads(issue.path.slice(0, -1), other)).toBe(true);
      }),
      RUNS,
    );
  });

  test('the shape admits just what TypeBox accepts', () => {
    fc.assert(
      fc.property(cases, ({ plan, value, other }) => {
        const { schema, source } = read(plan, version);
        expect(admits(source.document, value)).toBe(true);
        expect(admits(source.document, other)).toBe(check(version, schema, other));
      }),
      RUNS,
    );
  });
});

test('both versions of a type are read alike', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(comparable(read(plan, 'v0').source.document)).toEqual(comparable(read(plan, 'v1').source.document));
    }),
    RUNS,
  );
});

/** The patterns of keys and the form of enums differ between the versions. */
function comparable({ root }: Document): unknown {
  return JSON.parse(
    JSON.stringify(root, (key, value) => {
      if (['path', 'stated', 'facets', 'keys', 'pattern'].includes(key)) return undefined;
      if (value?.kind === 'union' && JSON.stringify(value.options).includes('"literal"')) return { enum: true };
      return value?.kind === 'literal' && value.values.length > 1 ? { enum: true } : value;
    }),
  );
}

function leads(path: readonly (string | number)[], value: unknown): boolean {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step) || Array.isArray(at) !== (typeof step === 'number'))
      return false;
    at = (at as Record<string | number, unknown>)[step];
  }
  return true;
}
