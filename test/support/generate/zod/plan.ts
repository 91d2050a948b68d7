/** A Zod schema as plain data: printed in a counterexample, shrunk by fast-check, built as often as needed. */
export type Plan =
  | { readonly kind: 'leaf'; readonly leaf: string }
  | { readonly kind: 'literal'; readonly values: readonly (string | number | boolean | null)[] }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'array'; readonly item: Plan; readonly min?: number; readonly max?: number }
  | { readonly kind: 'tuple'; readonly items: readonly Plan[]; readonly rest?: Plan }
  | {
      readonly kind: 'object';
      readonly mode: 'strip' | 'strict' | 'loose' | 'catchall';
      readonly fields: readonly (readonly [string, Plan])[];
    }
  | {
      readonly kind: 'record';
      readonly keys: 'string' | 'enum' | 'partial' | 'number' | 'pattern' | 'loose';
      readonly value: Plan;
    }
  | { readonly kind: 'map'; readonly key: Plan; readonly value: Plan }
  | { readonly kind: 'set'; readonly item: Plan }
  | { readonly kind: 'union' | 'xor'; readonly options: readonly Plan[] }
  | { readonly kind: 'discriminated'; readonly tag: string; readonly options: readonly (readonly (readonly [string, Plan])[])[] }
  | {
      readonly kind: 'intersection';
      readonly left: readonly (readonly [string, Plan])[];
      readonly right: readonly (readonly [string, Plan])[];
    }
  | { readonly kind: 'wrapped'; readonly by: Wrapper; readonly inner: Plan }
  | { readonly kind: 'tree'; readonly via: Via; readonly value: Plan };

export const WRAPPERS = [
  'optional',
  'nullable',
  'nullish',
  'exactOptional',
  'readonly',
  'brand',
  'described',
  'refined',
  'piped',
  'transformed',
  'codec',
  'preprocessed',
  'catch',
  'default',
  'prefault',
  'lazy',
] as const;
export type Wrapper = (typeof WRAPPERS)[number];

/** How a recursive schema comes back to itself. */
export const VIAS = ['array', 'optional', 'nullable', 'record', 'tuple', 'union', 'map', 'lazy', 'mutual'] as const;
export type Via = (typeof VIAS)[number];

/** Wrappers that leave a value what it was. */
const PLAIN: readonly Wrapper[] = [
  'optional',
  'nullable',
  'nullish',
  'exactOptional',
  'readonly',
  'brand',
  'described',
  'refined',
  'lazy',
];

/** Whether parsing an output again gives the same output. */
export function isPure(plan: Plan, pureLeaf: (leaf: string) => boolean): boolean {
  const all = (plans: readonly Plan[]): boolean => plans.every((each) => isPure(each, pureLeaf));
  const fields = (some: readonly (readonly [string, Plan])[]): boolean => all(some.map(([, each]) => each));
  switch (plan.kind) {
    case 'leaf':
      return pureLeaf(plan.leaf);
    case 'literal':
    case 'enum':
      return true;
    case 'array':
    case 'set':
      return isPure(plan.item, pureLeaf);
    case 'tuple':
      return all(plan.rest === undefined ? plan.items : [...plan.items, plan.rest]);
    case 'object':
      return fields(plan.fields);
    case 'record':
      return plan.keys !== 'number' && isPure(plan.value, pureLeaf); // keys are written anew: 1e21 for 1000000000000000000000
    case 'tree':
      return isPure(plan.value, pureLeaf);
    case 'map':
      return isPure(plan.key, pureLeaf) && isPure(plan.value, pureLeaf);
    case 'union':
    case 'xor':
      return all(plan.options);
    case 'discriminated':
      return plan.options.every(fields);
    case 'intersection':
      return fields(plan.left) && fields(plan.right);
    case 'wrapped':
      return PLAIN.includes(plan.by) && isPure(plan.inner, pureLeaf);
  }
}
