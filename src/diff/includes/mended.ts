import { eachChild } from '../../ir/children.js';
import type { Shape } from '../../ir/shape.js';

/** What lets values pass that the shape does not admit. */
const MENDS = /^(?:catch|coerce|preprocess)$/;
/** The same, of values of the very types that the shape admits. */
const MENDS_OWN = /^(?:catch|preprocess)$/;

/** Whether constraints within a shape need not hold of the values that pass: declared under a condition, or mended where they fail. */
export function isLenient({ losses }: Shape): boolean {
  return losses?.some(({ deep, keyword }) => deep || MENDS_OWN.test(keyword)) === true;
}

export function mends({ losses }: Shape): boolean {
  return losses?.some(({ keyword }) => MENDS.test(keyword)) === true;
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
