import type { Facet, Shape } from '../../ir/shape.js';
import { codeImplied, type SameCode } from '../same-code.js';
import { Sameness } from '../same-shape.js';
import type { Side } from '../side.js';
import type { Asked } from './admits.js';
import { apart } from './apart.js';
import { facetImplied, withoutIndex } from './facet.js';
import { facetWords } from './reasons.js';

const EXCLUSIVE = 'Exactly one of the alternatives fits.';
const CODE = 'the code that runs there cannot be shown to do the same as before';

/** What stands on a shape itself: its constraints, and the code that runs over its values. */
export class Constraints {
  constructor(
    private readonly writer: Side,
    private readonly reader: Side,
    private readonly sameCode: SameCode,
    private readonly asked: Asked,
  ) {}

  /** Why values of `from` may not meet what stands on `to`; undefined where all do. `lenient`: they need not keep the constraints of `from`. */
  failing(from: Shape, to: Shape, lenient: boolean): string | undefined {
    const sure = lenient ? { ...from, facets: [] } : from;
    const facet = to.facets?.find((each) => !this.#isImplied(sure, to, each));
    if (facet) return facetWords(facet);
    if (!this.reader.codeAt(to.path)) return undefined;
    const places = [from.path, ...(from.also ?? []), ...(from.facets ?? []).map(({ path }) => withoutIndex(path))];
    if (lenient || !codeImplied(this.writer, places, this.reader, to.path, this.sameCode)) return CODE;
    if (isLeaf(to)) return undefined;
    // Code over a whole object sees what became of its parts.
    const alike = this.writer
      .at(from.path)
      .some((raw) => new Sameness(this.writer, this.reader, this.sameCode, true).same(raw, to));
    return alike ? undefined : CODE;
  }

  /** Whether the very same stands at one of the places that `from` comes from. */
  same(from: Shape, to: Shape): boolean {
    return [from.path, ...(from.also ?? [])].some((path) =>
      this.writer.at(path).some((raw) => new Sameness(this.writer, this.reader, this.sameCode).same(raw, to)),
    );
  }

  #isImplied(from: Shape, to: Shape, facet: Facet): boolean {
    if (facetImplied(from, facet, this.writer, this.reader) && facet.hint !== EXCLUSIVE) return true;
    if (to.kind !== 'union' || !(facet.keyword === 'oneOf' || facet.hint === EXCLUSIVE)) return false;
    if (this.asked.dialect === 'zod' && to.options.some((option) => option.losses || this.asked.hasCode(option.path)))
      return false;
    return to.options.every((one, index) => to.options.slice(index + 1).every((other) => apart(one, other, this.asked.resolve)));
  }
}

function isLeaf({ kind }: Shape): boolean {
  return !COMPOSITE.has(kind);
}

const COMPOSITE: ReadonlySet<string> = new Set(['object', 'array', 'union', 'all', 'instance', 'ref']);
