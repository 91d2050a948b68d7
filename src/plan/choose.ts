import type { Encoding } from '../compiled.js';
import { onWire } from '../ir/disjoint.js';
import type { Document, Property, Shape } from '../ir/shape.js';
import type { Context } from '../passes/context.js';
import { CAP, type Count, count, type Place } from './count.js';

/** What the plan decided: the new form of optional properties and of unions; whatever is not named stays as it is. */
export interface Choice {
  readonly optionals: ReadonlyMap<Property, 'null' | 'list'>;
  readonly unions: ReadonlyMap<Shape, 'lists'>;
}

/**
 * Chooses encodings until the document is within the target's limits: first unions (their options in lists, which
 * spends nothing), then optional properties (nullable while unions are left, then lists of 0 or 1). What occurs most
 * often goes first, then what lies deepest, then what comes last; so the same document always gets the same plan.
 */
export function choose(document: Document, context: Context): Choice {
  const { optional, union } = context.target.limits;
  const resolve = (name: string) => document.definitions.get(name);
  const spent = count(document);
  const optionals = new Map<Property, 'null' | 'list'>();
  const unions = new Map<Shape, 'lists'>();
  const unionPins = (place: Place<Shape>) => pin(context, place.node.path);
  for (const place of spent.unions) if (unionPins(place) === 'lists') unions.set(place.node, 'lists');
  const bare = spent.unions.filter((place) => unionPins(place) === 'bare');
  const movable = spent.unions.filter((place) => unionPins(place) !== 'bare' && unionPins(place) !== 'lists');
  const excess = beyond(movable, union.value - sum(bare));
  for (const place of excess) unions.set(place.node, 'lists');
  let unionsLeft = union.value - sum(spent.unions.filter((place) => !unions.has(place.node)));
  const spend = (place: Place<Property>, form: Encoding | undefined) => {
    const { node, uses } = place;
    const price = nullPrice(node.shape, unions, resolve);
    if (form !== 'list' && price !== undefined && price * uses <= unionsLeft) {
      unionsLeft -= price * uses;
      optionals.set(node, 'null');
    } else optionals.set(node, 'list');
  };
  const pins = context.options.encode ? pinned(spent, context) : undefined;
  const formOf = (place: Place<Property>) => pins?.get(place.node);
  for (const place of spent.optionals) if (formOf(place) === 'nullable' || formOf(place) === 'list') spend(place, formOf(place));
  const kept = spent.optionals.filter((place) => formOf(place) === 'optional');
  const open = spent.optionals.filter((place) => !optionals.has(place.node) && formOf(place) !== 'optional');
  for (const place of beyond(open, optional.value - sum(kept))) spend(place, undefined);
  return { optionals, unions };
}

/** The places to re-encode so that the others stay within `limit`, in the order in which they go. */
function beyond<Node>(places: readonly Place<Node>[], limit: number): readonly Place<Node>[] {
  const ordered = order(places);
  let left = 0;
  let from = ordered.length;
  while (from > 0 && left + (ordered[from - 1] as Place<Node>).uses <= limit) left += (ordered[--from] as Place<Node>).uses;
  return ordered.slice(0, from);
}

function sum(places: readonly Place<unknown>[]): number {
  return places.reduce((total, place) => Math.min(CAP, total + place.uses), 0);
}

function order<Node>(places: readonly Place<Node>[]): readonly Place<Node>[] {
  return [...places].sort((a, b) => b.uses - a.uses || b.depth - a.depth || b.order - a.order);
}

/** Unions that a nullable form would add, or undefined where null already means something on the wire. */
export function nullPrice(
  shape: Shape,
  unions: ReadonlyMap<Shape, 'lists'>,
  resolve: (name: string) => Shape | undefined,
): number | undefined {
  if (shape.kind === 'union' && !unions.has(shape))
    return shape.options.some((option) => takesNull(option, unions, resolve)) ? undefined : 0;
  return takesNull(shape, unions, resolve) ? undefined : 1;
}

function takesNull(shape: Shape, unions: ReadonlyMap<Shape, 'lists'>, resolve: (name: string) => Shape | undefined): boolean {
  const wire = onWire(shape, resolve);
  if (wire.kind === 'union') return !unions.has(wire) && wire.options.some((option) => takesNull(option, unions, resolve));
  return wire.kind === 'null' || (wire.kind === 'literal' && wire.values.includes(null));
}

function pin(context: Context, path: string): Encoding | undefined {
  return context.options.encode?.[path];
}

function pinned(spent: Count, context: Context): ReadonlyMap<Property, Encoding> {
  const pins = new Map<Property, Encoding>();
  for (const { node } of spent.optionals) {
    const found = pin(context, node.shape.path);
    if (found) pins.set(node, found);
  }
  return pins;
}
