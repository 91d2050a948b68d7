import type { Json } from '../../ir/json.js';
import { bare, recode } from '../../ir/recode.js';
import type { Document, ObjectShape, Property, Shape } from '../../ir/shape.js';
import type { Context } from '../context.js';
import { rewrite } from './rewrite.js';

/**
 * Pass: properties stand in the order in which the target generates them, and an object whose properties travel
 * otherwise than they stand in the source says so in a codec.
 */
export function assembleFields(document: Document, context: Context): Document {
  const ordered = context.target.requiredFirst.value ? requiredFirst : (shape: ObjectShape) => shape;
  return rewrite(document, (shape) => {
    if (shape.kind !== 'object') return shape;
    return shape.properties.some(differs) ? assemble(shape, ordered) : ordered(shape);
  });
}

function requiredFirst(shape: ObjectShape): ObjectShape {
  let optional = false;
  for (const property of shape.properties) {
    if (!property.required) optional = true;
    else if (optional)
      return {
        ...shape,
        properties: [...shape.properties.filter((one) => one.required), ...shape.properties.filter((one) => !one.required)],
      };
  }
  return shape;
}

function differs(property: Property): boolean {
  return (
    property.name !== undefined ||
    property.absence !== undefined ||
    property.role !== undefined ||
    property.fallback !== undefined
  );
}

function assemble(shape: ObjectShape, ordered: (shape: ObjectShape) => ObjectShape): Shape {
  const fields = shape.properties.filter(differs).map((property) => {
    const field: { [key: string]: Json } = { key: property.key };
    if (property.name !== undefined) field.name = property.name;
    if (property.role !== undefined) field.role = property.role;
    if (property.members) field.members = [...property.members];
    if (property.matching) field.matching = [...property.matching];
    if (property.skips) field.skips = [...property.skips];
    if (property.reads) field.reads = [...property.reads];
    if (property.absence !== undefined) field.absence = property.absence;
    if (property.fallback && property.absence === 'fallback') field.fallback = property.fallback.value;
    return field;
  });
  const properties = shape.properties.map(
    ({ key, shape: inner, required, absence }): Property => ({ key, shape: inner, required: required || absence !== undefined }),
  );
  return recode(shape, 'fields', { fields, strip: shape.openness === 'strip' }, ordered({ ...bare(shape), properties }));
}
