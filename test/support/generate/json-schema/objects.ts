import fc from 'fast-check';
import type { Json } from '../../../../src/ir/json.js';
import { name, names } from './names.js';
import { type Child, guardedIn, inside, type JsonSchema, type SchemaArbitrary, type Scope } from './scope.js';

type Facets = { [keyword: string]: Json };

interface Field {
  readonly key: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

function field(child: Child, scope: Scope): fc.Arbitrary<Field> {
  return fc.oneof(
    fc.record({ key: name, schema: child(inside(scope)), required: fc.constant(true) }),
    fc.record({ key: name, schema: child(guardedIn(scope)), required: fc.constant(false) }),
  );
}

export function fieldsOf(fields: readonly Field[]): Facets {
  const required = fields.filter((each) => each.required).map((each) => each.key);
  return {
    properties: Object.fromEntries(fields.map((each) => [each.key, each.schema])),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** What undeclared keys hold. */
function rest(child: Child, scope: Scope): fc.Arbitrary<Facets> {
  const stated = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Facets>({ additionalProperties: false }) },
    { weight: 1, arbitrary: fc.constant<Facets>({ additionalProperties: true }) },
    { weight: 1, arbitrary: child(guardedIn(scope)).map((schema) => ({ additionalProperties: schema })) },
  );
  return scope.explicit ? stated : fc.oneof({ weight: 4, arbitrary: fc.constant<Facets>({}) }, { weight: 4, arbitrary: stated });
}

export function object(child: Child, scope: Scope): SchemaArbitrary {
  const fields = fc.uniqueArray(field(child, scope), { minLength: 0, maxLength: 4, selector: (each) => each.key });
  return fc.tuple(fields, rest(child, scope)).map(([some, more]) => ({ type: 'object', ...fieldsOf(some), ...more }));
}

export function record(child: Child, scope: Scope): SchemaArbitrary {
  const facets = fc.constantFrom<Facets>(
    {},
    {},
    { minProperties: 1 },
    { maxProperties: 2 },
    { propertyNames: { pattern: '^[a-z]+$' } },
    { propertyNames: { enum: ['a', 'b', 'k'] } },
    { propertyNames: { maxLength: 3 } },
  );
  return fc
    .tuple(child(guardedIn(scope)), facets)
    .map(([value, more]) => ({ type: 'object', additionalProperties: value, ...more }));
}

export function patternRecord(child: Child, scope: Scope): SchemaArbitrary {
  const closed = fc.constantFrom<Facets>({ additionalProperties: false }, ...(scope.explicit ? [] : [{}]));
  const patterns = fc.uniqueArray(fc.tuple(fc.constantFrom('^x-', '^[a-z]+$', '\\d', '^k'), child(guardedIn(scope))), {
    minLength: 1,
    maxLength: 2,
    selector: ([pattern]) => pattern,
  });
  const fields = fc.uniqueArray(field(child, scope), { minLength: 0, maxLength: 2, selector: (each) => each.key });
  return fc
    .tuple(patterns, fields, closed)
    .map(([some, named, more]) => ({ type: 'object', ...fieldsOf(named), patternProperties: Object.fromEntries(some), ...more }));
}

/** Objects with rules between their properties, or without a type, or that demand what they do not declare. */
export function openObject(child: Child, scope: Scope): SchemaArbitrary {
  const some = fc.uniqueArray(field(child, scope), { minLength: 1, maxLength: 3, selector: (each) => each.key });
  const untyped = some.map(fieldsOf);
  const demanding = fc
    .tuple(some, names(1, 2))
    .map(([fields, keys]) => ({ type: 'object', ...fieldsOf(fields), required: keys }));
  const dependent = fc.tuple(some, name).map(([fields, key]) => {
    const first = fields[0]?.key ?? 'a';
    const rules = { [first]: [key] };
    return {
      type: 'object',
      ...fieldsOf(fields),
      ...(scope.dialect === '2020' ? { dependentRequired: rules } : { dependencies: rules }),
    };
  });
  const dependentSchema = some.map((fields) => {
    const rules = { [fields[0]?.key ?? 'a']: { required: ['b'], properties: { b: { type: 'string' } } } };
    return {
      type: 'object',
      ...fieldsOf(fields),
      ...(scope.dialect === '2020' ? { dependentSchemas: rules } : { dependencies: rules }),
    };
  });
  const counted = fc
    .tuple(some, fc.constantFrom<Facets>({ minProperties: 1 }, { maxProperties: 1 }, { minProperties: 2, maxProperties: 3 }))
    .map(([fields, more]) => ({ type: 'object', ...fieldsOf(fields), ...more }));
  const conditional = some.map((fields) => ({
    type: 'object',
    ...fieldsOf(fields),
    if: { properties: { a: { const: 'x' } }, required: ['a'] },
    then: { properties: { b: { type: 'string' } }, required: ['b'] },
    else: { properties: { c: { type: 'number' } } },
  }));
  const bare = fc.constantFrom<JsonSchema>(
    { type: 'object' },
    { type: 'object', properties: {} },
    { required: ['a'] },
    { type: 'object', required: ['a'] },
  );
  const unevaluated = some.map((fields) => ({ type: 'object', allOf: [fieldsOf(fields)], unevaluatedProperties: false }));
  return fc.oneof(
    untyped,
    demanding,
    dependent,
    dependentSchema,
    counted,
    conditional,
    bare,
    ...(scope.dialect === '2020' ? [unevaluated] : []),
  );
}
