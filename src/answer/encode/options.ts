import { eachChild } from '../../ir/children.js';
import { ofEach } from '../../ir/of-each.js';
import type { Shape } from '../../ir/shape.js';
import type { Issue } from '../../read/source.js';
import type { Lowered } from '../lowered.js';
import type { Admission } from './admission.js';
import { isExplained } from './losses.js';

/** Most options that are tried to say why a value fits none of them: unions within unions multiply. */
const MOST_TRIALS = 1000;

/** What is wrong when a value is written by a shape. */
export type Attempt = (shape: Shape, value: unknown) => readonly Issue[];

/** Which option of a union says a value, and why none does. */
export class Options {
  readonly #lowered: Lowered;
  readonly #admission: Admission;
  readonly #attempt: Attempt;
  #trials = 0;

  constructor(lowered: Lowered, admission: Admission, attempt: Attempt) {
    this.#lowered = lowered;
    this.#admission = admission;
    this.#attempt = attempt;
  }

  /** The first that loses nothing, then the first that does; `exact`: none that does. */
  choose(options: readonly Shape[], value: unknown, exact: boolean): Shape | undefined {
    for (const option of options) if (this.#admission.asked(true, option, value)) return option;
    if (exact) return undefined;
    // The library takes the first option that fits; one that takes more than can be said may be it, and strip nothing.
    for (const option of options) {
      if (this.#admission.asked(false, option, value)) return option;
      if (this.#takesMore(option) && isExplained(this.#issuesOf(option, value))) return undefined;
    }
    return undefined;
  }

  /** The issues of the option that comes nearest. */
  nearest(options: readonly Shape[], value: unknown): readonly Issue[] {
    let best: readonly Issue[] = [];
    for (const option of options) {
      const found = this.#issuesOf(option, value);
      if (found.length > 0 && (best.length === 0 || (isExplained(found) && !isExplained(best)))) best = found;
    }
    return best;
  }

  #issuesOf(option: Shape, value: unknown): readonly Issue[] {
    return this.#trials++ <= MOST_TRIALS ? this.#attempt(option, value) : [];
  }

  /** Whether the library takes values of the shape that can't be said, here or anywhere below. */
  readonly #takesMore = ofEach((shape: Shape) => this.#reaches(shape, new Set()));

  #reaches(shape: Shape, seen: Set<Shape>): boolean {
    if (seen.has(shape)) return false;
    seen.add(shape);
    if (shape.losses || (shape.kind === 'coded' && shape.codec === 'text')) return true;
    const below: Shape[] = [];
    if (shape.kind === 'ref') below.push(this.#lowered.resolve(shape.name));
    else if (shape.kind === 'object') below.push(...shape.properties.map((property) => property.shape));
    else eachChild(shape, (child) => below.push(child));
    const node = shape.kind === 'coded' && shape.codec === 'child' ? this.#admission.nodeOf(shape) : undefined;
    return (node !== undefined && this.#reaches(node, seen)) || below.some((child) => this.#reaches(child, seen));
  }
}
