import type { Facet, ObjectShape, Property, Shape } from '../../../src/ir/shape.js';
import type { Source } from '../../../src/read/source.js';
import { rfc } from './rfc.js';

/** Whether the shape lets a value through, as far as its facets are exact; losses let everything through. */
export function admits({ document }: Source, value: unknown): boolean {
  return fits(document.root, value);

  function fits(shape: Shape, item: unknown): boolean {
    if (shape.losses) return true;
    return kindFits(shape, item) && (shape.facets ?? []).every((facet) => facetFits(facet, item));
  }

  function kindFits(shape: Shape, item: unknown): boolean {
    switch (shape.kind) {
      case 'any':
        return true;
      case 'null':
        return item === null;
      case 'boolean':
      case 'string':
        return typeof item === shape.kind;
      case 'number':
        return typeof item === 'number' && (!shape.integer || Number.isInteger(item));
      case 'literal':
        return shape.values.includes(item as never);
      case 'array':
        return Array.isArray(item) && item.every((each, index) => fits(shape.prefix[index] ?? shape.items, each));
      case 'object':
        return typeof item === 'object' && item !== null && objectFits(shape, item as Record<string, unknown>);
      case 'union':
        return shape.options.some((option) => fits(option, item));
      case 'all':
        return shape.parts.every((part) => fits(part, item));
      case 'ref':
        return fits(document.definitions.get(shape.name) as Shape, item);
      case 'instance':
        return instanceFits(shape.type, shape.parts, item);
      default:
        return false;
    }
  }

  function objectFits(shape: ObjectShape, item: Record<string, unknown>): boolean {
    const declared = new Map(shape.properties.map((property): [string, Property] => [property.key, property]));
    // Zod drops the key `__proto__` whatever the schema says of it.
    declared.delete('__proto__');
    for (const { key, required, shape: inner } of declared.values()) {
      // An absent property and one that holds `undefined` are the same to JSON; absence is among what a fallback would mend.
      const absent = required ? !Object.hasOwn(item, key) : item[key] === undefined;
      if (absent ? required && !inner.losses : !fits(inner, item[key])) return false;
    }
    return Object.keys(item).every((key) => declared.has(key) || key === '__proto__' || restFits(shape, key, item[key]));
  }

  function restFits(shape: ObjectShape, key: string, item: unknown): boolean {
    if (item === undefined) return true;
    const matching = shape.patterns.filter(({ pattern }) => new RegExp(pattern).test(key));
    if (matching.length > 0) return matching.every((entry) => fits(entry.shape, item));
    if (shape.openness === 'strip') return true;
    return shape.openness === 'explicit' && (!shape.keys || fits(shape.keys, key)) && fits(shape.rest, item);
  }

  function instanceFits(type: string, parts: readonly Shape[], item: unknown): boolean {
    if (type === 'map')
      return (
        item instanceof Map && [...item].every(([key, each]) => fits(parts[0] as Shape, key) && fits(parts[1] as Shape, each))
      );
    if (type === 'set') return item instanceof Set && [...item].every((each) => fits(parts[0] as Shape, each));
    if (type === 'date') return item instanceof Date;
    if (type === 'url') return item instanceof URL;
    if (type === 'bytes') return item instanceof Uint8Array;
    return type === 'nan' ? Number.isNaN(item) : type === typeof item;
  }
}

function facetFits({ keyword, value, wider, flags }: Facet, item: unknown): boolean {
  const size =
    typeof item === 'string'
      ? [...item].length
      : Array.isArray(item)
        ? item.length
        : item instanceof Map || item instanceof Set
          ? item.size
          : 0;
  const bound = value as number;
  switch (keyword) {
    case 'minLength':
    case 'minItems':
      return size >= bound;
    case 'maxLength':
    case 'maxItems':
      return size <= bound;
    case 'minimum':
      return (item as number) >= bound;
    case 'maximum':
      return (item as number) <= bound;
    case 'exclusiveMinimum':
      return (item as number) > bound;
    case 'exclusiveMaximum':
      return (item as number) < bound;
    case 'pattern':
      return new RegExp(value as string, flags).test(item as string);
    case 'format':
      return wider === true || rfc(value as string, item as string);
    default:
      return true;
  }
}
