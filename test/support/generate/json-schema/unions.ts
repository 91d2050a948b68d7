import fc from 'fast-check';
import { fieldsOf } from './objects.js';
import { type Child, inside, type JsonSchema, refTo, type SchemaArbitrary, type Scope } from './scope.js';

/** Options as they come: many of them overlap. */
export function union(child: Child, scope: Scope): SchemaArbitrary {
  const options = fc.array(child(inside(scope)), { minLength: 1, maxLength: 3 });
  const plain = fc.tuple(fc.constantFrom('anyOf', 'anyOf', 'oneOf'), options).map(([keyword, some]) => ({ [keyword]: some }));
  const nullable = child(inside(scope)).map((some) => ({ anyOf: [some, { type: 'null' }] }));
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: nullable });
}

/** A union beside other keywords of the same node. */
export function mixedUnion(child: Child, scope: Scope): SchemaArbitrary {
  const options = fc.array(child(inside(scope)), { minLength: 1, maxLength: 2 });
  const either = fc.constantFrom<JsonSchema[]>([{ required: ['a'] }, { required: ['b'] }]);
  const choice = fc.tuple(child(inside(scope)), either).map(([value, some]) => ({
    type: 'object',
    properties: { a: value, b: { type: 'string' } },
    anyOf: some,
    ...(scope.explicit ? { additionalProperties: false } : {}),
  }));
  const typed = fc.tuple(fc.constantFrom('string', 'object', 'array'), options).map(([type, some]) => ({ type, anyOf: some }));
  return scope.explicit ? choice : fc.oneof(choice, typed);
}

/** Options told apart by a constant property. */
export function discriminated(child: Child, scope: Scope): SchemaArbitrary {
  const option = fc.tuple(fc.constantFrom('a', 'b', 'value', 'kind2'), child(inside(scope)), fc.boolean());
  return fc
    .tuple(
      fc.constantFrom('kind', 'type', 't/1'),
      fc.constantFrom('anyOf', 'oneOf'),
      fc.array(option, { minLength: 2, maxLength: 4 }),
      fc.boolean(),
    )
    .map(([tag, keyword, options, closed]) => ({
      [keyword]: options.map(([key, schema, required], index) => ({
        type: 'object',
        ...fieldsOf([
          { key: tag, schema: { const: `k${index}` }, required: true },
          { key, schema, required },
        ]),
        ...(closed || scope.explicit ? { additionalProperties: false } : {}),
      })),
    }));
}

export function intersection(child: Child, scope: Scope): SchemaArbitrary {
  const part = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'id'), child(inside(scope)), fc.boolean())
    .map(([key, schema, required]) => ({ type: 'object', ...fieldsOf([{ key, schema, required }]) }));
  const refs = scope.refs.map((each) => fc.constant(refTo(scope.dialect, each)));
  const parts = fc.array(fc.oneof(part, part, ...refs), { minLength: 1, maxLength: 3 });
  const bounds = fc.constantFrom<JsonSchema>(
    { type: 'string', allOf: [{ minLength: 1 }, { maxLength: 5 }] },
    { allOf: [{ type: 'number' }, { minimum: 1 }, { minimum: 3 }] },
    { allOf: [{ enum: ['a', 'b', 1] }, { enum: ['b', 1, null] }] },
    { type: 'array', items: { type: ['string', 'number'] }, allOf: [{ items: { type: 'string' } }, { minItems: 1 }] },
  );
  return fc.oneof({ weight: 3, arbitrary: parts.map((some) => ({ allOf: some })) }, { weight: 1, arbitrary: bounds });
}
