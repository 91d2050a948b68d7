import { matcher } from '../../ir/matcher.js';
import { freeName } from '../../ir/recode.js';
import type { ObjectShape, Property, Shape } from '../../ir/shape.js';
import type { Context } from '../context.js';

/** JavaScript moves such keys to the front of an object, whatever their place in the schema. */
const INDEX = /^(0|[1-9]\d{0,9})$/;

/** Every property name is one that the target takes, in an order that JavaScript keeps. */
export function renameKeys(shape: Shape, context: Context): Shape {
  if (shape.kind !== 'object' || shape.properties.length === 0) return shape;
  const taken = matcher(context.target.propertyName.value);
  const fits = (property: Property) =>
    taken(property.key) && property.key !== '__proto__' && (property.required || !INDEX.test(property.key));
  return shape.properties.every(fits) ? shape : rename(shape, taken, fits);
}

function rename(shape: ObjectShape, taken: (key: string) => boolean, fits: (property: Property) => boolean): Shape {
  const names = new Set(shape.properties.filter(fits).map((property) => property.key));
  const properties = shape.properties.map((property): Property => {
    if (fits(property)) return property;
    const key = freeName(nearest(property.key, taken), (name) => names.has(name) || !taken(name));
    names.add(key);
    return { ...property, key, name: property.name ?? property.key };
  });
  return { ...shape, properties };
}

/** The key with what the target refuses replaced, cut to a length that leaves room for a suffix. */
function nearest(key: string, taken: (key: string) => boolean): string {
  const clean = key
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const bases = INDEX.test(clean)
    ? [`_${clean}`, `n${clean}`]
    : [clean, clean.toLowerCase(), `p_${clean}`, `p_${clean.toLowerCase()}`];
  for (const base of bases)
    for (const length of [60, 40, 24, 12, 6])
      if (taken(base.slice(0, length)) && taken(`${base.slice(0, length)}_9999`) && base !== '__proto__')
        return base.slice(0, length);
  return 'p';
}
