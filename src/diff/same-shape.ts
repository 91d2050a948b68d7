import { sameJson } from '../ir/equal.js';
import type { Facet, ObjectShape, Shape } from '../ir/shape.js';
import { type SameCode, sameCodeAt } from './same-code.js';
import { sameSchema } from './same-schema.js';
import type { Side } from './side.js';

const MOST_STEPS = 50_000;
const DEEPEST = 1000;

/** Keywords whose value is a schema, or holds some. */
const SCHEMAS = /^(?:not|if|contains|oneOf|anyOf|allOf|dependentSchemas|dependencies|propertyNames|\$dynamicRef)$/;

const MENDING = /^(?:coerce|catch|default|preprocess|undefined)$/;

/** What of a constraint decides whether two are the same. */
export function sameFacet(x: Facet, y: Facet, a: Side, b: Side): boolean {
  if (x.keyword !== y.keyword || (x.flags ?? '') !== (y.flags ?? '') || x.wider !== y.wider) return false;
  if (x.keyword === 'refine') return x.hint === y.hint;
  if (x.keyword === '$dynamicRef') return false;
  return SCHEMAS.test(x.keyword)
    ? sameSchema(x.value, y.value, [a.source.jsonSchema?.schema, b.source.jsonSchema?.schema], x.keyword)
    : sameJson(x.value, y.value);
}

/**
 * Whether two shapes as read say the very same, code included, words apart. `loosely`: whether their outputs have the same
 * form, whatever scalars they hold; so that code that runs over the output does the same.
 */
export class Sameness {
  #steps = 0;
  readonly #assumed = new Map<Shape, Set<Shape>>();

  constructor(
    private readonly a: Side,
    private readonly b: Side,
    private readonly sameCode: SameCode,
    private readonly loosely = false,
  ) {}

  same(x: Shape, y: Shape, depth = 0): boolean {
    if (++this.#steps > MOST_STEPS || depth > DEEPEST) return false;
    if (x.kind !== y.kind) return this.loosely && isScalar(x) && isScalar(y) && this.#code(x, y);
    const known = this.#assumed.get(x);
    if (known?.has(y)) return true;
    if (known) known.add(y);
    else this.#assumed.set(x, new Set([y]));
    return (
      this.#code(x, y) &&
      sameJson(mendings(x), mendings(y)) &&
      (this.loosely || this.#facets(x.facets ?? [], y.facets ?? [])) &&
      this.#inside(x, y, depth + 1)
    );
  }

  #code(x: Shape, y: Shape): boolean {
    return sameCodeAt(this.a, x.path, this.b, y.path, this.sameCode);
  }

  #facets(x: readonly Facet[], y: readonly Facet[]): boolean {
    return x.length === y.length && x.every((facet, index) => sameFacet(facet, y[index] as Facet, this.a, this.b));
  }

  #all(x: readonly Shape[], y: readonly Shape[], depth: number): boolean {
    return x.length === y.length && x.every((shape, index) => this.same(shape, y[index] as Shape, depth));
  }

  #maybe(x: Shape | undefined, y: Shape | undefined, depth: number): boolean {
    return x === undefined || y === undefined ? x === y : this.same(x, y, depth);
  }

  #inside(x: Shape, y: Shape, depth: number): boolean {
    switch (x.kind) {
      case 'any':
        return x.of === (y as typeof x).of;
      case 'number':
        return this.loosely || x.integer === (y as typeof x).integer;
      case 'literal':
        return this.loosely || sameJson(x.values, (y as typeof x).values);
      case 'array':
        return (
          this.#all(x.prefix, (y as typeof x).prefix, depth) &&
          x.open === (y as typeof x).open &&
          this.same(x.items, (y as typeof x).items, depth)
        );
      case 'object':
        return this.#objects(x, y as typeof x, depth);
      case 'union':
      case 'loose':
        return this.#all(x.options, (y as typeof x).options, depth);
      case 'all':
        return (
          this.#all(x.parts, (y as typeof x).parts, depth) &&
          this.#maybe(x.unevaluatedProperties, (y as typeof x).unevaluatedProperties, depth) &&
          this.#maybe(x.unevaluatedItems, (y as typeof x).unevaluatedItems, depth)
        );
      case 'instance':
        return x.type === (y as typeof x).type && this.#all(x.parts, (y as typeof x).parts, depth);
      case 'ref': {
        const [one, other] = [this.a.resolveRaw(x.name), this.b.resolveRaw((y as typeof x).name)];
        return one !== undefined && other !== undefined && this.same(one, other, depth);
      }
      case 'coded':
        return false;
      default:
        return true;
    }
  }

  #objects(x: ObjectShape, y: ObjectShape, depth: number): boolean {
    return (
      x.openness === y.openness &&
      x.properties.length === y.properties.length &&
      x.properties.every((property) => {
        const twin = y.properties.find(({ key }) => key === property.key);
        return (
          twin !== undefined &&
          (this.loosely || property.required === twin.required) &&
          sameJson(property.fallback, twin.fallback) &&
          this.same(property.shape, twin.shape, depth)
        );
      }) &&
      sameJson([...(x.demands ?? [])].sort(), [...(y.demands ?? [])].sort()) &&
      x.patterns.length === y.patterns.length &&
      x.patterns.every(
        ({ pattern, shape }, index) =>
          y.patterns[index]?.pattern === pattern && this.same(shape, y.patterns[index]?.shape as Shape, depth),
      ) &&
      this.#maybe(x.keys, y.keys, depth) &&
      this.same(x.rest, y.rest, depth)
    );
  }
}

/** What a library would mend before it looks: more passes than the shape says. */
function mendings({ losses = [] }: Shape): readonly string[] {
  return losses.map(({ keyword }) => keyword).filter((keyword) => MENDING.test(keyword));
}

function isScalar({ kind }: Shape): boolean {
  return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'literal' || kind === 'null';
}
