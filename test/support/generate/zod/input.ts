import type { Draw } from '../../draw.js';
import { sampleAny } from '../instance/any.js';
import { KEYS } from '../words.js';
import { leafNamed } from './leaves.js';
import type { Plan, Via } from './plan.js';

type Fields = readonly (readonly [string, Plan])[];

function list(draw: Draw, least: number, most: number, make: () => unknown): unknown[] {
  return Array.from({ length: least + draw.upTo(Math.max(0, most - least)) }, make);
}

function objectOf(fields: Fields, draw: Draw, depth: number): Record<string, unknown> {
  const entries = fields.map(([key, plan]) => [key, inputFor(plan, draw, depth - 1)] as const);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined || (draw.chance(20) && !JSON.stringify(fields).includes('exactOptional'))),
  );
}

/** An object of a tree; what has no value has no key. */
function branchOf(entries: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

/** An input for the schema that a plan describes: mostly one it admits; the schema itself has the last word. */
export function inputFor(plan: Plan, draw: Draw, depth: number): unknown {
  const inner = (each: Plan): unknown => inputFor(each, draw, depth - 1);
  switch (plan.kind) {
    case 'leaf':
      return leafNamed(plan.leaf).input(draw);
    case 'literal':
    case 'enum':
      return draw.pick(plan.values);
    case 'array':
      return list(draw, plan.min ?? 0, plan.max ?? (plan.min ?? 0) + 2, () => inner(plan.item));
    case 'set':
      return new Set(list(draw, 0, 3, () => inner(plan.item)));
    case 'map':
      return new Map(list(draw, 0, 2, () => [inner(plan.key), inner(plan.value)]) as [unknown, unknown][]);
    case 'tuple':
      return [...plan.items.map(inner), ...(plan.rest === undefined ? [] : list(draw, 0, 2, () => inner(plan.rest as Plan)))];
    case 'object': {
      const extra =
        plan.mode === 'strict' || !draw.chance(40) ? {} : { [draw.pick(KEYS)]: plan.mode === 'catchall' ? 5 : sampleAny(draw) };
      return { ...extra, ...objectOf(plan.fields, draw, depth) };
    }
    case 'record': {
      const keys =
        plan.keys === 'enum'
          ? ['a', 'b', '__proto__x']
          : plan.keys === 'partial'
            ? draw.shuffled(['a', 'b', '__proto__x']).slice(draw.upTo(3))
            : plan.keys === 'number'
              ? ['1', '-2.5', '10'].slice(draw.upTo(2))
              : plan.keys === 'string'
                ? draw.shuffled(KEYS).slice(0, draw.upTo(3))
                : ['k', 'kz', ...(plan.keys === 'loose' ? ['other'] : [])].slice(draw.upTo(2));
      return Object.fromEntries(keys.map((key) => [key, inner(plan.value)]));
    }
    case 'union':
    case 'xor':
      return inner(draw.pick(plan.options));
    case 'discriminated': {
      const index = draw.upTo(plan.options.length - 1);
      return { ...objectOf(plan.options[index] as Fields, draw, depth), [plan.tag]: `k${index}` };
    }
    case 'intersection':
      return { ...objectOf(plan.left, draw, depth), ...objectOf(plan.right, draw, depth) };
    case 'wrapped':
      if (['optional', 'nullish', 'exactOptional', 'default', 'prefault'].includes(plan.by) && draw.chance(35)) return undefined;
      return ['nullable', 'nullish'].includes(plan.by) && draw.chance(35) ? null : inner(plan.inner);
    case 'tree':
      return treeOf(plan.via, () => inner(plan.value), draw, 3);
  }
}

function treeOf(via: Via, value: () => unknown, draw: Draw, depth: number): unknown {
  const more = depth > 0 && draw.chance(70);
  const child = (): unknown => treeOf(via, value, draw, depth - 1);
  const children = (most: number): unknown[] => (more ? list(draw, 1, most, child) : []);
  if (via === 'union') return more ? { left: child(), right: child() } : branchOf({ value: value() });
  if (via === 'mutual') return branchOf({ id: value(), files: children(2).map((parent) => ({ name: 'f', parent })) });
  if (via === 'array') return branchOf({ value: value(), next: children(2) });
  if (via === 'record')
    return branchOf({
      value: value(),
      next: Object.fromEntries(children(2).map((each, index) => [draw.pick(KEYS) + index, each])),
    });
  if (via === 'map') return branchOf({ value: value(), next: new Map(children(2).map((each, index) => [`k${index}`, each])) });
  if (via === 'tuple') return branchOf({ value: value(), next: more ? ['t', child()] : null });
  if (via === 'nullable') return branchOf({ value: value(), next: more ? child() : null });
  return more ? branchOf({ value: value(), next: child() }) : branchOf({ value: value() });
}
