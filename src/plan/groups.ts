import { Likeness } from '../ir/alike.js';
import { eachChild } from '../ir/children.js';
import type { Document, ObjectShape, Property, Shape } from '../ir/shape.js';
import type { PinsAt } from './item.js';

/** Optional properties of one object that can share a list of entries, since their values are alike. */
export interface Group {
  readonly properties: readonly Property[];
  /** How many lists it takes for all of them: a list has no more keys to choose from than the target takes in an enumeration. */
  readonly lists: number;
}

/** The group that each optional property can be part of, for those that can. */
export function groupsOf({ root, definitions }: Document, pins: PinsAt, mostKeys: number): ReadonlyMap<Property, Group> {
  const groups = new Map<Property, Group>();
  const likeness = new Likeness({ resolve: (name) => definitions.get(name), pins });
  const visit = (shape: Shape): void => {
    if (shape.kind === 'object')
      for (const properties of alikeIn(shape, likeness)) {
        const group = { properties, lists: Math.ceil(properties.length / mostKeys) };
        for (const each of properties) groups.set(each, group);
      }
    // The keys of what a codec made are its own.
    if (shape.kind === 'coded' && shape.codec !== 'node' && shape.wire.kind === 'object') eachChild(shape.wire, visit);
    else eachChild(shape, visit);
  };
  visit(root);
  for (const shape of definitions.values()) visit(shape);
  return groups;
}

function alikeIn({ properties }: ObjectShape, likeness: Likeness): Iterable<readonly Property[]> {
  const found = new Map<string, Property[]>();
  for (const property of properties) {
    if (!isFree(property)) continue;
    const like = likeness.of(property.shape);
    if (like === undefined) continue;
    const group = found.get(like);
    if (group) group.push(property);
    else found.set(like, [property]);
  }
  return found.values();
}

function isFree({ required, absence, role, fallback }: Property): boolean {
  return !required && absence === undefined && role === undefined && fallback === undefined;
}
