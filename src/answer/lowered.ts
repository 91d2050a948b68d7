import { Capitals } from '../codecs/capitals.js';
import { isPolluted } from '../ir/json.js';
import { ofEach } from '../ir/of-each.js';
import type { Document, LiteralShape, ObjectShape, Property, Shape, UnionShape } from '../ir/shape.js';
import { choicesOf, jsonType } from './choices.js';
import { Looks, type Quicken } from './looks/index.js';

/**
 * What lifting does to the values of a shape. `inert`: nothing, there is no codec and no text literal below. `plain`: nothing but to correct the
 * capitals of literals. `coded`: something below is encoded.
 */
export type Nature = 'inert' | 'plain' | 'coded';

/** Codecs that give JSON of JSON, and neither fold a table nor read a text. */
const JSON_CODECS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...['entries', 'fields', 'tuple', 'labels', 'one-of', 'tagged', 'maybe', 'lists', 'wrap'],
]);

/** A lowered document with what its encoder and decoder look up again and again. The wire is never recursive. */
export class Lowered {
  readonly document: Document;
  readonly looks: Looks;

  constructor(document: Document, quicken?: Quicken) {
    this.document = document;
    this.looks = new Looks(this, quicken);
  }

  resolve(name: string): Shape {
    const shape = this.document.definitions.get(name);
    if (!shape) throw new TypeError(`the lowered document has no definition ${name}`);
    return shape;
  }

  /** Whether JSON is lifted to JSON that is no deeper, whose keys are its own. */
  get givesJson(): boolean {
    return this.#isJson(this.document.root) && !isPolluted();
  }

  readonly #isJson = ofEach((shape: Shape): boolean =>
    shape.kind === 'coded' && !JSON_CODECS.has(shape.codec) ? false : this.#parts(shape).every(this.#isJson),
  );

  /** How deep the wire values of a shape are nested at most. */
  readonly depth = ofEach((shape: Shape): number => {
    const below = Math.max(0, ...this.#parts(shape).map(this.depth));
    return shape.kind === 'object' || shape.kind === 'array' ? below + 1 : below;
  });

  readonly nature = ofEach((shape: Shape): Nature => {
    if (shape.kind === 'coded') return 'coded';
    if (shape.kind === 'literal') return shape.values.some(hasCapitals) ? 'plain' : 'inert';
    const natures = new Set(this.#parts(shape).map(this.nature));
    return natures.has('coded') ? 'coded' : natures.has('plain') ? 'plain' : 'inert';
  });

  readonly properties = ofEach(
    (shape: ObjectShape): ReadonlyMap<string, Property> => new Map(shape.properties.map((property) => [property.key, property])),
  );

  /** The properties whose values lifting may change. */
  readonly changing = ofEach((shape: ObjectShape): readonly Property[] =>
    shape.properties.filter((property) => this.nature(property.shape) !== 'inert'),
  );

  readonly capitals = ofEach((shape: LiteralShape): Capitals => new Capitals(shape.values));

  readonly #choices = ofEach((shape: UnionShape) => choicesOf(shape.options, this));

  /** The only option of a union that a wire value can be of, by its type or its tag. */
  only(shape: UnionShape, wire: unknown): Shape | undefined {
    const choice = this.#choices(shape).get(jsonType(wire));
    if (!choice?.tag) return choice?.options.length === 1 ? choice.options[0] : undefined;
    const { key, options } = choice.tag;
    return Object.hasOwn(wire as object, key) ? options.get((wire as Record<string, unknown>)[key]) : undefined;
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
}

function hasCapitals(value: unknown): boolean {
  return typeof value === 'string' && value.toLowerCase() !== value.toUpperCase();
}
