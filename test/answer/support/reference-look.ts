import type { Json } from '../../../src/ir/json.js';
import type { Document, Shape } from '../../../src/ir/shape.js';

/** What a look has to find, said as plainly as can be: the number of keys; undefined where the value has not the form, or a number may have lost digits. */
export function keysOf(shape: Shape, value: Json, document: Document): number | undefined {
  switch (shape.kind) {
    case 'null':
      return value === null ? 0 : undefined;
    case 'boolean':
    case 'string':
      return typeof value === shape.kind ? 0 : undefined;
    case 'number':
      return isExact(value) && (!shape.integer || Number.isInteger(value)) ? 0 : undefined;
    case 'literal':
      return shape.values.some((literal) => literal === value) && (typeof value !== 'number' || isExact(value)) ? 0 : undefined;
    case 'ref':
      return keysOf(document.definitions.get(shape.name) as Shape, value, document);
    case 'union':
      return shape.options.map((option) => keysOf(option, value, document)).find((keys) => keys !== undefined);
    case 'array': {
      const least = shape.facets?.find(({ keyword }) => keyword === 'minItems')?.value ?? 0;
      if (!Array.isArray(value) || value.length < Number(least)) return undefined;
      return sum(value.map((item) => keysOf(shape.items, item, document)));
    }
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      const given = new Map(Object.entries(value));
      if (shape.properties.some(({ key, required }) => required && !given.has(key))) return undefined;
      return sum(
        [...given].map(([key, held]) => {
          const property = shape.properties.find((candidate) => candidate.key === key);
          const inside = property && keysOf(property.shape, held, document);
          return inside === undefined ? undefined : inside + 1;
        }),
      );
    }
    default:
      return undefined;
  }
}

function isExact(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) < 2 ** 53;
}

function sum(numbers: readonly (number | undefined)[]): number | undefined {
  return numbers.reduce<number | undefined>((all, each) => (all === undefined || each === undefined ? undefined : all + each), 0);
}

/** How many keys a value has, at all depths. */
export function allKeys(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce<number>((all, item) => all + allKeys(item as Json), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}
