import type { Maker } from './parts.js';

const leaf: Maker = () => ({});
const object: Maker = (argument) => ({ fields: [argument(0)] });
const same: Maker = (argument) => ({ same: [argument(0)] });
const nullable: Maker = (argument) => ({ at: { 'anyOf/0': argument(0) } });
const record: Maker = (argument) => ({
  at: { additionalProperties: argument(-1), propertyNames: argument(0), 'patternProperties/*': argument(-1) },
});

/** `z.name(…)`, and the functions of `zod/mini`. */
const FUNCTIONS: { readonly [name: string]: Maker } = {
  object,
  strictObject: object,
  looseObject: object,
  array: (argument) => ({ at: { items: argument(0) } }),
  set: (argument) => ({ at: { items: argument(0) } }),
  map: (argument) => ({ at: { 'items/prefixItems/0': argument(0), 'items/prefixItems/1': argument(1) } }),
  tuple: (argument) => ({ lists: { prefixItems: argument(0) }, at: { items: argument(1) } }),
  record,
  partialRecord: record,
  looseRecord: record,
  union: (argument) => ({ lists: { anyOf: argument(0) } }),
  xor: (argument) => ({ lists: { oneOf: argument(0) } }),
  discriminatedUnion: (argument) => ({ lists: { anyOf: argument(1), oneOf: argument(1) } }),
  intersection: (argument) => ({ at: { 'allOf/0': argument(0), 'allOf/1': argument(1) } }),
  nullable,
  nullish: nullable,
  optional: same,
  exactOptional: same,
  nonoptional: same,
  _default: same,
  prefault: same,
  catch: same,
  readonly: same,
  lazy: same,
  pipe: same,
  codec: same,
  preprocess: (argument) => ({ same: [argument(1)] }),
  extend: (argument) => ({ fields: [argument(1)], same: [argument(0)] }),
  safeExtend: (argument) => ({ fields: [argument(1)], same: [argument(0)] }),
  merge: (argument) => ({ same: [argument(1), argument(0)] }),
  pick: (argument) => ({ only: argument(1), same: [argument(0)] }),
  omit: (argument) => ({ without: argument(1), same: [argument(0)] }),
  partial: same,
  required: same,
  catchall: (argument) => ({ at: { additionalProperties: argument(1) }, same: [argument(0)] }),
};

const self: Maker = (_argument, own) => ({ same: [own] });
const extend: Maker = (argument, own) => ({ fields: [argument(0)], same: [own] });
const orNull: Maker = (_argument, own) => ({ at: { 'anyOf/0': own } });

/** `schema.name(…)`. */
const METHODS: { readonly [name: string]: Maker } = {
  ...Object.fromEntries(
    [
      ...['optional', 'exactOptional', 'nonoptional', 'default', 'prefault', 'catch', 'readonly', 'brand', 'describe', 'meta'],
      ...['register', 'refine', 'superRefine', 'check', 'with', 'overwrite', 'transform', 'pipe', 'clone'],
      ...['min', 'max', 'length', 'nonempty', 'size', 'strict', 'strip', 'loose', 'passthrough', 'partial', 'required'],
    ].map((name) => [name, self]),
  ),
  array: (_argument, own) => ({ at: { items: own } }),
  nullable: orNull,
  nullish: orNull,
  or: (argument, own) => ({ at: { 'anyOf/0': own, 'anyOf/1': argument(0) } }),
  and: (argument, own) => ({ at: { 'allOf/0': own, 'allOf/1': argument(0) } }),
  extend,
  safeExtend: extend,
  merge: (argument, own) => ({ same: [argument(0), own] }),
  pick: (argument, own) => ({ only: argument(0), same: [own] }),
  omit: (argument, own) => ({ without: argument(0), same: [own] }),
  catchall: (argument, own) => ({ at: { additionalProperties: argument(0) }, same: [own] }),
};

/** How Zod makes schemas. */
export const zod = {
  function: (name: string): Maker => (Object.hasOwn(FUNCTIONS, name) ? (FUNCTIONS[name] as Maker) : leaf),
  method: (name: string): Maker | undefined => (Object.hasOwn(METHODS, name) ? METHODS[name] : undefined),
};
