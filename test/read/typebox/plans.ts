import { Type as V0 } from '@sinclair/typebox';
import fc from 'fast-check';
import { Type as V1 } from 'typebox';

export type Version = 'v1' | 'v0';
type Library = typeof V1;

/** A type that either version can build, values of it, and what decoding makes of them. */
export interface Plan {
  readonly name: string;
  build(version: Version): object;
  readonly values: fc.Arbitrary<unknown>;
  decode(value: unknown): unknown;
}

const library = (version: Version): Library => (version === 'v1' ? V1 : (V0 as unknown as Library));

function plan(
  name: string,
  build: (T: Library, version: Version) => object,
  values: fc.Arbitrary<unknown>,
  decode: Plan['decode'] = (value) => value,
): Plan {
  return Object.assign(
    { name, build: (version: Version) => build(library(version), version), values, decode },
    { [fc.toStringMethod]: () => name },
  );
}

/** TypeBox looks properties up through the prototype: with an optional `constructor` it rejects every object without one. */
const property = fc.constantFrom('a', 'b', 'c d', 'x/y~z', '1');
const key = fc.oneof(property, fc.constantFrom('__proto__', 'constructor'));
const word = fc.stringMatching(/^[a-z0-9 ]{0,6}$/);

const text = fc
  .record({ minLength: fc.nat(2), maxLength: fc.integer({ min: 2, max: 6 }) })
  .map((bounds) =>
    plan('String', (T) => T.String(bounds), fc.stringMatching(new RegExp(`^[a-z]{${bounds.minLength},${bounds.maxLength}}$`))),
  );
const integer = fc
  .tuple(fc.integer({ min: -9, max: 0 }), fc.integer({ min: 0, max: 9 }))
  .map(([minimum, maximum]) =>
    plan('Integer', (T) => T.Integer({ minimum, maximum }), fc.integer({ min: minimum, max: maximum })),
  );
const literal = fc
  .oneof(word, fc.integer(), fc.boolean())
  .map((value) => plan('Literal', (T) => T.Literal(value), fc.constant(value)));
const simple = fc.constantFrom(
  plan('Null', (T) => T.Null(), fc.constant(null)),
  plan('Boolean', (T) => T.Boolean(), fc.boolean()),
  plan('Number', (T) => T.Number(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  plan('Enum', (T) => T.Enum({ A: 'a', B: 2 }), fc.constantFrom('a', 2)),
  plan('BigInt', (T) => T.BigInt(), fc.bigInt()),
  plan('Undefined', (T) => T.Undefined(), fc.constant(undefined)),
  plan('Any', (T) => T.Any(), fc.jsonValue()),
);
const coded = fc.constant(
  plan(
    'Codec',
    (T, version) =>
      version === 'v1'
        ? T.Codec(T.String())
            .Decode((value) => ({ boxed: value }))
            .Encode((value) => value.boxed)
        : V0.Transform(V0.String())
            .Decode((value) => ({ boxed: value }))
            .Encode((value) => value.boxed),
    word,
    (value) => ({ boxed: value }),
  ),
);

/** Objects by own keys, whatever the keys are called. */
function entries<Value>(pairs: Iterable<readonly [string, Value]>): Record<string, Value> {
  return Object.fromEntries(pairs) as Record<string, Value>;
}

const mapValues = (value: unknown, change: (held: unknown, key: string) => unknown) =>
  entries(Object.entries(value as object).map(([name, held]) => [name, change(held, name)] as const));

const array = (item: Plan) =>
  plan(
    `Array<${item.name}>`,
    (T, version) => T.Array(item.build(version) as never, { minItems: 1, maxItems: 3 }),
    fc.array(item.values, { minLength: 1, maxLength: 3 }),
    (value) => (value as unknown[]).map(item.decode),
  );
const tuple = (items: readonly Plan[]) =>
  plan(
    `Tuple<${items.map((item) => item.name)}>`,
    (T, version) => T.Tuple(items.map((item) => item.build(version)) as never),
    fc.tuple(...items.map((item) => item.values)),
    (value) => (value as unknown[]).map((held, index) => (items[index] as Plan).decode(held)),
  );
const record = (value: Plan, integers: boolean) =>
  plan(
    `Record<${integers ? 'Integer' : 'String'}, ${value.name}>`,
    (T, version) => T.Record(integers ? T.Integer() : T.String(), value.build(version) as never),
    fc.dictionary(integers ? fc.nat(99).map(String) : key, value.values, { maxKeys: 3 }),
    (map) => mapValues(map, (held, name) => (integers && !/^\d+$/.test(name) ? held : value.decode(held))),
  );
const union = (options: readonly Plan[]) =>
  plan(
    `Union<${options.map((option) => option.name)}>`,
    (T, version) => T.Union(options.map((option) => option.build(version)) as never),
    fc.oneof(...options.map((option) => option.values)),
  );

function object(properties: Record<string, { readonly plan: Plan; readonly optional: boolean }>, closed: boolean): Plan {
  const all = Object.entries(properties);
  return plan(
    `Object<${all.map(([name, { plan: held, optional }]) => `${name}${optional ? '?' : ''}: ${held.name}`)}>`,
    (T, version) =>
      T.Object(
        entries(
          all.map(
            ([name, { plan: held, optional }]) =>
              [name, optional ? T.Optional(held.build(version) as never) : held.build(version)] as const,
          ),
        ) as never,
        closed ? { additionalProperties: false } : {},
      ),
    fc
      .tuple(
        ...all.map(([name, { plan: held, optional }]) =>
          (optional ? fc.option(held.values, { nil: fc }) : held.values).map((value) => [name, value] as const),
        ),
      )
      .map((pairs) => entries(pairs.filter(([, value]) => value !== fc))),
    (value) =>
      mapValues(value, (held, name) =>
        !Object.hasOwn(properties, name) || (held === undefined && properties[name]?.optional)
          ? held
          : (properties[name]?.plan.decode(held) ?? held),
      ),
  );
}

const { tree, plain } = fc.letrec<{ tree: Plan; plain: Plan }>((tie) => {
  const nested = (item: fc.Arbitrary<Plan>) => [
    item.map(array),
    fc.array(item, { maxLength: 3 }).map(tuple),
    fc.tuple(item, fc.boolean()).map(([value, integers]) => record(value, integers)),
    fc
      .tuple(fc.dictionary(property, fc.record({ plan: item, optional: fc.boolean() }), { maxKeys: 4 }), fc.boolean())
      .map(([properties, closed]) => object(properties, closed)),
  ];
  const options = fc.array(tie('plain'), { minLength: 2, maxLength: 3 }).map(union);
  return {
    plain: fc.oneof({ maxDepth: 3, withCrossShrink: true }, text, integer, literal, simple, ...nested(tie('plain')), options),
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      text,
      integer,
      literal,
      simple,
      coded,
      ...nested(tie('tree')),
      options,
    ),
  };
});

/** Types with codecs anywhere but in unions, where the one that decodes is TypeBox's choice. */
export const plans: fc.Arbitrary<Plan> = tree;
export const plainPlans: fc.Arbitrary<Plan> = plain;
