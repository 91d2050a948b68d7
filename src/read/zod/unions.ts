import { withFacet } from '../../ir/attach.js';
import { pointer } from '../../ir/pointer.js';
import type { Shape } from '../../ir/shape.js';
import { refine } from './facets.js';
import { OMITTABLE, RELAXED, type Reader, type Schema } from './schema.js';

export const readUnion: Reader<'union'> = (def, { path, key, mode, walk }) => {
  const exclusive = def.inclusive === false;
  const base = `${path}/${exclusive ? 'oneOf' : 'anyOf'}`;
  const options: Shape[] = [];
  def.options.forEach((option, index) => {
    if (!(mode & OMITTABLE && isUndefined(option))) options.push(walk.read(option, pointer(base, index), key, mode));
  });
  if (options.length === 0 && def.options[0]) return walk.read(def.options[0], pointer(base, 0), key, mode);
  if (options.length === 0) return { kind: 'never', path, reason: 'the union has no options' };
  if (options.length === 1) return options[0] as Shape;
  const shape: Shape = { kind: 'union', path, options };
  return exclusive && !('discriminator' in def) ? withFacet(shape, refine(path, 'Exactly one of the alternatives fits.')) : shape;
};

function isUndefined(schema: Schema): boolean {
  return schema._zod.def.type === 'undefined' || schema._zod.def.type === 'void';
}

export const readIntersection: Reader<'intersection'> = (def, { path, key, walk }) => ({
  kind: 'all',
  path,
  parts: [walk.read(def.left, `${path}/allOf/0`, key, RELAXED), walk.read(def.right, `${path}/allOf/1`, key, RELAXED)],
});
