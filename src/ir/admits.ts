import { isRecord } from './json.js';
import type { Shape } from './shape.js';

/** Whether a value has the JSON kind of a shape; a first test, facets and children left out. */
export function hasKind(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && (!shape.integer || Number.isInteger(value));
    case 'string':
      return typeof value === 'string';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'never':
      return false;
    default:
      return true;
  }
}
