import type { Compiled } from '../compiled.js';
import { canonicalOf } from '../emit/canonical.js';
import { withFacet } from '../ir/attach.js';
import { eachChild, mapChildren } from '../ir/children.js';
import type { Document, Shape } from '../ir/shape.js';
import type { CodeStep, Source } from '../read/source.js';

/** One of the two schemas, with what comparing looks up again and again. */
export class Side {
  readonly source: Source;
  /** As read: what finishing checks. */
  readonly raw: Document;
  /** What can be said of it: merged, and what is open implicitly settled. */
  readonly domain: Document;
  readonly #code = new Map<string, { steps: CodeStep[]; changes: boolean }>();
  #places: Map<string, Shape[]> | undefined;

  constructor(readonly compiled: Compiled) {
    this.source = compiled.source;
    this.raw = compiled.source.document;
    for (const { path, steps, changes } of compiled.source.code?.() ?? []) {
      const known = this.#code.get(path);
      if (known) {
        known.steps.push(...steps);
        known.changes ||= changes === true;
      } else this.#code.set(path, { steps: [...steps], changes: changes === true });
    }
    const { target, mode, options } = compiled;
    this.domain = canonicalOf({ target, mode, options, source: { ...this.source, document: this.#marked() } });
  }

  /** As read, with a mark wherever there is code, so that options that differ in their code only stay apart. */
  #marked(): Document {
    if (this.#code.size === 0) return this.raw;
    const mark = (shape: Shape): Shape => {
      const inner = mapChildren(shape, mark);
      return this.#code.has(shape.path) ? withFacet(inner, { keyword: 'code', value: true, path: shape.path }) : inner;
    };
    return {
      root: mark(this.raw.root),
      definitions: new Map([...this.raw.definitions].map(([name, shape]) => [name, mark(shape)])),
    };
  }

  /** Finishing runs code of which only the library knows what it does. */
  get opaque(): boolean {
    return this.source.dialect === 'standard';
  }

  codeAt(path: string): { readonly steps: readonly CodeStep[]; readonly changes: boolean } | undefined {
    return this.#code.get(path);
  }

  /** All places with code. */
  codePaths(): Iterable<string> {
    return this.#code.keys();
  }

  /** The shapes as read that every value at a path satisfies: several where parts of an intersection share it. */
  at(path: string): readonly Shape[] {
    this.#places ??= placesOf(this.raw);
    return this.#places.get(path) ?? [];
  }

  resolveRaw = (name: string): Shape | undefined => this.raw.definitions.get(name);
  resolve = (name: string): Shape | undefined => this.domain.definitions.get(name);
}

function placesOf({ root, definitions }: Document): Map<string, Shape[]> {
  const places = new Map<string, Shape[]>();
  const others = new Set<string>();
  const walk = (shape: Shape, holds: boolean): void => {
    const known = places.get(shape.path);
    if (holds && known) known.push(shape);
    else if (holds) places.set(shape.path, [shape]);
    if (shape.kind !== 'ref') others.add(shape.path);
    // Options, items and the like may share the path of what holds them, though they are not of the value that stands there.
    eachChild(shape, (child) => walk(child, child.path !== shape.path || (holds && shape.kind === 'all')));
  };
  walk(root, true);
  for (const shape of definitions.values()) eachChild(shape, (child) => walk(child, child.path !== shape.path));
  // A definition may share the path of something around the reference where it was first met.
  for (const shape of definitions.values())
    if (!others.has(shape.path)) places.set(shape.path, [...(places.get(shape.path) ?? []), ...wholeOf(shape)]);
  return places;
}

/** A shape and its parts, all of which its values satisfy. */
function wholeOf(shape: Shape): readonly Shape[] {
  return shape.kind === 'all' ? [shape, ...shape.parts.filter(({ path }) => path === shape.path).flatMap(wholeOf)] : [shape];
}
