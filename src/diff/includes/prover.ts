import { attach } from '../../ir/attach.js';
import type { AllShape, Shape, UnionShape } from '../../ir/shape.js';
import { follow } from '../follow.js';
import type { SameCode } from '../same-code.js';
import type { Side } from '../side.js';
import type { Asked } from './admits.js';
import { apart } from './apart.js';
import { Constraints } from './constraints.js';
import type { Gap, Trail } from './gap.js';
import { insideHolds, kindOf, valuesHold } from './inside.js';
import { isLenient, Options, Within } from './mended.js';
import { splitsOf } from './splits.js';

const MOST_STEPS = 100_000;
const MOST_GAPS = 60;
const DEEPEST = 400;

type Pairs = Map<Shape, Set<Shape>>;
type Assumed = { readonly strict: Pairs; readonly lenient: Pairs };

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
  readonly #constraints: Constraints;
  readonly #options: Options;
  readonly #instances: Within;
  #steps = 0;
  /** Pairs that hold, or are assumed to while they are being proved; and those that hold leniently. */
  #assumed: Assumed = { strict: new Map(), lenient: new Map() };
  /** Above 0: within what is declared under a condition only, or mended, where constraints need not hold. */
  #lenient: number;

  constructor(
    readonly writer: Side,
    readonly reader: Side,
    { sameCode, types = false }: ProverOptions,
  ) {
    this.types = types;
    this.asked = {
      // As read; for types, what can be said.
      resolve: types ? reader.resolve : reader.resolveRaw,
      dialect: reader.source.dialect,
      hasCode: (path) => reader.codeAt(path) !== undefined,
      types,
    };
    this.#constraints = new Constraints(writer, reader, sameCode, this.asked);
    this.#options = new Options(writer.resolve, apart);
    this.#instances = new Within(({ kind }) => kind === 'instance', writer.resolve);
    this.#lenient = writer.opaque ? 1 : 0;
  }

  /** Whether the roots hold; where not, `gaps` says why. */
  prove(): boolean {
    const from = this.writer.domain.root;
    if (this.types) return this.holds(from, this.reader.domain.root, undefined, 0);
    const to = this.reader.raw.root;
    if (this.reader.opaque)
      return this.gap(from, to, undefined, 'the library checks by code of its own, which cannot be compared');
    return this.holds(from, to, undefined, 0);
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
    return this.#leniently(isLenient(from), () => this.#holds(from, to, trail, depth, settled) || this.#same(from, to));
  }

  #leniently(lenient: boolean, prove: () => boolean): boolean {
    if (lenient) this.#lenient++;
    const held = prove();
    if (lenient) this.#lenient--;
    return held;
  }

  #holds(from: Shape, to: Shape, trail: Trail | undefined, depth: number, settledBefore: boolean): boolean {
    if (to.losses?.some(({ keyword }) => keyword === 'catch') && !this.types) return true;
    if (from.kind === 'ref' || to.kind === 'ref') return this.#references(from, to, trail, depth, settledBefore);
    const settled = settledBefore || this.#failing(from, to) === undefined;
    if (from.kind === 'union') return this.#everyOption(from, to, trail, depth, settled);
    if (from.kind === 'literal') return valuesHold(this, from, to, trail, settled);
    if (to.kind === 'union') return this.#someOption(from, to, trail, depth, settled);
    const divided = (from.kind === 'any' && to.kind !== 'any') || to.kind === 'literal';
    const parts = divided ? splitsOf(from, to, this.writer.resolve, this.asked.resolve) : undefined;
    if (parts) return parts.every((part) => this.holds(part, to, trail, depth + 1, settled));
    return this.#parts(from, to, trail, depth) && (settled || this.#unsettled(from, to, trail));
  }

  #parts(from: Shape, to: Shape, trail: Trail | undefined, depth: number): boolean {
    if (to.kind === 'all') return this.#everyPart(from, to, trail, depth);
    if (to.kind !== 'loose') return insideHolds(this, from, to, trail, depth);
    if (this.hasInstances(from)) return this.gap(from, to, trail, 'values are written that JSON lacks');
    const option = to.options.find(({ kind }) => kind === kindOf(from));
    return option === undefined || this.holds(from, option, trail, depth + 1);
  }

  #references(from: Shape, to: Shape, trail: Trail | undefined, depth: number, settled: boolean): boolean {
    const source = follow(from, this.writer.resolve);
    const target = follow(to, this.asked.resolve);
    if (!source || !target) return this.gap(from, to, trail, 'a reference leads nowhere');
    // The constraints of a reference itself come on top of what it refers to.
    if (to.kind === 'ref' && !settled && this.#failing(from, to) !== undefined) return this.#unsettled(from, to, trail);
    const plain = from.kind !== 'ref' || !from.facets;
    const next = to.kind === 'ref' ? this.types : settled;
    const whole = plain ? source : attach(source, { ...from, notes: {} });
    if (!plain || next !== this.types) return this.holds(whole, target, trail, depth + 1, next);
    const assumed = this.#assumed[this.#lenient > 0 ? 'lenient' : 'strict'];
    const known = assumed.get(source) ?? new Set();
    if (known.has(target)) return true;
    assumed.set(source, known.add(target));
    const held = this.holds(whole, target, trail, depth + 1, next);
    // What was proved with the help of this pair is open again.
    if (!held) this.#assumed = { strict: new Map(), lenient: new Map() };
    return held;
  }

  #everyOption(from: UnionShape, to: Shape, trail: Trail | undefined, depth: number, settled: boolean): boolean {
    const { facets, path, options } = from;
    return options.every((option) => {
      const whole = facets ? attach(option, { kind: 'any', path, facets }) : option;
      return this.#leniently(this.#options.isLenient(option, options), () => this.holds(whole, to, trail, depth + 1, settled));
    });
  }

  #someOption(from: Shape, to: UnionShape, trail: Trail | undefined, depth: number, settled: boolean): boolean {
    if (this.#tentatively(() => to.options.some((option) => this.holds(from, option, trail, depth + 1))))
      return settled || this.#unsettled(from, to, trail);
    const parts = splitsOf(from, to, this.writer.resolve, this.asked.resolve);
    if (parts) return parts.every((part) => this.holds(part, to, trail, depth + 1, settled));
    for (const option of to.options) this.holds(from, option, trail, depth + 1);
    return this.gap(from, to, trail, 'it fits none of the options as a whole');
  }

  #everyPart(from: Shape, to: AllShape, trail: Trail | undefined, depth: number): boolean {
    if (to.unevaluatedProperties || to.unevaluatedItems)
      return this.gap(from, to, trail, 'what its parts leave open is closed for all of them together');
    // What Zod makes of both sides has to be merged again, and keys that neither declares are refused.
    if (this.asked.dialect === 'zod' && !this.types)
      return this.gap(from, to, trail, 'the parts of an intersection are merged by code');
    return to.parts.every((part) => this.holds(from, part, trail, depth + 1));
  }

  #failing(from: Shape, to: Shape): string | undefined {
    return this.#constraints.failing(from, to, this.#lenient > 0);
  }

  #unsettled(from: Shape, to: Shape, trail: Trail | undefined): boolean {
    return this.gap(from, to, trail, this.#failing(from, to) ?? 'a constraint is new');
  }

  #same(from: Shape, to: Shape): boolean {
    return !this.types && this.#lenient === 0 && this.#constraints.same(from, to);
  }

  /** Leaves no gaps behind. */
  #tentatively(prove: () => boolean): boolean {
    const before = this.gaps.length;
    const held = prove();
    this.gaps.length = before;
    return held;
  }

  /** Whether values that JSON lacks are written there; of no interest for types, which tell them. */
  hasInstances(from: Shape): boolean {
    return !this.types && this.#instances.has(from);
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
