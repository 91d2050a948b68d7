import fc from 'fast-check';
import type { Json } from '../../../../src/ir/json.js';
import { type Child, guardedIn, inside, type JsonSchema, type SchemaArbitrary, type Scope } from './scope.js';

type Facets = { [keyword: string]: Json };

function facets(scope: Scope): fc.Arbitrary<Facets> {
  const counted: Facets[] =
    scope.dialect === '2020'
      ? [
          { contains: { type: 'integer' }, minContains: 2, maxContains: 3 },
          { contains: { type: 'string' }, minContains: 0 },
        ]
      : [];
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant<Facets>({}) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Facets>({ minItems: 0 }, { minItems: 1 }, { minItems: 2 }, { minItems: 3, maxItems: 4 }),
    },
    { weight: 1, arbitrary: fc.constantFrom<Facets>({ maxItems: 0 }, { maxItems: 1 }, { maxItems: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom<Facets>({ uniqueItems: true }, { uniqueItems: false }) },
    { weight: 1, arbitrary: fc.constantFrom<Facets>({ contains: { type: 'string' } }, { contains: { const: 1 } }, ...counted) },
  );
}

export function list(child: Child, scope: Scope): SchemaArbitrary {
  return fc.tuple(child(guardedIn(scope)), facets(scope)).map(([items, more]) => ({ type: 'array', items, ...more }));
}

/** Positions, spelled as the dialect does; `rest` is `false`, a schema or, where openness allows, not stated. */
export function tuple(child: Child, scope: Scope): SchemaArbitrary {
  const open: fc.Arbitrary<JsonSchema | undefined>[] = scope.explicit ? [] : [fc.constant(undefined)];
  const rest = fc.oneof(fc.constant<JsonSchema>(false), child(guardedIn(scope)), ...open);
  const positions = fc.array(child(inside(scope)), { minLength: 1, maxLength: 3 });
  return fc
    .tuple(positions, rest, fc.constantFrom<'all' | 'none' | 'one'>('all', 'none', 'one'))
    .map(([prefix, after, demanded]) => {
      const schema: Facets = { type: 'array' };
      schema[scope.dialect === '2020' ? 'prefixItems' : 'items'] = prefix;
      if (after !== undefined) schema[scope.dialect === '2020' ? 'items' : 'additionalItems'] = after;
      if (demanded !== 'none') schema['minItems'] = demanded === 'all' ? prefix.length : 1;
      return schema;
    });
}

/** Arrays that leave something open: no `items`, no `type`, `unevaluatedItems`. */
export function openArray(child: Child, scope: Scope): SchemaArbitrary {
  const untyped = child(guardedIn(scope)).map((items) => ({ items }));
  const bare = facets(scope).map((more) => ({ type: 'array', ...more }));
  if (scope.dialect === '7') return fc.oneof(untyped, bare);
  const unevaluated = fc
    .tuple(child(inside(scope)), child(inside(scope)))
    .map(([first, second]) => ({ type: 'array', allOf: [{ prefixItems: [first, second] }], unevaluatedItems: false }));
  return fc.oneof(untyped, bare, unevaluated);
}
