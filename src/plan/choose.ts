import type { Document, Property, Shape } from '../ir/shape.js';
import type { Context } from '../passes/context.js';
import { itemsOf } from './items.js';
import { solve } from './solve.js';

/** What the plan decided: the new form of optional properties and of unions; whatever is not named stays as it is. */
export interface Choice {
  readonly optionals: ReadonlyMap<Property, 'null' | 'list'>;
  readonly unions: ReadonlySet<Shape>;
}

/** The cheapest encodings with which the document is within the target's limits; the same document always gets the same. */
export function choose(document: Document, { target, options }: Context): Choice {
  const { optional, union } = target.limits;
  const optionals = new Map<Property, 'null' | 'list'>();
  const unions = new Set<Shape>();
  const decided = solve(itemsOf(document, options.encode ?? {}), { optional: optional.value, union: union.value });
  for (const [item, { encodings }] of decided) {
    if (encodings.includes('lists')) for (const node of item.unions) unions.add(node);
    const absence = encodings.includes('nullable') ? 'null' : encodings.includes('list') ? 'list' : undefined;
    if (absence) for (const property of item.properties) optionals.set(property, absence);
  }
  return { optionals, unions };
}
