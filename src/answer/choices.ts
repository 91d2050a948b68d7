import { isPrimitive } from '../ir/json.js';
import type { ObjectShape, Property, Shape } from '../ir/shape.js';
import type { Lowered } from './lowered.js';

const TYPES = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const;

/** The options that a value of a type can be of, and the property that tells which, if there is one. */
export interface Choice {
  readonly options: readonly Shape[];
  readonly tag?: { readonly key: string; readonly options: ReadonlyMap<unknown, Shape> };
}

export function choicesOf(options: readonly Shape[], lowered: Lowered): ReadonlyMap<string, Choice> {
  return new Map(
    TYPES.map((type) => {
      const possible = options.filter((option) => mayBe(option, type, lowered));
      const tag = type === 'object' && possible.length > 1 ? tagOf(possible, lowered) : undefined;
      return [type, { options: possible, ...(tag && { tag }) }];
    }),
  );
}

function mayBe(shape: Shape, type: string, lowered: Lowered): boolean {
  switch (shape.kind) {
    case 'ref':
      return mayBe(lowered.resolve(shape.name), type, lowered);
    case 'coded':
      return mayBe(shape.wire, type, lowered);
    case 'union':
      return shape.options.some((option) => mayBe(option, type, lowered));
    case 'literal':
      return shape.values.some((value) => jsonType(value) === type);
    default:
      return shape.kind === type;
  }
}

/** A property that every option requires, with other literals in each. */
function tagOf(options: readonly Shape[], lowered: Lowered): Choice['tag'] {
  const objects = options.map((option) => objectOf(option, lowered));
  if (!objects.every((object) => object !== undefined)) return undefined;
  for (const { key } of objects[0]?.properties ?? []) {
    const byValue = new Map<unknown, Shape>();
    const tells = objects.every((object, index) => {
      const values = literalsOf(object.properties.find((property) => property.key === key));
      return values?.every((value) => !byValue.has(value) && byValue.set(value, options[index] as Shape));
    });
    if (tells) return { key, options: byValue };
  }
  return undefined;
}

function objectOf(shape: Shape, lowered: Lowered): ObjectShape | undefined {
  if (shape.kind === 'ref') return objectOf(lowered.resolve(shape.name), lowered);
  if (shape.kind === 'coded') return objectOf(shape.wire, lowered);
  return shape.kind === 'object' ? shape : undefined;
}

function literalsOf(property: Property | undefined): readonly unknown[] | undefined {
  const literals = property?.required && property.shape.kind === 'literal' ? property.shape.values : undefined;
  return literals?.every(isPrimitive) ? literals : undefined;
}

export function jsonType(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
