import fc from 'fast-check';
import { NAMES } from '../json-schema/names.js';

/** A TypeBox schema as plain data, the same for both versions of the library. */
export type Plan =
  | { readonly kind: 'leaf'; readonly leaf: LeafName }
  | { readonly kind: 'literals'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'array'; readonly item: Plan; readonly min: number }
  | { readonly kind: 'tuple'; readonly items: readonly Plan[] }
  | { readonly kind: 'object'; readonly closed: boolean; readonly fields: readonly (readonly [string, Plan, Presence])[] }
  | { readonly kind: 'record'; readonly keys: 'string' | 'number' | 'literals' | 'pattern'; readonly value: Plan }
  | { readonly kind: 'union'; readonly options: readonly Plan[] }
  | { readonly kind: 'intersect'; readonly left: Plan; readonly right: Plan; readonly closed: boolean }
  | { readonly kind: 'codec'; readonly inner: Plan }
  | { readonly kind: 'tree'; readonly via: Via; readonly value: Plan };

export type Presence = 'required' | 'optional' | 'readonly';

export const LEAVES = [
  'string',
  'string bounded',
  'string pattern',
  'email',
  'date-time',
  'number',
  'number bounded',
  'integer',
  'integer small',
  'boolean',
  'null',
  'any',
  'unknown',
  'bigint',
  'undefined',
  'template',
  'not',
  'enum',
  'length codec',
  'library',
] as const;
export type LeafName = (typeof LEAVES)[number];

export const VIAS = ['array', 'optional', 'record', 'union', 'tuple'] as const;
export type Via = (typeof VIAS)[number];

const leaf: fc.Arbitrary<Plan> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LEAVES).map((name): Plan => ({ kind: 'leaf', leaf: name })) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.constantFrom('red', 'Green', 'blue sky', 1, 2.5, true), { minLength: 1, maxLength: 4 })
      .map((values): Plan => ({ kind: 'literals', values })),
  },
);
const key = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...NAMES));

function object(inner: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> {
  const field = fc.tuple(key, inner, fc.constantFrom<Presence>('required', 'optional', 'readonly'));
  return fc.record({
    kind: fc.constant('object' as const),
    closed: fc.boolean(),
    fields: fc.uniqueArray(field, { minLength: 0, maxLength: 4, selector: ([name]) => name }),
  });
}

const memory = new Map<number, fc.Arbitrary<Plan>>();

function planOf(depth: number): fc.Arbitrary<Plan> {
  if (depth <= 0) return leaf;
  const inner = planOf(depth - 1);
  const known =
    memory.get(depth) ??
    fc.oneof(
      { weight: 4, arbitrary: leaf },
      { weight: 6, arbitrary: object(inner) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('array' as const), item: inner, min: fc.constantFrom(0, 0, 1, 2) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('tuple' as const), items: fc.array(inner, { maxLength: 3 }) }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('record' as const),
          keys: fc.constantFrom('string', 'number', 'literals', 'pattern'),
          value: inner,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('union' as const), options: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('intersect' as const),
          left: object(leaf),
          right: object(leaf),
          closed: fc.boolean(),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('codec' as const), inner }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('tree' as const), via: fc.constantFrom(...VIAS), value: leaf }) },
    );
  memory.set(depth, known);
  return known;
}

export interface TypeBoxCase {
  readonly plan: Plan;
  readonly seed: number;
}

export function typeBoxCase(depth = 2): fc.Arbitrary<TypeBoxCase> {
  return fc.record({ plan: planOf(depth), seed: fc.nat({ max: 1_000_000 }) });
}

/** Whether decoding leaves a value as it is. */
export function isPure(plan: Plan): boolean {
  switch (plan.kind) {
    case 'leaf':
      return plan.leaf !== 'length codec';
    case 'literals':
      return true;
    case 'array':
      return isPure(plan.item);
    case 'tuple':
      return plan.items.every(isPure);
    case 'object':
      return plan.fields.every(([, each]) => isPure(each));
    case 'record':
    case 'tree':
      return isPure(plan.value);
    case 'union':
      return plan.options.every(isPure);
    case 'intersect':
      return isPure(plan.left) && isPure(plan.right);
    case 'codec':
      return false;
  }
}
