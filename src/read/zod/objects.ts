import { withLoss } from '../../ir/attach.js';
import { pointer } from '../../ir/pointer.js';
import type { Loss, Property, Shape } from '../../ir/shape.js';
import { fallbackOf, isOmittable } from './fallbacks.js';
import { OMITTABLE, RELAXED, type Reader, type Schema, type Walk } from './schema.js';

export const readObject: Reader<'object'> = (def, { path, mode, walk }) => {
  const properties: Property[] = [];
  const fields = def.shape;
  const base = `${path}/properties`;
  for (const key of Object.keys(fields)) properties.push(readProperty(key, fields[key] as Schema, pointer(base, key), walk));
  const under = `${path}/additionalProperties`;
  const { catchall } = def;
  if (catchall === undefined || (catchall._zod.def.type === 'never' && mode & RELAXED))
    return { kind: 'object', path, properties, patterns: [], rest: { kind: 'any', path: under }, openness: 'strip' };
  if (catchall._zod.def.type === 'never')
    return { kind: 'object', path, properties, patterns: [], rest: nothingElse(under), openness: 'closed' };
  return {
    kind: 'object',
    path,
    properties,
    patterns: [],
    rest: walk.read(catchall, under, 'other', OMITTABLE),
    openness: 'explicit',
  };
};

export function nothingElse(path: string): Shape {
  return { kind: 'never', path, reason: 'undeclared keys are not allowed' };
}

/** A `.catch` or `preprocess` deeper down mends absence as well, but that is not what the property is for. */
function unsaid(path: string): Loss {
  return { path, keyword: 'default', note: 'absence, which code of the schema would mend, cannot be said' };
}

export function readProperty(key: string, schema: Schema, path: string, walk: Walk): Property {
  const omittable = isOmittable(schema);
  const shape = walk.read(schema, path, key, omittable ? OMITTABLE : 0);
  if (!omittable)
    return {
      key,
      shape: schema._zod.optin === undefined || shape.losses ? shape : withLoss(shape, unsaid(path)),
      required: true,
    };
  const fallback = fallbackOf(schema);
  if (fallback === undefined) return { key, shape, required: false };
  const { value } = fallback;
  if (value === undefined) {
    walk.note({ path, keyword: 'default', inert: 'the fallback is not a constant input, so the property just stays optional' });
    return { key, shape, required: false };
  }
  return { key, shape: { ...shape, notes: { ...shape.notes, default: value } }, required: false, fallback: { value } };
}
