import { attach } from '../../ir/attach.js';
import type { AllShape, Facet, Shape, UnionShape } from '../../ir/shape.js';
import { follow } from '../follow.js';
import { codeImplied, type SameCode } from '../same-code.js';
import { Sameness } from '../same-shape.js';
import type { Side } from '../side.js';
import { type Answer, type Asked, admits } from './admits.js';
import { apart } from './apart.js';
import { arraysHold } from './arrays.js';
import { facetImplied, withoutIndex } from './facet.js';
import { type Gap, type Trail, within } from './gap.js';
import { isLenient, mends, Within } from './mended.js';
import { objectsHold } from './objects.js';
import { facetWords, kindWords } from './reasons.js';
import { splitsOf } from './splits.js';

const MOST_STEPS = 100_000;
const MOST_GAPS = 60;
const DEEPEST = 400;
const EXCLUSIVE = 'Exactly one of the alternatives fits.';

export interface ProverOptions {
  readonly sameCode: SameCode;
  /** Compares TypeScript types: bounds, patterns, code and closed objects do not count. */
  readonly types?: boolean;
}

/**
 * Proves that every value that can be said of one schema is a value of another, shape by shape. References are followed
 * coinductively: a pair met again within itself holds if nothing else speaks against it. What is not proved leaves gaps.
 */
export class Prover {
  readonly gaps: Gap[] = [];
  readonly types: boolean;
  readonly asked: Asked;
  #steps = 0;
  /** Pairs that hold, or are assumed to while they are being proved. */
  #assumed = new Map<Shape, Set<Shape>>();
  /** Above 0: within what is declared under a condition only, or mended, where constraints need not hold. */
  #conditional = 0;
  readonly #mended: Within;
  readonly #instances: Within;

  constructor(
    readonly writer: Side,
    readonly reader: Side,
    readonly options: ProverOptions,
    /** What is read: as read, or for types what can be said. */
    private readonly resolveRead: (name: string) => Shape | undefined = reader.resolveRaw,
  ) {
    this.types = options.types ?? false;
    this.#mended = new Within(mends, writer.resolve);
    this.#instances = new Within(({ kind }) => kind === 'instance', writer.resolve);
    if (writer.opaque) this.#conditional = 1;
    this.asked = {
      resolve: this.resolveRead,
      dialect: reader.source.dialect,
      hasCode: (path) => reader.codeAt(path) !== undefined,
      types: this.types,
    };
  }

  /** Whether the roots hold; where not, `gaps` says why. */
  prove(): boolean {
    if (this.reader.opaque && !this.types)
      return this.gap(
        this.writer.domain.root,
        this.reader.raw.root,
        undefined,
        'the library checks by code of its own, which cannot be compared',
      );
    const to = this.types ? this.reader.domain.root : this.reader.raw.root;
    return this.holds(this.writer.domain.root, to, undefined, 0);
  }

