import fc from 'fast-check';
import { NAMES } from '../json-schema/names.js';
import { LEAF_NAMES } from './leaves.js';
import { type Plan, VIAS, WRAPPERS } from './plan.js';

export interface ZodCase {
  readonly plan: Plan;
  readonly seed: number;
}

const leaf: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LEAF_NAMES).map((name): Plan => ({ kind: 'leaf', leaf: name })) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.constantFrom('red', 'Green', 'blue sky', 1, 2.5, true, null), { minLength: 1, maxLength: 4 })
      .map((values): Plan => ({ kind: 'literal', values })),
  },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.constantFrom('red', 'Green', 'blue sky', '', 'a/b'), { minLength: 1, maxLength: 4 })
      .map((values): Plan => ({ kind: 'enum', values })),
  },
);

const simpleKey: fc.Arbitrary<Plan> = fc.constantFrom<Plan>(
  { kind: 'leaf', leaf: 'string' },
  { kind: 'leaf', leaf: 'int' },
  { kind: 'leaf', leaf: 'date' },
  { kind: 'enum', values: ['red', 'Green'] },
);
const key = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...NAMES));

function fields(inner: fc.Arbitrary<Plan>, least: number, most: number): fc.Arbitrary<[string, Plan][]> {
  return fc.uniqueArray(fc.tuple(key, inner), { minLength: least, maxLength: most, selector: ([name]) => name });
}

/** What strips keys may match more options after it than before, so only strict objects stand in an xor. */
const strict = fc.record({
  kind: fc.constant('object' as const),
  mode: fc.constant('strict' as const),
  fields: fields(leaf, 0, 2),
});

const memory = new Map<number, fc.Arbitrary<Plan>>();

function planOf(depth: number): fc.Arbitrary<Plan> {
  if (depth <= 0) return leaf;
  const known = memory.get(depth) ?? branch(planOf(depth - 1));
  memory.set(depth, known);
  return known;
}

function branch(inner: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> {
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('object' as const),
        mode: fc.constantFrom('strip', 'strip', 'strict', 'loose', 'catchall'),
        fields: fields(inner, 0, 4),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('wrapped' as const), by: fc.constantFrom(...WRAPPERS), inner }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('array' as const),
        item: inner,
        min: fc.constantFrom(0, 0, 1, 2),
        max: fc.constantFrom(3, 5),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        { kind: fc.constant('tuple' as const), items: fc.array(inner, { minLength: 1, maxLength: 3 }), rest: inner },
        { requiredKeys: ['kind', 'items'] },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('record' as const),
        keys: fc.constantFrom('string', 'enum', 'partial', 'number', 'pattern', 'loose'),
        value: inner,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('map' as const), key: simpleKey, value: inner }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('set' as const), item: inner }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('union' as const), options: fc.array(inner, { minLength: 2, maxLength: 3 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('xor' as const),
        options: fc.array(fc.oneof(leaf, strict), { minLength: 2, maxLength: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('discriminated' as const),
        tag: fc.constantFrom('kind', 'type', 'a b'),
        options: fc.array(fields(inner, 0, 2), { minLength: 2, maxLength: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('intersection' as const), left: fields(inner, 1, 2), right: fields(inner, 1, 2) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('tree' as const), via: fc.constantFrom(...VIAS), value: inner }) },
  );
}

/** Zod schemas as plans, with the seed their inputs are drawn from. */
export function zodCase(depth = 2): fc.Arbitrary<ZodCase> {
  return fc.record({ plan: planOf(depth), seed: fc.nat({ max: 1_000_000 }) });
}
