import { Capitals } from '../codecs/capitals.js';
import type { Document, LiteralShape, ObjectShape, Property, Shape } from '../ir/shape.js';

/** A lowered document with what its encoder and decoder look up again and again. */
export class Lowered {
  readonly document: Document;
  #inert: Map<Shape, boolean> | undefined;
  #properties: Map<ObjectShape, ReadonlyMap<string, Property>> | undefined;
  #capitals: Map<LiteralShape, Capitals> | undefined;

  constructor(document: Document) {
    this.document = document;
  }

  resolve(name: string): Shape {
    const shape = this.document.definitions.get(name);
    if (!shape) throw new TypeError(`the lowered document has no definition ${name}`);
    return shape;
  }

  /** Whether lifting leaves every value as it is: no codec and no text literal anywhere below. */
  inert(shape: Shape): boolean {
    this.#inert ??= new Map();
    const known = this.#inert.get(shape);
    if (known !== undefined) return known;
    this.#inert.set(shape, true);
    const inert = this.#isInert(shape);
    this.#inert.set(shape, inert);
    return inert;
  }

  #isInert(shape: Shape): boolean {
    switch (shape.kind) {
      case 'coded':
        return false;
      case 'literal':
        return !shape.values.some((value) => typeof value === 'string' && value.toLowerCase() !== value.toUpperCase());
      case 'ref':
        return this.inert(this.resolve(shape.name));
      case 'array':
        return this.inert(shape.items);
      case 'object':
        return shape.properties.every((property) => this.inert(property.shape));
      case 'union':
        return shape.options.every((option) => this.inert(option));
      default:
        return true;
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
