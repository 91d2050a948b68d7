import { Capitals } from '../codecs/capitals.js';
import type { Document, LiteralShape, ObjectShape, Property, Shape, UnionShape } from '../ir/shape.js';
import { type Choice, choicesOf, jsonType } from './looks/choices.js';
import { Looks, type WriteLook } from './looks/index.js';

/**
 * What lifting does to the values of a shape. `inert`: nothing, there is no codec and no text literal below. `plain`: nothing but to correct the
 * capitals of literals. `coded`: something below is encoded.
 */
export type Nature = 'inert' | 'plain' | 'coded';

/** Codecs that give JSON of JSON, and neither fold a table nor read a text. */
const JSON_CODECS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...['entries', 'fields', 'tuple', 'labels', 'one-of', 'tagged', 'maybe', 'lists', 'wrap'],
]);

/** A lowered document with what its encoder and decoder look up again and again. */
export class Lowered {
  readonly document: Document;
  readonly looks: Looks;
  readonly #natures = new Map<Shape, Nature>();
  #properties: Map<ObjectShape, ReadonlyMap<string, Property>> | undefined;
  readonly #choices = new Map<UnionShape, ReadonlyMap<string, Choice>>();
  readonly #changing = new Map<ObjectShape, readonly Property[]>();
  #capitals: Map<LiteralShape, Capitals> | undefined;
  #givesJson: boolean | undefined;
  readonly #depths = new Map<Shape, number>();

  constructor(document: Document, write?: WriteLook) {
    this.document = document;
    this.looks = new Looks(this, write);
  }

  /** How deep the wire values of a shape are nested at most; the wire is never recursive. */
  depth(shape: Shape): number {
    const known = this.#depths.get(shape);
    if (known !== undefined) return known;
    const below = this.#parts(shape).reduce((deepest, part) => Math.max(deepest, this.depth(part)), 0);
    const depth = shape.kind === 'object' || shape.kind === 'array' ? below + 1 : below;
    this.#depths.set(shape, depth);
    return depth;
  }

  /** Whether JSON is lifted to JSON that is no deeper. */
  get givesJson(): boolean {
    this.#givesJson ??= this.#isJson(this.document.root, new Set());
    return this.#givesJson;
  }

  #isJson(shape: Shape, seen: Set<Shape>): boolean {
    if (seen.has(shape)) return true;
    seen.add(shape);
    if (shape.kind === 'coded' && !JSON_CODECS.has(shape.codec)) return false;
    return this.#parts(shape).every((part) => this.#isJson(part, seen));
  }

  resolve(name: string): Shape {
    const shape = this.document.definitions.get(name);
    if (!shape) throw new TypeError(`the lowered document has no definition ${name}`);
    return shape;
  }

  nature(shape: Shape): Nature {
    const known = this.#natures.get(shape);
    if (known !== undefined) return known;
    this.#natures.set(shape, 'inert');
    const nature = this.#natureOf(shape);
    this.#natures.set(shape, nature);
    return nature;
  }

  #natureOf(shape: Shape): Nature {
    if (shape.kind === 'coded') return 'coded';
    if (shape.kind === 'literal') return shape.values.some(hasCapitals) ? 'plain' : 'inert';
    const natures = new Set(this.#parts(shape).map((part) => this.nature(part)));
    return natures.has('coded') ? 'coded' : natures.has('plain') ? 'plain' : 'inert';
  }

  /** The shapes of the parts of a wire value; what a shape says of undeclared keys is not among them. */
  #parts(shape: Shape): readonly Shape[] {
    switch (shape.kind) {
      case 'ref':
        return [this.resolve(shape.name)];
      case 'array':
        return [shape.items];
      case 'object':
        return shape.properties.map((property) => property.shape);
      case 'union':
        return shape.options;
      case 'coded':
        return [shape.wire];
      default:
        return [];
    }
  }

  properties(shape: ObjectShape): ReadonlyMap<string, Property> {
    this.#properties ??= new Map();
    let map = this.#properties.get(shape);
    if (!map) {
      map = new Map(shape.properties.map((property) => [property.key, property]));
      this.#properties.set(shape, map);
    }
    return map;
  }

  /** The properties whose values lifting may change. */
  changing(shape: ObjectShape): readonly Property[] {
    let changing = this.#changing.get(shape);
    if (!changing) {
      changing = shape.properties.filter((property) => this.nature(property.shape) !== 'inert');
      this.#changing.set(shape, changing);
    }
    return changing;
  }

  /** The only option of a union that a wire value can be of, by its type or its tag. */
  only(shape: UnionShape, wire: unknown): Shape | undefined {
    let choices = this.#choices.get(shape);
    if (!choices) {
      choices = choicesOf(shape.options, this);
      this.#choices.set(shape, choices);
    }
    const choice = choices.get(jsonType(wire));
    if (!choice?.tag) return choice?.options.length === 1 ? choice.options[0] : undefined;
    const { key, options } = choice.tag;
    return Object.hasOwn(wire as object, key) ? options.get((wire as Record<string, unknown>)[key]) : undefined;
  }

  capitals(shape: LiteralShape): Capitals {
    this.#capitals ??= new Map();
    let capitals = this.#capitals.get(shape);
    if (!capitals) {
      capitals = new Capitals(shape.values);
      this.#capitals.set(shape, capitals);
    }
    return capitals;
  }
}

function hasCapitals(value: unknown): boolean {
  return typeof value === 'string' && value.toLowerCase() !== value.toUpperCase();
}
