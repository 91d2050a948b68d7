import type { Shape } from '../ir/shape.js';

/**
 * Prices are in tokens of an answer, estimated from lengths (4 characters a token); how much harder a form is to read
 * and to write for the model counts as tokens too. They are whole numbers, so that equal plans are known to be equal.
 */
const READABILITY = { nullable: 2, list: 8, entries: 9, group: 12, maybe: 6, lists: 12 };

/** How much dearer a form is than the one that was planned before, in tokens. Changes cost caches, and the model's habits. */
export const CHANGE = 100_000;

/** Uses beyond this many do not make a form dearer. */
const MOST_USES = 1_000_000;

/** How often a value of an object inside a list is written, for each object outside of it. */
const ITEMS_IN_LIST = 3;
const MOST_NESTED = 3;

/** How many times a place is written in an answer: use by use, more often inside lists. */
export function timesWritten(uses: number, lists: number): number {
  return Math.min(MOST_USES, uses) * ITEMS_IN_LIST ** Math.min(MOST_NESTED, lists);
}

/** `"key":null,` where the property would have been left out. */
export function priceOfNullable(key: string): number {
  return READABILITY.nullable + tokensOf(key) + 2;
}

/** `"key":[],` or two brackets more. */
export function priceOfList(key: string): number {
  return READABILITY.list + tokensOf(key) + 3;
}

/** Nothing where the property would have been left out; `"more":[],` and getting used to it, for the group together. */
export function priceOfEntries(members: number): number {
  return READABILITY.entries + Math.ceil(READABILITY.group / members);
}

/** A list for each option, all but one of them empty. */
export function priceOfLists(options: readonly Shape[]): number {
  const others = options.filter(({ kind }) => kind !== 'null').length;
  return others === 1 ? READABILITY.maybe + 2 : READABILITY.lists + 5 * others;
}

/** Tokens of a text, by its length. */
function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}
