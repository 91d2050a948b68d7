import { eachChild } from '../../ir/children.js';
import type { Shape } from '../../ir/shape.js';

/** What lets values pass that the shape does not admit, of whatever type. */
const MENDS = /^(?:catch|coerce|preprocess|type|default)$/;
/** The same, of values of the very types that the shape admits. */
const MENDS_OWN = /^(?:catch|preprocess)$/;

/** Whether constraints within a shape need not hold of the values that pass: declared under a condition, or mended where they fail. */
export function isLenient({ losses }: Shape): boolean {
  return losses?.some(({ deep, keyword }) => deep || MENDS_OWN.test(keyword)) === true;
}

/** Whether values of other types pass as well. */
export function mends({ losses }: Shape): boolean {
  return losses?.some(({ deep, keyword }) => deep || MENDS.test(keyword)) === true;
}

/** Whether more passes than can be said: what an object drops or lets pass by silence, too. */
export function isLoose(shape: Shape): boolean {
  return shape.losses !== undefined || (shape.kind === 'object' && shape.openness === 'strip');
}

/** Finds shapes that have something within them, at any depth; each is looked at once. */
export class Within {
  readonly #known = new Map<Shape, boolean>();

  constructor(
    private readonly test: (shape: Shape) => boolean,
    private readonly resolve: (name: string) => Shape | undefined,
  ) {}

  has(shape: Shape): boolean {
    const known = this.#known.get(shape);
    if (known !== undefined) return known;
    this.#known.set(shape, false);
    let found = this.test(shape);
    const visit = (child: Shape | undefined) => {
      found ||= child !== undefined && this.has(child);
    };
    if (shape.kind === 'ref') visit(this.resolve(shape.name));
    else if (!found) eachChild(shape, visit);
    this.#known.set(shape, found);
    return found;
  }
}

type Resolve = (name: string) => Shape | undefined;

/**
 * Tells of an option of a union whether its constraints hold of the values that are said by it. What fails them may pass by
 * another option that lets more pass than it says; unless that other one is plainly for other values.
 */
export class Options {
  readonly #mends: Within;
  readonly #loose: Within;

  constructor(
    private readonly resolve: Resolve,
    private readonly apart: (a: Shape, b: Shape, resolve: Resolve) => boolean,
  ) {
    this.#mends = new Within(mends, resolve);
    this.#loose = new Within(isLoose, resolve);
  }

  isLenient(option: Shape, options: readonly Shape[]): boolean {
    return options.some(
      (other) =>
        other !== option && (this.#mends.has(other) || (this.#loose.has(other) && !this.apart(option, other, this.resolve))),
    );
  }
}