  /** `settled`: the constraints and code of `to` itself are proved already. */
  holds(from: Shape, to: Shape, trail: Trail | undefined, depth: number, settled = this.types): boolean {
    if (++this.#steps > MOST_STEPS || depth > DEEPEST)
      return this.gap(from, to, trail, 'the schema is too large for every way through it to be followed');
    if (from.kind === 'never') return true;
    // JSON text may hold any other value as well, where the schema admits more than objects.
    if (from.kind === 'any' && from.of !== undefined && from.losses) {
      const { of: _, losses: _l, ...any } = from;
      return this.holds(any, to, trail, depth + 1, settled);
    }
    // What fails one option may be mended in another.
    const lenient = isLenient(from) || (from.kind === 'union' && from.options.some((option) => this.#mended.has(option)));
    if (!lenient) return this.#holds(from, to, trail, depth, settled) || this.#same(from, to);
    this.#conditional++;
    const held = this.#holds(from, to, trail, depth, settled);
    this.#conditional--;
    return held;
  }

  #holds(from: Shape, to: Shape, trail: Trail | undefined, depth: number, settledBefore: boolean): boolean {
    if (to.losses?.some(({ keyword }) => keyword === 'catch') && !this.types) return true;
    if (from.kind === 'ref' || to.kind === 'ref') return this.#references(from, to, trail, depth, settledBefore);
    const settled = settledBefore || this.#ownImplied(from, to);
    if (from.kind === 'union') return this.#everyOption(from, to, trail, depth, settled);
    if (from.kind === 'literal') return this.#everyValue(from, to, trail, settled);
    if (to.kind === 'all') return this.#everyPart(from, to, trail, depth, settled);
    if (to.kind === 'union') {
      if (this.#tentatively(() => to.options.some((option) => this.holds(from, option, trail, depth + 1))))
        return settled || this.#unsettled(from, to, trail);
      const parts = splitsOf(from, to, this.writer.resolve, this.resolveRead);
      if (parts) return parts.every((part) => this.holds(part, to, trail, depth + 1, settled));
      for (const option of to.options) this.holds(from, option, trail, depth + 1);
      return this.gap(from, to, trail, 'it fits none of the options as a whole');
    }
    if (from.kind === 'any' && (to.kind === 'loose' || (to.kind === 'any' && to.of && !from.of))) {
      const parts = splitsOf(from, to, this.writer.resolve, this.resolveRead);
      if (parts) return parts.every((part) => this.holds(part, to, trail, depth + 1, settled));
    }
    if (to.kind === 'loose') {
      const option = to.options.find(({ kind }) => kind === from.kind);
      if (option && !this.holds(from, option, trail, depth + 1)) return false;
      return settled || this.#unsettled(from, to, trail);
    }
    if (!this.#inside(from, to, trail, depth)) return false;
    return settled || this.#unsettled(from, to, trail);
  }

  /** What two shapes of the same kind say of their parts. */
  #inside(from: Shape, to: Shape, trail: Trail | undefined, depth: number): boolean {
    // Whether what is free-form takes more than JSON, no shape tells.
    if (to.kind === 'any' && !this.types && this.#instances.has(from))
      return this.gap(from, to, trail, 'values are written that JSON lacks');
    if (to.kind === 'any')
      return (
        to.of === undefined ||
        from.kind === 'object' ||
        (from.kind === 'any' && from.of === 'object') ||
        this.#otherKind(from, to, trail)
      );
    if (from.kind === 'any' && from.of === 'object' && to.kind === 'object') {
      const open = {
        ...from,
        kind: 'object',
        properties: [],
        patterns: [],
        rest: { kind: 'any', path: from.path },
        openness: 'explicit',
      } as const;
      return objectsHold(this, open, to, trail, depth);
    }
    if (from.kind !== to.kind) return this.#otherKind(from, to, trail);
    switch (from.kind) {
      case 'number':
        return (
          this.types || !(to as typeof from).integer || from.integer || this.gap(from, to, trail, 'only whole numbers are read')
        );
      case 'array':
        return arraysHold(this, from, to as typeof from, trail, depth);
      case 'object':
        return objectsHold(this, from, to as typeof from, trail, depth);
      case 'instance': {
        const { type, parts } = to as typeof from;
        if (type !== from.type) return this.#otherKind(from, to, trail);
        return from.parts.every((part, index) =>
          this.holds(part, parts[index] ?? part, within(trail, { kind: 'part', shape: from, index }), depth + 1),
        );
      }
      case 'coded':
      case 'all':
      case 'loose':
        return this.gap(from, to, trail, 'it cannot be compared');
      default:
        return true;
    }
  }

  #otherKind(from: Shape, to: Shape, trail: Trail | undefined): boolean {
    return this.gap(from, to, trail, `${kindWords(from)} is written, and ${kindWords(to)} is read`);
  }

  #references(from: Shape, to: Shape, trail: Trail | undefined, depth: number, settled: boolean): boolean {
    const source = from.kind === 'ref' ? follow(from, this.writer.resolve) : from;
    const target = to.kind === 'ref' ? follow(to, this.resolveRead) : to;
    if (!source || !target) return this.gap(from, to, trail, 'a reference leads nowhere');
    // The constraints of a reference itself come on top of what it refers to.
    if (to.kind === 'ref' && !settled && !this.#ownImplied(from, to)) return this.#unsettled(from, to, trail);
    const plain = from.kind !== 'ref' || !from.facets;
    const key = plain && this.#conditional === 0;
    const known = this.#assumed.get(source);
    if (key && known?.has(target)) return true;
    if (key) {
      if (known) known.add(target);
      else this.#assumed.set(source, new Set([target]));
    }
    const held = this.holds(
      plain ? source : attach(source, { ...from, notes: {} }),
      target,
      trail,
      depth + 1,
      to.kind === 'ref' ? this.types : settled,
    );
    // What was proved with the help of this pair is open again.
    if (key && !held) this.#assumed = new Map();
    return held;
  }

  #everyOption(from: UnionShape, to: Shape, trail: Trail | undefined, depth: number, settled: boolean): boolean {
    const { facets } = from;
    return from.options.every((option) =>
      this.holds(facets ? attach(option, { kind: 'any', path: from.path, facets }) : option, to, trail, depth + 1, settled),
    );
  }

  #everyValue(from: Shape & { readonly kind: 'literal' }, to: Shape, trail: Trail | undefined, settled: boolean): boolean {
    const bare = settled && to.facets ? { ...to, facets: [] } : to;
    const asked: Asked = settled
      ? { ...this.asked, hasCode: (path) => path !== to.path && this.asked.hasCode(path) }
      : this.asked;
    const wrong = from.values.filter((value) => admits(bare, value, asked) !== true);
    if (wrong.length === 0) return true;
    const answers: Answer[] = wrong.map((value) => admits(bare, value, asked));
    const value = JSON.stringify(wrong[0]);
    const why = answers.includes(false) ? `${value} is not read` : `whether ${value} passes is not plain from the schema`;
    return this.gap({ ...from, values: wrong }, to, trail, why);
  }

  #everyPart(from: Shape, to: AllShape, trail: Trail | undefined, depth: number, settled: boolean): boolean {
    const sealed = to.unevaluatedProperties || to.unevaluatedItems;
    // What Zod makes of both sides has to be merged again, and keys that neither declares are refused.
    if (sealed || this.asked.dialect === 'zod')
      return this.gap(
        from,
        to,
        trail,
        sealed
          ? 'what its parts leave open is closed for all of them together'
          : 'the parts of an intersection are merged by code',
      );
    if (!to.parts.every((part) => this.holds(from, part, trail, depth + 1))) return false;
    return settled || this.#unsettled(from, to, trail);
  }

