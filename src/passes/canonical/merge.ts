import { attach } from '../../ir/attach.js';
import { mapChildren } from '../../ir/children.js';
import type { Json } from '../../ir/json.js';
import type { AllShape, Document, ObjectShape, RefShape, Shape, UnionShape } from '../../ir/shape.js';
import { admitsValue, meet } from './meet.js';
import { seal } from './seal.js';

/** Distributing a union over an object copies the object once an option; up to this many properties in all that is worth it. */
const MOST_COPIES = 64;
const MOST_PRODUCTS = 2000;
const DEEPEST = 200;

/** Merges intersections into single shapes; recursive definitions are merged into new recursive definitions. */
export class Merge {
  readonly definitions: Map<string, Shape>;
  readonly #products = new Map<string, { readonly name: string; used: boolean; result?: Shape }>();
  readonly #ids = new WeakMap<Shape, number>();
  #nextId = 0;
  #depth = 0;

  constructor(document: Document) {
    this.definitions = new Map(document.definitions);
  }

  resolve = (name: string): Shape | undefined => this.definitions.get(name);

  /** The shape without any `all` at its top. */
  settle(all: AllShape): Shape {
    let shape = all.parts[0] ?? ({ kind: 'any', path: all.path } as Shape);
    for (let index = 1; index < all.parts.length; index++) shape = meet(shape, all.parts[index] as Shape, this);
    if (shape.kind === 'all') shape = this.settle(shape);
    if (all.unevaluatedProperties || all.unevaluatedItems) shape = seal(shape, all, this, new Set());
    const { notes, facets, losses } = all;
    const carrier: Shape = { kind: 'any', path: all.path, ...(facets && { facets }), ...(losses && { losses }) };
    const merged = attach(shape, all.also ? { ...carrier, also: all.also } : carrier);
    return notes ? { ...merged, notes: { ...merged.notes, ...notes } } : merged;
  }

  /** One of the two is a reference. */
  meetRef(a: Shape, b: Shape): Shape {
    if (a.kind === 'ref' && b.kind === 'ref' && a.name === b.name) return attach(a, b);
    const key = `${this.#key(a)}&${this.#key(b)}`;
    const known = this.#products.get(key);
    if (known) {
      if (known.result) return known.result;
      known.used = true;
      return { kind: 'ref', name: known.name, path: a.path };
    }
    if (this.#products.size > MOST_PRODUCTS || this.#depth > DEEPEST) return attach(a, { ...b, notes: {} });
    const product: { readonly name: string; used: boolean; result?: Shape } = { name: this.#freeName(a, b), used: false };
    this.#products.set(key, product);
    this.#depth++;
    const result = meet(this.#open(a), this.#open(b), this);
    this.#depth--;
    if (product.used) {
      this.definitions.set(product.name, result);
      product.result = { kind: 'ref', name: product.name, path: a.path };
    } else product.result = result;
    return product.result;
  }

  /** The target of a reference with the reference's own notes and facets; references to references followed. */
  #open(shape: Shape): Shape {
    let at = shape;
    const seen = new Set<string>();
    while (at.kind === 'ref') {
      if (seen.has(at.name)) return { kind: 'any', path: shape.path };
      seen.add(at.name);
      const target = this.resolve(at.name) ?? { kind: 'any', path: at.path };
      const { notes } = at as RefShape;
      const opened = attach(target, { ...at, notes: {} });
      at = notes ? { ...opened, notes: { ...opened.notes, ...notes } } : opened;
    }
    return at;
  }

  /** Never too strict: a value that is admitted is never denied. */
  admits(shape: Shape, value: Json): boolean {
    return admitsValue(shape, value, this.resolve);
  }

  /** Whether each option should be merged with the object, rather than left to the check. */
  worthDistributing(union: UnionShape, object: ObjectShape): boolean {
    if (union.options.every((option) => !declares(this.#open(option)))) return union.stated === undefined;
    return union.options.length * Math.max(1, object.properties.length) <= MOST_COPIES || union.stated === undefined;
  }

  #key(shape: Shape): string {
    if (shape.kind === 'ref' && !shape.notes && !shape.facets) return `#${shape.name}`;
    let id = this.#ids.get(shape);
    if (id === undefined) {
      id = this.#nextId++;
      this.#ids.set(shape, id);
    }
    return String(id);
  }

  #freeName(a: Shape, b: Shape): string {
    const base =
      [a, b].map((shape) => (shape.kind === 'ref' ? shape.name : undefined)).find((name) => name !== undefined) ?? 'merged';
    for (let count = 2; ; count++) {
      const name = `${base}_${count}`;
      if (!this.definitions.has(name) && ![...this.#products.values()].some((product) => product.name === name)) return name;
    }
  }
}

/** Whether an option says anything of structure, rather than only which declared properties must be there. */
function declares(shape: Shape): boolean {
  switch (shape.kind) {
    case 'any':
      return false;
    case 'loose':
      return shape.options.some(declares);
    case 'object':
      return (
        shape.properties.length > 0 || shape.patterns.length > 0 || shape.openness === 'closed' || shape.branches !== undefined
      );
    case 'all':
      return shape.parts.some(declares);
    case 'union':
      return shape.options.some(declares);
    default:
      return true;
  }
}

/** Pass: no `all` is left. */
export function mergeAllOf(document: Document): Document {
  const merge = new Merge(document);
  const walk = (shape: Shape): Shape => {
    const settled = shape.kind === 'all' ? merge.settle(shape) : shape;
    return settled.kind === 'all' ? walk(settled) : mapChildren(settled, walk);
  };
  const root = walk(document.root);
  const definitions = new Map<string, Shape>();
  for (const [name, shape] of merge.definitions) definitions.set(name, walk(shape));
  for (const [name, shape] of merge.definitions) if (!definitions.has(name)) definitions.set(name, walk(shape));
  return { root, definitions };
}
