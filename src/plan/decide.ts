import type { Group } from './groups.js';
import type { Cost, Decision, Form, Item } from './item.js';
import { withoutSingles } from './singles.js';
import { solve } from './solve.js';

/** Most groups of which it is tried what it saves that their unions stand there once. */
const MOST_TRIED = 12;

/**
 * The cheapest encodings within the slots. Unions that share a list of entries stand there once for all of them: with which groups that
 * saves is tried one after the other, those with the most members first; all else is exact.
 */
export function decide(items: readonly Item[], slots: Cost): Decision {
  let open: readonly Group[] = [];
  let best = attempt(items, slots, open) as Attempt;
  if (best.changes)
    for (const group of groupsWithUnions(items)) {
      const tried = attempt(items, slots, [...open, group]);
      if (!tried || !isBetter(tried, best)) continue;
      best = tried;
      open = [...open, group];
    }
  return withoutSingles(best.decision);
}

interface Attempt {
  readonly decision: Decision;
  /** Some place does not travel in the form that changes least. */
  readonly changes: boolean;
  /** What is spent beyond the slots. */
  readonly beyond: number;
  readonly price: number;
}

function isBetter(one: Attempt, other: Attempt): boolean {
  return one.beyond === other.beyond ? one.price < other.price : one.beyond < other.beyond;
}

/** The best encodings where the unions of the open groups are paid for once. Undefined where there is no room for that. */
function attempt(items: readonly Item[], slots: Cost, open: readonly Group[]): Attempt | undefined {
  const paid = new Map(open.map((group) => [group, 0]));
  const given = items.map((item) => {
    const [group] = item.groups;
    if (group === undefined || !isShareable(item) || !paid.has(group)) return item;
    const forms = item.forms.map((form) => {
      if (!sharesUnion(form)) return form;
      paid.set(group, Math.max(paid.get(group) as number, form.cost.union * group.lists));
      return { ...form, cost: { ...form.cost, union: 0 } };
    });
    return { ...item, forms: forms as unknown as Item['forms'] };
  });
  const ahead = [...paid.values()].reduce((total, each) => total + each, 0);
  if (ahead > 0 && ahead > slots.union) return undefined;
  const found = solve(given, { optional: slots.optional, union: slots.union - ahead });
  const decision = new Map<Item, Form>();
  const spent = { optional: 0, union: ahead };
  let price = 0;
  let changes = false;
  for (const [index, item] of items.entries()) {
    const { forms } = given[index] as Item;
    const form = found.get(given[index] as Item) as Form;
    decision.set(item, item.forms[forms.indexOf(form)] as Form);
    spent.optional += form.cost.optional;
    spent.union += form.cost.union;
    price += form.price;
    if (form !== forms[0]) changes = true;
  }
  const beyond = Math.max(0, spent.optional - slots.optional) + Math.max(0, spent.union - slots.union);
  return { decision, changes, beyond, price };
}

function groupsWithUnions(items: readonly Item[]): readonly Group[] {
  const members = new Map<Group, number>();
  for (const item of items)
    if (isShareable(item) && item.forms.some(sharesUnion))
      members.set(item.groups[0] as Group, (members.get(item.groups[0] as Group) ?? 0) + 1);
  return [...members]
    .filter(([, count]) => count > 1)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_TRIED)
    .map(([group]) => group);
}

/** One property at one place: what it spends is what its list spends. */
function isShareable({ properties, unions, groups }: Item): boolean {
  return properties.length === 1 && unions.length === 1 && unions[0] === properties[0]?.shape && groups.length === 1;
}

function sharesUnion({ encodings, cost }: Form): boolean {
  return encodings.includes('entries') && encodings.includes('bare') && cost.union > 0;
}
