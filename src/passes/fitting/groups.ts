import { type Likeness, mergeAlike } from '../../ir/alike.js';
import { closedObject, freeName, listOf } from '../../ir/recode.js';
import type { ObjectShape, Property, Shape } from '../../ir/shape.js';

/** One list of entries for all properties whose values are alike; several where it would have too many keys to choose from. */
export function groupLists(
  shape: ObjectShape,
  grouped: readonly Property[],
  likeness: Likeness,
  mostKeys: number,
): readonly Property[] {
  const alike = new Map<string, Property[]>();
  for (const property of grouped) {
    const like = likeness.of(property.shape) ?? `alone ${property.key}`;
    alike.set(like, [...(alike.get(like) ?? []), property]);
  }
  const taken = new Set(shape.properties.map(({ key }) => key));
  return [...alike.values()]
    .flatMap((properties) => chunked(properties, mostKeys))
    .map((properties): Property => {
      const key = freeName('more', (name) => taken.has(name));
      taken.add(key);
      const members = properties.map(nameOf);
      return { key, shape: listFor(shape, properties, members), required: true, role: 'group', members };
    });
}

function chunked<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function nameOf({ key, name = key }: Property): string {
  return name;
}

function listFor({ path }: ObjectShape, properties: readonly Property[], members: readonly string[]): Shape {
  const value = mergeAlike(properties.map(({ shape: { notes: _notes, ...rest } }) => rest as Shape));
  const list = listOf(
    path,
    closedObject(path, [
      ['key', { kind: 'literal', path, values: members }],
      ['value', value],
    ]),
  );
  return { ...list, notes: { description: [INTRODUCTION, ...wordsAbout(properties)].join('\n') } };
}

const INTRODUCTION = 'Properties that may be absent, one entry for each that is there, no key twice.';

/** A line for all properties that say the same of themselves: their names, so that it is known whose words they are. */
function wordsAbout(properties: readonly Property[]): string[] {
  const names = new Map<string, string[]>();
  for (const property of properties) {
    const { title = '', description = '' } = property.shape.notes ?? {};
    const parts = [...new Set([title.trim(), description.trim()])].filter((part) => part !== '');
    const words = parts.join(/[.!?:]$/.test(parts[0] ?? '') ? ' ' : '. ');
    if (words !== '') names.set(words, [...(names.get(words) ?? []), nameOf(property)]);
  }
  return [...names].map(([words, about]) => `${about.join(', ')}: ${words}`);
}
