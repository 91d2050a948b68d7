import type { Facet, Shape } from '../../ir/shape.js';
import { follow } from '../follow.js';

type Resolve = (name: string) => Shape | undefined;

const MOST = 40;

/** The constraints that stand on a shape, through references, options and parts: their limits are worth trying. */
export function limitsOf(shape: Shape | undefined, resolve: Resolve): readonly Facet[] {
  const found: Facet[] = [];
  const seen = new Set<Shape>();
  const visit = (at: Shape | undefined): void => {
    const target = at && follow(at, resolve);
    if (!at || !target || seen.has(target) || found.length > MOST) return;
    seen.add(target);
    found.push(...(at.facets ?? []), ...(at === target ? [] : (target.facets ?? [])));
    if (target.kind === 'union' || target.kind === 'loose') for (const option of target.options) visit(option);
    if (target.kind === 'all') for (const part of target.parts) visit(part);
  };
  visit(shape);
  return found;
}

/** The values of one keyword among them. */
export function numbersOf(facets: readonly Facet[], ...keywords: readonly string[]): number[] {
  return facets.flatMap(({ keyword, value }) => (keywords.includes(keyword) && typeof value === 'number' ? [value] : []));
}

/** The literal values of a shape, through references, options and parts. */
export function literalsOf(shape: Shape | undefined, resolve: Resolve, depth = 0): readonly unknown[] {
  const target = shape && follow(shape, resolve);
  if (!target || depth > 3) return [];
  if (target.kind === 'literal') return target.values.slice(0, MOST);
  if (target.kind === 'union' || target.kind === 'loose')
    return target.options.flatMap((option) => literalsOf(option, resolve, depth + 1));
  return target.kind === 'all' ? target.parts.flatMap((part) => literalsOf(part, resolve, depth + 1)) : [];
}
