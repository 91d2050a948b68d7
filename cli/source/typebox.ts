import type { Maker } from './parts.js';

const same: Maker = (argument) => ({ same: [argument(0)], options: argument(1) });

/** `Type.name(…)`. What is not here has no parts but those its options name. */
const FUNCTIONS: { readonly [name: string]: Maker } = {
  Object: (argument) => ({ fields: [argument(0)], options: argument(1) }),
  Array: (argument) => ({ at: { items: argument(0) }, options: argument(1) }),
  Tuple: (argument) => ({ lists: { items: argument(0), prefixItems: argument(0) }, options: argument(1) }),
  Union: (argument) => ({ lists: { anyOf: argument(0) }, options: argument(1) }),
  Intersect: (argument) => ({ lists: { allOf: argument(0) }, options: argument(1) }),
  Record: (argument) => ({
    at: { 'patternProperties/*': argument(1), additionalProperties: argument(1) },
    options: argument(2),
  }),
  Not: (argument) => ({ at: { not: argument(0) }, options: argument(1) }),
  Optional: same,
  Readonly: same,
  ReadonlyOptional: same,
  Recursive: same,
  Partial: same,
  Required: same,
  Unsafe: (argument) => ({ options: argument(0) }),
};

/** How TypeBox makes schemas. */
export const typebox = {
  function: (name: string): Maker =>
    Object.hasOwn(FUNCTIONS, name) ? (FUNCTIONS[name] as Maker) : (argument) => ({ options: argument(-1) }),
};
