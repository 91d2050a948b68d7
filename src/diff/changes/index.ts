import type { Shape } from '../../ir/shape.js';
import type { Change } from '../difference.js';
import { type SameCode, sameCodeAt } from '../same-code.js';
import { Sameness } from '../same-shape.js';
import type { Side } from '../side.js';
import { arrayChanges } from './arrays.js';
import { facetChanges } from './facets.js';
import { literalChanges } from './literals.js';
import { noteChanges } from './notes.js';
import { objectChanges } from './objects.js';
import { unionChanges } from './unions.js';
import { shapeWords } from './words.js';

const MOST = 500;
const DEEPEST = 300;

/** What the changes of one pair of schemas are collected with. */
export class Comparing {
  readonly found: Change[] = [];
  readonly #seen = new Map<Shape, Set<Shape>>();

  constructor(
    readonly before: Side,
    readonly after: Side,
    readonly sameCode: SameCode,
  ) {}

  add(path: string, words: string, more: Partial<Change> = {}): void {
    const known = this.found.some((change) => change.path === path && change.words === words);
    if (!known && this.found.length < MOST) this.found.push({ path, words, ...more });
  }

  same(x: Shape, y: Shape): boolean {
    return new Sameness(this.before, this.after, this.sameCode).same(x, y);
  }

  compare(x: Shape, y: Shape, depth = 0): void {
    if (depth > DEEPEST || this.#met(x, y)) return;
    noteChanges(this, x, y);
    if (!sameCodeAt(this.before, x.path, this.after, y.path, this.sameCode))
      this.add(y.path, 'code that checks or changes the value there is not the same as before');
    if (x.kind === 'ref' || y.kind === 'ref') {
      const [one, other] = [this.#open(x, this.before), this.#open(y, this.after)];
      if (one && other) this.compare(one, other, depth + 1);
      return;
    }
    if (x.kind === 'union' || y.kind === 'union') unionChanges(this, x, y, depth);
    else if (x.kind === 'literal' && y.kind === 'literal') literalChanges(this, x, y);
    else if (x.kind !== y.kind) this.add(y.path, `it was ${shapeWords(x)} and is now ${shapeWords(y)}`);
    else this.#inside(x, y, depth);
    facetChanges(this, x, y);
  }

  #inside(x: Shape, y: Shape, depth: number): void {
    const lists = (one: readonly Shape[], other: readonly Shape[]) => {
      for (const [index, shape] of one.entries()) if (other[index]) this.compare(shape, other[index], depth + 1);
      if (one.length !== other.length) this.add(y.path, `it has ${other.length} parts instead of ${one.length}`);
    };
    switch (x.kind) {
      case 'number':
        if (x.integer !== (y as typeof x).integer)
          this.add(y.path, x.integer ? 'fractions are allowed' : 'only whole numbers are allowed');
        break;
      case 'object':
        objectChanges(this, x, y as typeof x, depth);
        break;
      case 'array':
        arrayChanges(this, x, y as typeof x, depth);
        break;
      case 'all':
        lists(x.parts, (y as typeof x).parts);
        break;
      case 'loose':
        lists(x.options, (y as typeof x).options);
        break;
      case 'instance':
        if (x.type !== (y as typeof x).type) this.add(y.path, `it was ${shapeWords(x)} and is now ${shapeWords(y)}`);
        lists(x.parts, (y as typeof x).parts);
        break;
    }
  }

  #open(shape: Shape, side: Side): Shape | undefined {
    return shape.kind === 'ref' ? side.resolveRaw(shape.name) : shape;
  }

  #met(x: Shape, y: Shape): boolean {
    const known = this.#seen.get(x);
    if (known?.has(y)) return true;
    if (known) known.add(y);
    else this.#seen.set(x, new Set([y]));
    return false;
  }
}

/** What the new schema says otherwise than the old one, place by place, in words. */
export function changesOf(before: Side, after: Side, sameCode: SameCode): readonly Change[] {
  const comparing = new Comparing(before, after, sameCode);
  comparing.compare(before.raw.root, after.raw.root);
  return comparing.found;
}
