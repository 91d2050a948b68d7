import { likeness } from '../ir/alike.js';
import { eachChild } from '../ir/children.js';
import type { Document, ObjectShape, Property, Shape } from '../ir/shape.js';

/** Optional properties of one object that can share a list of entries, since their values are alike. */
export interface Group {
  readonly properties: readonly Property[];
}

/** The group that each optional property can be part of, for those that can. */
export function groupsOf({ root, definitions }: Document): ReadonlyMap<Property, Group> {
  const groups = new Map<Property, Group>();
  const visit = (shape: Shape): void => {
    if (shape.kind === 'object')
      for (const group of groupsIn(shape)) for (const each of group.properties) groups.set(each, group);
    // The keys of what a codec made are its own.
    if (shape.kind === 'coded' && shape.codec !== 'node' && shape.wire.kind === 'object') eachChild(shape.wire, visit);
    else eachChild(shape, visit);
  };
  visit(root);
  for (const shape of definitions.values()) visit(shape);
  return groups;
}

function groupsIn({ properties }: ObjectShape): Iterable<Group> {
  const found = new Map<string, { readonly properties: Property[] }>();
  for (const property of properties) {
    if (!isFree(property)) continue;
    const like = likeness(property.shape);
    if (like === undefined) continue;
    const group = found.get(like);
    if (group) group.properties.push(property);
    else found.set(like, { properties: [property] });
  }
  return found.values();
}

function isFree({ required, absence, role, fallback }: Property): boolean {
  return !required && absence === undefined && role === undefined && fallback === undefined;
}
