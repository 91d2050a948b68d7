import { type CharSet, EVERYTHING, folded } from './char-set.js';
import { masks } from './masks.js';
import type { Expression } from './syntax.js';

/** Position 0 is before the first character. Each other one is an occurrence of a character set. */
export interface Automaton {
  /** The characters of each position, as bits: one for each class of characters that no set tells apart. */
  readonly masks: readonly bigint[];
  /** Which positions follow which, and in how many ways (capped). */
  readonly follow: readonly ReadonlyMap<number, number>[];
  /** Positions a match may end at. */
  readonly last: ReadonlySet<number>;
  /** A lone repeated group may match nothing, which backtracking engines go through in every way. */
  readonly emptyLoop: boolean;
}

export interface Options {
  /** Ranges written out (`exact`), or read as unbounded where they are more than a few: more paths, never fewer. */
  readonly ranges: 'exact' | 'unbounded';
  /** A match may start anywhere. */
  readonly floating: boolean;
  readonly ignoreCase: boolean;
  readonly maxPositions: number;
  readonly maxEdges: number;
}

interface Fragment {
  /** In how many ways it matches nothing (capped). */
  readonly nullable: number;
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
}

const CAP = 1000;
const WRITTEN_OUT = 10;
const EMPTY: Fragment = { nullable: 1, first: new Map(), last: new Map() };

/** The position automaton (Glushkov) of an expression; undefined when it is too large. */
export function automaton(expression: Expression, options: Options): Automaton | undefined {
  const sets: CharSet[] = [[]];
  const follow: Map<number, number>[] = [new Map()];
  let edges = 0;
  let emptyLoop = false;

  function build(node: Expression): Fragment {
    switch (node.kind) {
      case 'set': {
        if (sets.length > options.maxPositions) throw new TooLarge();
        const position = sets.push(options.ignoreCase ? folded(node.set) : node.set) - 1;
        follow.push(new Map());
        const only = new Map([[position, 1]]);
        return { nullable: 0, first: only, last: only };
      }
      case 'sequence':
        return node.items.reduce((before: Fragment, item) => chained(before, build(item)), EMPTY);
      case 'choice':
        return node.options.map(build).reduce(either);
      case 'look':
        // A branch that never returns: what it goes through is gone through again wherever it stands.
        return { nullable: 1, first: build(node.body).first, last: new Map() };
      case 'repeat':
        return repeated(node.item, node.min, node.max);
      default:
        return EMPTY;
    }
  }

  function repeated(item: Expression, min: number, max: number): Fragment {
    if (max === 0) return EMPTY;
    if (max === 1) return min === 1 ? build(item) : optional(build(item));
    const writeOut = options.ranges === 'exact' || (item.kind === 'set' && min === max && max <= WRITTEN_OUT);
    if (!writeOut) return looped(build(item), min === 0);
    let whole = EMPTY;
    const copies = max === Infinity ? Math.max(0, min - 1) : min;
    for (let i = 0; i < copies; i++) whole = chained(whole, build(item));
    if (max === Infinity) return chained(whole, looped(build(item), min === 0));
    let rest = EMPTY;
    for (let i = min; i < max; i++) rest = optional(chained(build(item), rest));
    return chained(whole, rest);
  }

  function looped(body: Fragment, optionally: boolean): Fragment {
    if (body.nullable > 0) emptyLoop = true;
    link(body.last, body.first, 1);
    return optionally ? { ...body, nullable: 1 } : body;
  }

  function optional(body: Fragment): Fragment {
    return { ...body, nullable: Math.min(CAP, body.nullable + 1) };
  }

  function chained(left: Fragment, right: Fragment): Fragment {
    link(left.last, right.first, 1);
    return {
      nullable: Math.min(CAP, left.nullable * right.nullable),
      first: left.nullable > 0 ? sum(left.first, right.first, left.nullable) : left.first,
      last: right.nullable > 0 ? sum(right.last, left.last, right.nullable) : right.last,
    };
  }

  function either(left: Fragment, right: Fragment): Fragment {
    return {
      nullable: Math.min(CAP, left.nullable + right.nullable),
      first: sum(left.first, right.first, 1),
      last: sum(left.last, right.last, 1),
    };
  }

  function sum(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>, times: number): Map<number, number> {
    const both = new Map(one);
    edges += other.size;
    if (edges > options.maxEdges) throw new TooLarge();
    for (const [position, count] of other) both.set(position, Math.min(CAP, (both.get(position) ?? 0) + count * times));
    return both;
  }

  function link(from: ReadonlyMap<number, number>, to: ReadonlyMap<number, number>, times: number): void {
    edges += from.size * to.size;
    if (edges > options.maxEdges) throw new TooLarge();
    for (const [before, out] of from) {
      const targets = follow[before] as Map<number, number>;
      for (const [after, into] of to) targets.set(after, Math.min(CAP, (targets.get(after) ?? 0) + out * into * times));
    }
  }

  try {
    const whole = build(expression);
    follow[0] = new Map(whole.first);
    const last = new Set(whole.last.keys());
    if (whole.nullable > 0) last.add(0);
    if (options.floating) {
      follow[0].set(0, 1);
      sets[0] = EVERYTHING;
    }
    return { masks: masks(sets), follow, last, emptyLoop };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** Whether the next character always tells where to go, and by one way. */
export function deterministic({ masks, follow, emptyLoop }: Automaton): boolean {
  if (emptyLoop) return false;
  for (const targets of follow) {
    let taken = 0n;
    for (const [to, count] of targets) {
      const mask = masks[to] as bigint;
      if (count > 1 || (taken & mask) !== 0n) return false;
      taken |= mask;
    }
  }
  return true;
}

class TooLarge extends Error {}
