import { freeName } from '../../ir/recode.js';
import type { Document, ObjectShape, Property, Shape } from '../../ir/shape.js';
import type { Context } from '../context.js';
import { rewrite } from './rewrite.js';

/** JavaScript moves such keys to the front of an object, whatever their place in the schema. */
const INDEX = /^(0|[1-9]\d{0,9})$/;

/** Pass: every property name is one that the target takes, in an order that JavaScript keeps. */
export function renameKeys(document: Document, context: Context): Document {
  const taken = new RegExp(context.target.propertyName.value);
  const fits = (property: Property) => taken.test(property.key) && property.key !== '__proto__' && (property.required || !INDEX.test(property.key));
  return rewrite(document, (shape) => (shape.kind === 'object' && !shape.properties.every(fits) ? rename(shape, taken, fits) : shape));
}

function rename(shape: ObjectShape, taken: RegExp, fits: (property: Property) => boolean): Shape {
  const names = new Set(shape.properties.filter(fits).map((property) => property.key));
  const properties = shape.properties.map((property): Property => {
    if (fits(property)) return property;
    const key = freeName(nearest(property.key, taken), (name) => names.has(name) || !taken.test(name));
    names.add(key);
    return { ...property, key, name: property.name ?? property.key };
  });
  return { ...shape, properties };
}

/** The key with what the target refuses replaced, cut to a length that leaves room for a suffix. */
function nearest(key: string, taken: RegExp): string {
  const clean = key.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
  const bases = INDEX.test(clean) ? [`_${clean}`, `n${clean}`] : [clean, clean.toLowerCase(), `p_${clean}`, `p_${clean.toLowerCase()}`];
  for (const base of bases) for (const length of [60, 40, 24, 12, 6]) if (taken.test(base.slice(0, length)) && base !== '__proto__') return base.slice(0, length);
  return taken.test('property') ? 'property' : 'p';
}
