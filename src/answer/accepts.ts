import { leastItems } from '../codecs/codec.js';
import { isRecord } from '../ir/json.js';
import type { Shape } from '../ir/shape.js';
import type { Lowered } from './lowered.js';

/**
 * Whether a wire value has the form of a lowered shape; facets left out. `lenient`: text literals may differ in
 * capitals where exactly one is meant. The wire is never recursive, so the cost is bounded by the schema's depth.
 */
export function accepts(shape: Shape, value: unknown, lowered: Lowered, lenient: boolean): boolean {
  switch (shape.kind) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && (!shape.integer || Number.isInteger(value));
    case 'string':
      return typeof value === 'string';
    case 'literal': {
      const capitals = lowered.capitals(shape);
      return capitals.has(value) || (lenient && capitals.unique(value) !== undefined);
    }
    case 'array':
      return (
        Array.isArray(value) &&
        value.length >= leastItems(shape) &&
        value.every((item) => accepts(shape.items, item, lowered, lenient))
      );
    case 'object': {
      if (!isRecord(value)) return false;
      const properties = lowered.properties(shape);
      for (const property of shape.properties) if (property.required && !Object.hasOwn(value, property.key)) return false;
      for (const key of Object.keys(value)) {
        const property = properties.get(key);
        if (!property || !accepts(property.shape, value[key], lowered, lenient)) return false;
      }
      return true;
    }
    case 'union':
      return shape.options.some((option) => accepts(option, value, lowered, lenient));
    case 'coded':
      return accepts(shape.wire, value, lowered, lenient);
    case 'ref':
      return accepts(lowered.resolve(shape.name), value, lowered, lenient);
    default:
      return false;
  }
}

/** How much of a shape a value shows, for choosing the option that an invalid answer most likely meant. */
export function likeness(shape: Shape, value: unknown, lowered: Lowered): number {
  switch (shape.kind) {
    case 'coded':
      return likeness(shape.wire, value, lowered);
    case 'ref':
      return likeness(lowered.resolve(shape.name), value, lowered);
    case 'union':
      return Math.max(...shape.options.map((option) => likeness(option, value, lowered)));
    case 'object': {
      if (!isRecord(value)) return 0;
      let score = 1;
      const properties = lowered.properties(shape);
      for (const key of Object.keys(value)) {
        const property = properties.get(key);
        if (!property) score -= 0.5;
        else if (property.shape.kind === 'literal') score += accepts(property.shape, value[key], lowered, true) ? 5 : -2;
        else score += 1;
      }
      return score;
    }
    case 'array':
      return Array.isArray(value) ? 1 : 0;
    default:
      return accepts(shape, value, lowered, true) ? 1 : 0;
  }
}
