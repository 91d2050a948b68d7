import { eachChild } from '../ir/children.js';
import { reachable, refsOf } from '../ir/references.js';
import type { Document, Property, Shape } from '../ir/shape.js';

/** Counts stop growing here: references may expand 2^30-fold and more. */
export const CAP = 1e300;

/** A place that spends budget: how often it occurs with references expanded, within how many lists, and where in the document. */
export interface Place<Node> {
  readonly node: Node;
  uses: number;
  readonly lists: number;
  readonly order: number;
}

export interface Count {
  readonly optional: number;
  readonly union: number;
  readonly optionals: readonly Place<Property>[];
  readonly unions: readonly Place<Shape>[];
}

/** How often each definition is used when references are expanded. */
export function usesOf(document: Document): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const add = (shape: Shape, times: number) => {
    for (const name of refsOf(shape)) uses.set(name, Math.min(CAP, (uses.get(name) ?? 0) + times));
  };
  add(document.root, 1);
  for (const name of reachable(document).reverse()) {
    const shape = document.definitions.get(name);
    if (shape) add(shape, uses.get(name) ?? 0);
  }
  return uses;
}

/** What a lowered document spends of the optional and union budgets, use by use, and where. */
export function count(document: Document): Count {
  const optionals = new Map<Property, Place<Property>>();
  const unions = new Map<Shape, Place<Shape>>();
  let order = 0;
  const note = <Node>(into: Map<Node, Place<Node>>, node: Node, uses: number, lists: number) => {
    const place = into.get(node);
    if (place) place.uses = Math.min(CAP, place.uses + uses);
    else into.set(node, { node, uses, lists, order: order++ });
  };
  const walk = (shape: Shape, uses: number, lists: number): void => {
    if (shape.kind === 'object') {
      for (const property of shape.properties) {
        if (!property.required && property.absence === undefined) note(optionals, property, uses, lists);
        walk(property.shape, uses, lists);
      }
      return;
    }
    if (shape.kind === 'union') note(unions, shape, uses, lists);
    const inside = shape.kind === 'array' ? lists + 1 : lists;
    eachChild(shape, (child) => walk(child, uses, inside));
  };
  walk(document.root, 1, 0);
  if (document.definitions.size > 0) {
    const uses = usesOf(document);
    for (const [name, shape] of document.definitions) if (uses.has(name)) walk(shape, uses.get(name) as number, 0);
  }
  return {
    optional: total(optionals.values()),
    union: total(unions.values()),
    optionals: [...optionals.values()],
    unions: [...unions.values()],
  };
}

function total(places: Iterable<Place<unknown>>): number {
  let sum = 0;
  for (const place of places) sum = Math.min(CAP, sum + place.uses);
  return sum;
}
