import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cost, Form, Item } from '../../src/plan/item.js';
import { solve } from '../../src/plan/solve.js';
import { check } from '../support/seed.js';

type Row = readonly [optional: number, union: number, price: number];

const form = ([optional, union, price]: Row): Form => ({ encodings: [], cost: { optional, union }, price });

function item(first: Row, ...others: readonly Row[]): Item {
  return { member: 0, path: '', properties: [], unions: [], groups: [], forms: [form(first), ...others.map(form)], unkept: [] };
}

interface Plan {
  readonly indexes: readonly number[];
  readonly price: number;
}

/** Every plan tried; the cheapest one, and of several the one that comes first. */
function cheapest(items: readonly Item[], slots: Cost): Plan | undefined {
  let best: Plan | undefined;
  const go = (at: number, left: Cost, indexes: readonly number[], price: number): void => {
    if (left.optional < 0 || left.union < 0 || (best && price > best.price)) return;
    const next = items[at];
    if (!next) {
      if (!best || price < best.price) best = { indexes, price };
      return;
    }
    for (const [index, { cost, price: more }] of next.forms.entries())
      go(at + 1, { optional: left.optional - cost.optional, union: left.union - cost.union }, [...indexes, index], price + more);
  };
  go(0, slots, [], 0);
  return best;
}

function planned(items: readonly Item[], slots: Cost): Plan {
  const decision = solve(items, slots);
  const indexes = items.map((each) => each.forms.indexOf(decision.get(each) as Form));
  return { indexes, price: items.reduce((sum, { forms }, at) => sum + (forms[indexes[at] as number] as Form).price, 0) };
}

const price = fc.integer({ min: 1, max: 6 });
const optional = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), price, price)
  .map(([uses, nullable, list, cheaper]) =>
    item([uses, 0, 0], ...(nullable ? [[0, uses, Math.min(list, cheaper)] as const] : []), [0, 0, list]),
  );
const union = fc.tuple(fc.integer({ min: 1, max: 3 }), price).map(([uses, lists]) => item([0, uses, 0], [0, 0, lists]));
const both = fc
  .tuple(fc.integer({ min: 1, max: 2 }), price, price, price)
  .map(([uses, a, b, c]) => item([uses, uses, 0], [uses, 0, a], [0, uses, b], [0, uses, a + b], [0, uses, c], [0, 0, a + c]));
const items = fc.array(fc.oneof(optional, union, both), { maxLength: 7 });
const slots = fc.record({ optional: fc.integer({ min: 0, max: 5 }), union: fc.integer({ min: 0, max: 4 }) });

describe('solve', () => {
  test('finds what trying every plan finds: the cheapest, and of several the one that leaves earlier items as they are', () =>
    check(fc.tuple(items, slots), 2_000, ([some, limits]) => {
      expect(planned(some, limits)).toEqual(cheapest(some, limits));
    }));

  test('of many alike those stay that save most', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => item([1, 0, 0], [0, 1, index % 7], [0, 0, 10 + (index % 11)]));
    const { indexes } = planned(many, { optional: 24, union: 16 });
    const taking = (form: number) => indexes.flatMap((index, at) => (index === form ? [at] : []));
    expect(taking(0)).toHaveLength(24);
    expect(taking(1)).toHaveLength(16);
    expect(taking(0).every((at) => at % 11 === 10)).toBe(true);
    expect(taking(1).every((at) => at % 11 === 10 && at % 7 === 0)).toBe(true);
  });

  test('what is pinned is spent beyond the slots, and leaves nothing for the rest', () => {
    const kept = Array.from({ length: 3 }, () => item([1, 0, 0]));
    expect(planned([...kept, item([1, 0, 0], [0, 0, 5])], { optional: 2, union: 0 }).indexes).toEqual([0, 0, 0, 1]);
    expect(planned([...kept, item([1, 0, 0], [0, 0, 5])], { optional: 4, union: 0 }).indexes).toEqual([0, 0, 0, 0]);
  });

  test('uses beyond counting never fit', () =>
    expect(planned([item([1e300, 0, 0], [0, 1e300, 1], [0, 0, 9])], { optional: 24, union: 16 }).indexes).toEqual([2]));
});