  /** Whether the constraints and the code of `to` itself are met by whatever `from` admits. */
  #ownImplied(from: Shape, to: Shape): boolean {
    return this.#failing(from, to) === undefined;
  }

  #failing(from: Shape, to: Shape): string | undefined {
    const sure = this.#conditional === 0 ? from : { ...from, facets: [] };
    const facet = to.facets?.find((each) => !this.#isImplied(sure, to, each));
    if (facet) return facetWords(facet);
    if (!this.reader.codeAt(to.path)) return undefined;
    const places = [from.path, ...(from.also ?? []), ...(from.facets ?? []).map(({ path }) => withoutIndex(path))];
    const { sameCode } = this.options;
    if (this.#conditional > 0 || !codeImplied(this.writer, places, this.reader, to.path, sameCode)) return CODE;
    if (isLeaf(to)) return undefined;
    // Code over a whole object sees what became of its parts.
    const alike = this.writer.at(from.path).some((raw) => new Sameness(this.writer, this.reader, sameCode, true).same(raw, to));
    return alike ? undefined : CODE;
  }

  #isImplied(from: Shape, to: Shape, facet: Facet): boolean {
    if (facetImplied(from, facet, this.writer, this.reader) && facet.hint !== EXCLUSIVE) return true;
    if (to.kind !== 'union' || !(facet.keyword === 'oneOf' || facet.hint === EXCLUSIVE)) return false;
    if (this.asked.dialect === 'zod' && to.options.some((option) => option.losses || this.asked.hasCode(option.path)))
      return false;
    return to.options.every((one, index) => to.options.slice(index + 1).every((other) => apart(one, other, this.resolveRead)));
  }

  #unsettled(from: Shape, to: Shape, trail: Trail | undefined): boolean {
    return this.gap(from, to, trail, this.#failing(from, to) ?? 'a constraint is new');
  }

  /** Whether the very same stands at one of the places that `from` comes from. */
  #same(from: Shape, to: Shape): boolean {
    if (this.types || this.#conditional > 0) return false;
    const places = [from.path, ...(from.also ?? [])];
    const { sameCode } = this.options;
    return places.some((path) =>
      this.writer.at(path).some((raw) => new Sameness(this.writer, this.reader, sameCode).same(raw, to)),
    );
  }

  /** Leaves no gaps behind. */
  #tentatively(prove: () => boolean): boolean {
    const before = this.gaps.length;
    const held = prove();
    this.gaps.length = before;
    return held;
  }

  /** Whether the schema declares a property that no value can have. */
  isDead(object: Shape, key: string): boolean {
    return [object.path, ...(object.also ?? [])].some((path) =>
      this.writer.at(path).some((raw) => raw.kind === 'object' && raw.properties.some((property) => property.key === key)),
    );
  }

  gap(from: Shape, to: Shape, trail: Trail | undefined, reason: string): false {
    if (this.gaps.length < MOST_GAPS) this.gaps.push({ path: to.path, reason, from, to, trail });
    return false;
  }
}

const CODE = 'the code that runs there cannot be shown to do the same as before';

function isLeaf({ kind }: Shape): boolean {
  return kind !== 'object' && kind !== 'array' && kind !== 'union' && kind !== 'all' && kind !== 'instance' && kind !== 'ref';
}
