import { withLoss } from '../../ir/attach.js';
import type { Shape } from '../../ir/shape.js';
import { isAnyJson } from './any-json.js';
import { orUndefined } from './scalars.js';
import { type Def, lazyInner, OMITTABLE, type Place, type Reader, type Schema } from './schema.js';

export const readOptional: Reader<'optional'> = (def, place) => {
  const shape = inner(def.innerType, place, place.mode);
  return place.mode & OMITTABLE || place.schema._zod.traits.has('$ZodExactOptional') ? shape : orUndefined(shape);
};

export const readNonOptional: Reader<'nonoptional'> = (def, place) => inner(def.innerType, place, place.mode | OMITTABLE);

export const readNullable: Reader<'nullable'> = (def, { path, key, mode, walk }) => ({
  kind: 'union',
  path,
  options: [walk.read(def.innerType, `${path}/anyOf/0`, key, mode), { kind: 'null', path: `${path}/anyOf/1` }],
});

export const readReadonly: Reader<'readonly'> = (def, place) => {
  place.walk.note({ path: place.path, keyword: 'readOnly', inert: 'it freezes the parsed value' });
  return inner(def.innerType, place, place.mode);
};

/** A property's fallback is the object's affair (see `readProperty`); elsewhere absence cannot be said. */
export function readDefault(def: Def<'default'> | Def<'prefault'>, place: Place): Shape {
  const shape = inner(def.innerType, place, place.mode | OMITTABLE);
  if (place.mode & OMITTABLE) return shape;
  return withLoss(shape, {
    path: place.path,
    keyword: 'default',
    note: '`undefined`, which stands for the default, cannot be said; the default itself can',
  });
}

export const readCatch: Reader<'catch'> = (def, place) =>
  withLoss(inner(def.innerType, place, place.mode), {
    path: place.path,
    keyword: 'catch',
    note: 'values that the fallback would replace cannot be said',
  });

/** Its output says whether the input fits, so every input will do. */
export const readSuccess: Reader<'success'> = (_def, { path }) => ({ kind: 'any', path });

export const readLazy: Reader<'lazy'> = (def, place) => {
  const target = lazyInner(place.schema);
  return isAnyJson(target, def) ? { kind: 'any', path: place.path } : inner(target, place, place.mode);
};

function inner(schema: Schema, { path, key, walk }: Place, mode: number): Shape {
  return walk.read(schema, path, key, mode);
}
