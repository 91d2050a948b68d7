import type { Document, Property } from '../../ir/shape.js';
import { rewrite } from './rewrite.js';

/** Pass: properties that the library fills in are required, with the value it fills in as a hint. They cost no budget. */
export function requireFallbacks(document: Document): Document {
  return rewrite(document, (shape) => {
    if (shape.kind !== 'object' || !shape.properties.some((property) => property.fallback && !property.absence)) return shape;
    return {
      ...shape,
      properties: shape.properties.map(
        (property): Property => (property.fallback && !property.required ? { ...property, absence: 'fallback' } : property),
      ),
    };
  });
}
