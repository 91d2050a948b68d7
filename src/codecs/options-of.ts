import type { CodedShape, Shape } from '../ir/shape.js';
import { wireItems, wireObject } from './codec.js';

/** The shapes that a value of a union in another form may have; undefined for what is no union. */
export function optionsOf(shape: CodedShape): readonly Shape[] | undefined {
  switch (shape.codec) {
    case 'tagged':
      return wireObject(shape)
        .properties.slice(1)
        .map((property) => property.shape);
    case 'lists':
      return wireObject(shape).properties.map((property) => wireItems(property.shape));
    case 'maybe':
      return [wireItems(shape.wire)];
    default:
      return undefined;
  }
}
