import { onWire } from '../ir/disjoint.js';
import type { Encoding } from '../ir/encoding.js';
import type { Document, Pins, Property, Shape } from '../ir/shape.js';
import { CAP, count, type Place } from './count.js';
import { type Group, groupsOf } from './groups.js';
import type { Form, Item, PinsAt } from './item.js';
import { priceOfEntries, priceOfList, priceOfLists, priceOfNullable, timesWritten } from './price.js';

interface Parts {
  optionals: Place<Property>[];
  unions: Place<Shape>[];
}

const PROPERTY: readonly Encoding[] = ['optional', 'nullable', 'list', 'entries'];
const UNION: readonly Encoding[] = ['bare', 'lists'];

/**
 * The decisions of a lowered document, in its order. Its optional properties and unions at one path are decided together.
 * `mostKeys`: names that one list of entries can have.
 */
export function itemsOf(document: Document, pins: PinsAt, mostKeys: number, member = 0): readonly Item[] {
  const { optionals, unions } = count(document);
  const byPath = new Map<string, Parts>();
  const at = (path: string): Parts => {
    let parts = byPath.get(path);
    if (!parts) {
      parts = { optionals: [], unions: [] };
      byPath.set(path, parts);
    }
    return parts;
  };
  for (const place of [...optionals, ...unions].sort((a, b) => a.order - b.order))
    if ('shape' in place.node) at(place.node.shape.path).optionals.push(place as Place<Property>);
    else at(place.node.path).unions.push(place as Place<Shape>);
  const resolve = (name: string) => document.definitions.get(name);
  const groups = groupsOf(document, pins, mostKeys);
  return [...byPath].map(([path, parts]) => ({
    member,
    path,
    properties: parts.optionals.map(({ node }) => node),
    unions: parts.unions.map(({ node }) => node),
    groups: parts.optionals.flatMap(({ node }) => groups.get(node) ?? []),
    ...pinned(formsOf(parts, groups, resolve), pins(path, ownPins(parts))),
  }));
}

type Resolve = (name: string) => Shape | undefined;
type Forms = [Form, ...Form[]];

/** Every way in which the parts can travel. */
function formsOf(parts: Parts, groups: ReadonlyMap<Property, Group>, resolve: Resolve): Forms {
  const found: Form[] = [];
  const ofUnion = parts.unions.length > 0 ? UNION : [undefined];
  const ofProperty = parts.optionals.length > 0 ? PROPERTY : [undefined];
  for (const property of ofProperty)
    for (const union of ofUnion) {
      if (property === 'entries' && !parts.optionals.every(({ node }) => groups.has(node))) continue;
      const extra = property === 'nullable' ? nullCost(parts, union === 'lists', resolve) : 0;
      if (extra === undefined) continue;
      found.push({
        encodings: [property, union].filter((each) => each !== undefined),
        cost: {
          optional: property === 'optional' ? uses(parts.optionals) : 0,
          union: Math.min(CAP, (union === 'bare' ? uses(parts.unions) : 0) + extra),
        },
        price: priceOf(parts, groups, property, union),
      });
    }
  return found as Forms;
}

function uses(places: readonly Place<unknown>[]): number {
  return places.reduce((total, place) => Math.min(CAP, total + place.uses), 0);
}

function priceOf(
  { optionals, unions }: Parts,
  groups: ReadonlyMap<Property, Group>,
  property: Encoding | undefined,
  union: Encoding | undefined,
): number {
  let price = 0;
  if (property === 'entries')
    for (const { node, uses, lists } of optionals)
      price += timesWritten(uses, lists) * priceOfEntries((groups.get(node) as Group).properties.length);
  if (property === 'nullable' || property === 'list')
    for (const place of optionals)
      price +=
        timesWritten(place.uses, place.lists) *
        (property === 'list' ? priceOfList(place.node.key) : priceOfNullable(place.node.key));
  if (union === 'lists')
    for (const place of unions)
      if (place.node.kind === 'union') price += timesWritten(place.uses, place.lists) * priceOfLists(place.node.options);
  return price;
}

/** Unions that a nullable form adds, or undefined where null already means something on the wire. */
function nullCost({ optionals, unions }: Parts, inLists: boolean, resolve: Resolve): number | undefined {
  let total = 0;
  for (const { node, uses: times } of optionals) {
    const own = unions.some((place) => place.node === node.shape);
    if (own && inLists) total += times;
    else if (takesNull(node.shape, resolve)) return undefined;
    else if (node.shape.kind !== 'union') total += times;
  }
  return Math.min(CAP, total);
}

function takesNull(shape: Shape, resolve: Resolve): boolean {
  const wire = onWire(shape, resolve);
  if (wire.kind === 'union') return wire.options.some((option) => takesNull(option, resolve));
  return wire.kind === 'null' || (wire.kind === 'literal' && wire.values.includes(null));
}

function ownPins({ optionals, unions }: Parts): Pins | undefined {
  const [node] = [...optionals.map((place) => place.node.shape), ...unions.map((place) => place.node)];
  return node?.notes?.pins;
}

/** The forms that the pins leave. Where null means something a list takes the place of `nullable`; a pin of another kind leaves all. */
function pinned(forms: Forms, pins: readonly Encoding[]): Pick<Item, 'forms' | 'unkept'> {
  const unkept: Encoding[] = [];
  let left: readonly Form[] = forms;
  const take = (encoding: Encoding): boolean => {
    const taken = left.filter(({ encodings }) => encodings.includes(encoding));
    if (taken.length > 0) left = taken;
    return taken.length > 0;
  };
  for (const pin of pins)
    if (!take(pin === 'tagged' ? 'bare' : pin)) {
      unkept.push(pin);
      if (pin === 'nullable') take('list');
    }
  return { forms: left as Forms, unkept };
}
