import type { Document, Facet, ObjectShape, Shape } from '../../../src/ir/shape.js';

/** Whether a shape admits a value, judged by what `ir/shape.ts` says of each kind and nothing else; what a shape lost is admitted. */
export function admits({ root, definitions }: Document, value: unknown): boolean {
  return fits(root, value);

  function fits(shape: Shape, item: unknown): boolean {
    return kindFits(shape, item) && (shape.facets ?? []).every((facet) => facetFits(facet, item));
  }

  function kindFits(shape: Shape, item: unknown): boolean {
    switch (shape.kind) {
      case 'any':
        return true;
      case 'never':
        return false;
      case 'null':
        return item === null;
      case 'boolean':
      case 'string':
        return typeof item === shape.kind;
      case 'number':
        return Number.isFinite(item) && (!shape.integer || Number.isInteger(item));
      case 'literal':
        return shape.values.includes(item as never);
      case 'array':
        return Array.isArray(item) && item.every((each, index) => fits(shape.prefix[index] ?? shape.items, each));
      case 'object':
        return (
          typeof item === 'object' && item !== null && !Array.isArray(item) && objectFits(shape, item as Record<string, unknown>)
        );
      case 'union':
        return shape.options.some((option) => fits(option, item));
      case 'all':
        return shape.parts.every((part) => fits(part, item));
      case 'ref':
        return fits(definitions.get(shape.name) as Shape, item);
      case 'instance':
        return shape.type === 'date'
          ? item instanceof Date
          : shape.type === 'bytes'
            ? item instanceof Uint8Array
            : typeof item === shape.type;
      default:
        throw new Error(`${shape.kind} is not expected here`);
    }
  }

  function objectFits(shape: ObjectShape, item: Record<string, unknown>): boolean {
    for (const { key, required, shape: held } of shape.properties) {
      if (!Object.hasOwn(item, key)) {
        if (required) return false;
      } else if (!fits(held, item[key]) && (required || item[key] !== undefined)) return false;
    }
    const declared = new Set(shape.properties.map((property) => property.key));
    return Object.keys(item).every((key) => declared.has(key) || restFits(shape, key, item[key]));
  }

  function restFits(shape: ObjectShape, key: string, item: unknown): boolean {
    if (shape.keys && !fits(shape.keys, key)) return shape.losses !== undefined;
    const matching = shape.patterns.filter((entry) => new RegExp(entry.pattern, 'u').test(key));
    if (matching.length > 0) return matching.every((entry) => fits(entry.shape, item));
    return fits(shape.rest, item);
  }
}

function facetFits({ keyword, value }: Facet, item: unknown): boolean {
  const size = typeof item === 'string' || Array.isArray(item) ? item.length : Object.keys(item ?? {}).length;
  const bound = value as number;
  switch (keyword) {
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return size >= bound;
    case 'maxLength':
    case 'maxItems':
      return size <= bound;
    case 'minimum':
      return (item as number) >= bound;
    case 'maximum':
      return (item as number) <= bound;
    case 'pattern':
      return new RegExp(String(value), 'u').test(item as string);
    default:
      throw new Error(`${keyword} is not expected here`);
  }
}
