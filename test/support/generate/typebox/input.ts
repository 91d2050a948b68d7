import type { Draw } from '../../draw.js';
import { sampleAny } from '../instance/any.js';
import { KEYS, TEXTS } from '../words.js';
import type { LeafName, Plan } from './plan.js';

/** `library` is the leaf each version has alone: a Date in 0.34, a script in 1.x. */
const VALUES: Readonly<Record<LeafName, readonly unknown[]>> = {
  string: TEXTS,
  'string bounded': ['ab', 'abcde', 'x'],
  'string pattern': ['ab-1', 'z-99', 'A'],
  email: ['a@b.co', 'no'],
  'date-time': ['2024-02-29T12:00:00Z', '2024-02-29'],
  number: [0, 1, -1.5, 1e21],
  'number bounded': [1, 5.5, 11],
  integer: [0, -3, 42, 1.5],
  'integer small': [1, 3, 6],
  boolean: [true, false],
  null: [null],
  any: [null, 1, 'a', [1], { a: {} }],
  unknown: [null, 1, 'a', [1], { a: {} }],
  bigint: [0n, -5n, 2n ** 70n],
  undefined: [undefined],
  template: ['id-1', 'id-25', 'id'],
  not: [1, true, null, 'text'],
  enum: [1, 'x', 2],
  'length codec': ['', 'abc'],
  library: [],
};

export function inputFor(plan: Plan, draw: Draw, depth: number, library: readonly unknown[]): unknown {
  const inner = (each: Plan): unknown => inputFor(each, draw, depth - 1, library);
  switch (plan.kind) {
    case 'leaf':
      return draw.pick(plan.leaf === 'library' ? library : VALUES[plan.leaf]);
    case 'literals':
      return draw.pick(plan.values);
    case 'array':
      return Array.from({ length: plan.min + draw.upTo(2) }, () => inner(plan.item));
    case 'tuple':
      return plan.items.map(inner);
    case 'object': {
      const fields = plan.fields
        .filter(([, , presence]) => presence !== 'optional' || draw.chance(60))
        .map(([key, each]) => [key, inner(each)] as const);
      return { ...Object.fromEntries(fields), ...(draw.chance(15) ? { [draw.pick(KEYS)]: sampleAny(draw) } : {}) };
    }
    case 'record': {
      const keys = {
        string: draw.shuffled(KEYS).slice(0, draw.upTo(3)),
        number: ['1', '10'].slice(draw.upTo(2)),
        literals: ['a', 'b'],
        pattern: ['k1', 'k22'].slice(draw.upTo(2)),
      }[plan.keys];
      return Object.fromEntries(keys.map((key) => [key, inner(plan.value)]));
    }
    case 'union':
      return inner(draw.pick(plan.options));
    case 'intersect':
      return { ...(inner(plan.left) as object), ...(inner(plan.right) as object) };
    case 'codec':
      return inner(plan.inner);
    case 'tree':
      return treeOf(plan, () => inner(plan.value), draw, 3);
  }
}

function treeOf(plan: Extract<Plan, { kind: 'tree' }>, value: () => unknown, draw: Draw, depth: number): unknown {
  const more = depth > 0 && draw.chance(70);
  const child = (): unknown => treeOf(plan, value, draw, depth - 1);
  const children = more ? Array.from({ length: 1 + draw.upTo(1) }, child) : [];
  if (plan.via === 'array') return { value: value(), next: children };
  if (plan.via === 'record')
    return { value: value(), next: Object.fromEntries(children.map((each, index) => [`k${index}`, each])) };
  if (plan.via === 'union') return { value: value(), next: more ? child() : null };
  if (plan.via === 'tuple') return { value: value(), next: more ? ['t', child()] : null };
  return more ? { value: value(), next: child() } : { value: value() };
}
