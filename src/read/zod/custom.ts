import type { InstanceType, Shape } from '../../ir/shape.js';
import { readChecks } from './checks.js';
import { instance } from './scalars.js';
import type { Place, Reader } from './schema.js';

/** `z.custom()` says nothing but a test; `z.instanceof()` names a class, of which a few have a text form. */
export const readCustom: Reader<'custom'> = (def, place) => {
  const { path } = place;
  const { Class } = place.schema._zod.bag;
  if (Class === undefined) return { kind: 'any', path, facets: readChecks(def, path, 'other').facets };
  const shape = instanceOf(Class, place);
  const { facets } = readChecks({ checks: def.checks }, path, 'other');
  return facets.length > 0 ? { ...shape, facets } : shape;
};

const CLASSES: ReadonlyMap<unknown, InstanceType> = new Map<unknown, InstanceType>([
  [Date, 'date'],
  [URL, 'url'],
  [Uint8Array, 'bytes'],
]);

function instanceOf(Class: unknown, { path, walk }: Place): Shape {
  const type = CLASSES.get(Class);
  if (type) return instance(type, path);
  if (Class === Map)
    return instance('map', path, [anything(`${path}/items/prefixItems/0`), anything(`${path}/items/prefixItems/1`)]);
  if (Class === Set) return instance('set', path, [anything(`${path}/items`)]);
  const name = typeof Class === 'function' && Class.name ? Class.name : 'this class';
  return walk.refuse(
    path,
    `An instance of ${name} cannot be said in JSON`,
    `Use z.codec() with a JSON input that makes the ${name}.`,
  );
}

function anything(path: string): Shape {
  return { kind: 'any', path };
}
