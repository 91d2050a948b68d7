import { pointer } from '../../ir/pointer.js';
import type { Facet, Shape } from '../../ir/shape.js';
import { readChecks } from './checks.js';
import { accepts } from './run.js';
import { instance } from './scalars.js';
import type { Reader, Schema } from './schema.js';

export const readArray: Reader<'array'> = (def, { path, key, walk }) => {
  const { facets } = readChecks(def, path, 'list');
  const items = walk.read(def.element, `${path}/items`, key, 0);
  return { kind: 'array', path, prefix: [], items, ...(facets.length > 0 && { facets }) };
};

export const readTuple: Reader<'tuple'> = (def, { path, key, walk }) => {
  const least = requiredLength(def.items, def.rest !== null && def.rest !== undefined);
  const facets: Facet[] = least > 0 ? [{ keyword: 'minItems', value: least, path }] : [];
  facets.push(...readChecks(def, path, 'other').facets);
  const prefix = def.items.map((item, index) => walk.read(item, pointer(`${path}/prefixItems`, index), key, 0));
  const items: Shape = def.rest
    ? walk.read(def.rest, `${path}/items`, key, 0)
    : { kind: 'never', path: `${path}/items`, reason: `the tuple has ${def.items.length} items` };
  return { kind: 'array', path, prefix, items, ...(facets.length > 0 && { facets }) };
};

/** Beside a rest Zod does not look at the length: whatever takes `undefined` may be absent. */
function requiredLength(items: readonly Schema[], rest: boolean): number {
  const mayBeAbsent = (item: Schema) => item._zod.optin !== undefined || (rest && accepts(item, undefined));
  let length = items.length;
  while (length > 0 && mayBeAbsent(items[length - 1] as Schema)) length--;
  return length;
}

export const readMap: Reader<'map'> = (def, { path, key, walk }) => {
  const { facets } = readChecks(def, path, 'list');
  const parts = [
    walk.read(def.keyType, `${path}/items/prefixItems/0`, `${key}_key`, 0),
    walk.read(def.valueType, `${path}/items/prefixItems/1`, key, 0),
  ];
  return { ...instance('map', path, parts), ...(facets.length > 0 && { facets }) };
};

export const readSet: Reader<'set'> = (def, { path, key, walk }) => {
  const { facets } = readChecks(def, path, 'list');
  return { ...instance('set', path, [walk.read(def.valueType, `${path}/items`, key, 0)]), ...(facets.length > 0 && { facets }) };
};
