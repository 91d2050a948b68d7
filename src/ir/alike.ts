import type { Encoding } from './encoding.js';
import { isJson, type Json } from './json.js';
import type { Facet, Notes, Pins, Shape } from './shape.js';

/** What shapes may refer to. */
interface Around {
  resolve(name: string): Shape | undefined;
  pins(path: string, own?: Pins): readonly Encoding[];
}

/** Codecs whose wire is a text, a list or a choice of such. */
const PLAIN: ReadonlySet<string> = new Set([
  'bigint',
  'bytes',
  'date',
  'url',
  'text',
  'labels',
  'one-of',
  'set',
  'maybe',
  'lists',
]);

/** Tells which shapes of a document a value of one list can have. */
export class Likeness {
  readonly #around: Around;
  /** Whether a definition is one that can be shared. */
  readonly #definitions = new Map<string, boolean>();

  constructor(around: Around) {
    this.#around = around;
  }

  /**
   * A text that such shapes share: scalars, and lists and unions of such, that say the same but for their names and descriptions.
   * Undefined for all others: among them those that lose something, since who lost it must stay known, and what is to be tagged.
   */
  of(shape: Shape): string | undefined {
    const { title: _t, description: _d, pins: _p, ...said } = shape.notes ?? ({} as Notes);
    const found = Object.keys(said).length > 0 ? undefined : this.#part(shape, false);
    return found === undefined ? undefined : JSON.stringify(found);
  }

  #part(shape: Shape, worded = true): Json | undefined {
    const { notes = {}, losses = [], facets = [], checked = [] } = shape;
    if (losses.length > 0 || ![...facets, ...checked].every(({ value }) => isJson(value))) return undefined;
    const inner = this.#inner(shape);
    if (inner === undefined) return undefined;
    const { pins: _pins, ...words } = notes;
    return [shape.kind, inner, worded ? (words as Json) : null, facets.map(said), checked.map(said)];
  }

  #inner(shape: Shape): Json | undefined {
    switch (shape.kind) {
      case 'null':
      case 'boolean':
      case 'string':
        return null;
      case 'number':
        return shape.integer;
      case 'literal':
        return shape.values as Json;
      case 'array':
        return shape.prefix.length > 0 ? undefined : this.#part(shape.items);
      case 'union':
        return this.#around.pins(shape.path, shape.notes?.pins).includes('tagged') ? undefined : this.#all(shape.options);
      case 'ref':
        return this.#isShared(shape.name) ? shape.name : undefined;
      case 'coded': {
        if (!PLAIN.has(shape.codec)) return undefined;
        const { wire } = shape;
        const parts = wire.kind === 'object' ? this.#all(wire.properties.map((property) => property.shape)) : this.#part(wire);
        return parts === undefined ? undefined : [shape.codec, shape.argument, parts];
      }
      default:
        return undefined;
    }
  }

  #all(shapes: readonly Shape[]): Json | undefined {
    const parts = shapes.map((shape) => this.#part(shape));
    return parts.includes(undefined) ? undefined : (parts as Json[]);
  }

  #isShared(name: string): boolean {
    let shared = this.#definitions.get(name);
    if (shared === undefined) {
      this.#definitions.set(name, false);
      const shape = this.#around.resolve(name);
      shared = shape !== undefined && this.#part(shape) !== undefined;
      this.#definitions.set(name, shared);
    }
    return shared;
  }
}

function said({ keyword, value, flags = '', hint = '', wider }: Facet): Json {
  return [keyword, value as Json, flags, hint, wider === true];
}

/** One shape for several alike ones: it stands for the source nodes of all of them. */
export function mergeAlike(shapes: readonly Shape[]): Shape {
  const [first] = shapes as readonly [Shape];
  const also = [...new Set(shapes.flatMap(({ path, also = [] }) => [path, ...also]))].filter((path) => path !== first.path);
  const merged: Shape = {
    ...first,
    ...(first.facets && { facets: mergeFacets(shapes.map(({ facets = [] }) => facets)) }),
    ...(first.checked && { checked: mergeFacets(shapes.map(({ checked = [] }) => checked)) }),
    ...(also.length > 0 && { also }),
  };
  const each = (part: (shape: never) => Shape): Shape => mergeAlike(shapes.map((shape) => part(shape as never)));
  switch (merged.kind) {
    case 'array':
      return { ...merged, items: each((shape: typeof merged) => shape.items) };
    case 'union':
      return {
        ...merged,
        options: merged.options.map((_, index) => each((shape: typeof merged) => shape.options[index] as Shape)),
      };
    case 'object':
      return {
        ...merged,
        properties: merged.properties.map((property, index) => ({
          ...property,
          shape: each((shape: typeof merged) => (shape.properties[index] as typeof property).shape),
        })),
      };
    case 'coded':
      return { ...merged, wire: each((shape: typeof merged) => shape.wire) };
    default:
      return merged;
  }
}

function mergeFacets([first = [], ...others]: readonly (readonly Facet[])[]): readonly Facet[] {
  return first.map((facet, index) => ({
    ...facet,
    also: [
      ...(facet.also ?? []),
      ...others.flatMap((facets) => facets[index] ?? []).flatMap(({ path, also = [] }) => [path, ...also]),
    ],
  }));
}
