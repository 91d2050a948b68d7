import type { JsonSchema, Mode, Spend } from '../compiled.js';
import { eachChild } from '../ir/children.js';
import { reachable } from '../ir/references.js';
import type { Document, Shape } from '../ir/shape.js';
import { CAP, count, usesOf } from './count.js';

/** What a compiled schema spends of the target's budgets, references expanded. */
export function spendOf(document: Document, wire: JsonSchema, mode: Mode): Spend {
  const { optional, union } = count(document);
  const uses = usesOf(document);
  let properties = 0;
  let enumValues = 0;
  const depths = new Map<string, number>();
  const measure = (shape: Shape, times: number): number => {
    if (shape.kind === 'ref') return depths.get(shape.name) ?? 0;
    if (shape.kind === 'literal') enumValues = Math.min(CAP, enumValues + times * shape.values.length);
    if (shape.kind === 'object') properties = Math.min(CAP, properties + times * shape.properties.length);
    let depth = 0;
    eachChild(shape, (child) => {
      if (child.kind !== 'never') depth = Math.max(depth, measure(child, times));
    });
    return depth + (shape.kind === 'object' || shape.kind === 'array' ? 1 : 0);
  };
  for (const name of reachable(document)) depths.set(name, measure(document.definitions.get(name) as Shape, uses.get(name) ?? 0));
  const depth = measure(document.root, 1);
  return { optional, union, strictTools: mode === 'tool' ? 1 : 0, properties, depth, enumValues, bytes: new TextEncoder().encode(JSON.stringify(wire)).length };
}
