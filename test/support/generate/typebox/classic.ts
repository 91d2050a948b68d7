import { FormatRegistry, type TSchema, Type } from '@sinclair/typebox';
import type { LeafName, Plan } from './plan.js';

// 0.34 knows no format by itself, and rejects every value of one it does not know.
if (!FormatRegistry.Has('email')) FormatRegistry.Set('email', (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value));
if (!FormatRegistry.Has('date-time'))
  FormatRegistry.Set(
    'date-time',
    (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)),
  );

const LEAVES: Readonly<Record<LeafName, () => TSchema>> = {
  string: () => Type.String(),
  'string bounded': () => Type.String({ minLength: 2, maxLength: 5 }),
  'string pattern': () => Type.String({ pattern: '^[a-z]+-\\d+$' }),
  email: () => Type.String({ format: 'email' }),
  'date-time': () => Type.String({ format: 'date-time' }),
  number: () => Type.Number(),
  'number bounded': () => Type.Number({ minimum: 1, maximum: 10 }),
  integer: () => Type.Integer(),
  'integer small': () => Type.Integer({ minimum: 1, maximum: 5 }),
  boolean: () => Type.Boolean(),
  null: () => Type.Null(),
  any: () => Type.Any(),
  unknown: () => Type.Unknown(),
  bigint: () => Type.BigInt(),
  undefined: () => Type.Undefined(),
  template: () => Type.TemplateLiteral([Type.Literal('id-'), Type.Integer()]),
  not: () => Type.Not(Type.String()),
  enum: () => Type.Enum({ X: 'x', One: 1 }),
  'length codec': () =>
    Type.Transform(Type.String())
      .Decode((text) => text.length)
      .Encode((length) => 'x'.repeat(length)),
  library: () => Type.Date(),
};

export const LIBRARY = [new Date('2024-02-29T12:00:00.000Z'), new Date(0)];

/** The TypeBox 0.34 schema that a plan describes. */
export function build(plan: Plan): TSchema {
  switch (plan.kind) {
    case 'leaf':
      return LEAVES[plan.leaf]();
    case 'literals':
      return Type.Union(plan.values.map((value) => Type.Literal(value)));
    case 'array':
      return Type.Array(build(plan.item), { minItems: plan.min });
    case 'tuple':
      return Type.Tuple(plan.items.map(build));
    case 'object':
      return objectOf(plan);
    case 'record': {
      const keys = {
        string: Type.String(),
        number: Type.Number(),
        literals: Type.Union([Type.Literal('a'), Type.Literal('b')]),
        pattern: Type.String({ pattern: '^k\\d+$' }),
      }[plan.keys];
      return Type.Record(keys, build(plan.value));
    }
    case 'union':
      return Type.Union(plan.options.map(build));
    case 'intersect':
      return Type.Intersect(
        [build({ ...plan.left, closed: false } as Plan), build({ ...plan.right, closed: false } as Plan)],
        plan.closed ? { unevaluatedProperties: false } : {},
      );
    case 'codec':
      return Type.Transform(build(plan.inner))
        .Decode((value: unknown) => ({ wrapped: value }))
        .Encode((value) => value.wrapped as never);
    case 'tree':
      return Type.Recursive((self) => {
        const next = {
          array: () => Type.Array(self),
          optional: () => Type.Optional(self),
          record: () => Type.Record(Type.String(), self),
          union: () => Type.Union([self, Type.Null()]),
          tuple: () => Type.Union([Type.Tuple([Type.String(), self]), Type.Null()]),
        }[plan.via]();
        return Type.Object({ value: build(plan.value), next });
      });
  }
}

function objectOf(plan: Extract<Plan, { kind: 'object' }>): TSchema {
  const fields = plan.fields.map(
    ([key, each, presence]) =>
      [
        key,
        presence === 'optional' ? Type.Optional(build(each)) : presence === 'readonly' ? Type.Readonly(build(each)) : build(each),
      ] as const,
  );
  return Type.Object(Object.fromEntries(fields), plan.closed ? { additionalProperties: false } : {});
}
