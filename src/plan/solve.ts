import type { Cost, Form, Item } from './item.js';

/** An item beside its forms as they are weighed: what each takes beyond what the item takes in any case. */
interface Weighed {
  readonly item: Item;
  readonly least: Cost;
  readonly forms: readonly { readonly form: Form; readonly optional: number; readonly union: number; readonly price: number }[];
}

/**
 * The cheapest form of every item such that all together stay within the slots; of plans of equal price the one that leaves
 * earlier items as they are. What can't be had otherwise (pins) is spent even beyond the slots. Exact: a knapsack of two
 * dimensions, over the few items that can be part of an optimum.
 */
export function solve(items: readonly Item[], slots: Cost): ReadonlyMap<Item, Form> {
  const weighed = items.map(weigh);
  const left = {
    optional: Math.max(0, slots.optional - sum(weighed.map(({ least }) => least.optional))),
    union: Math.max(0, slots.union - sum(weighed.map(({ least }) => least.union))),
  };
  const wanted = weighed.map(({ forms }) => cheapest(forms));
  if (fits({ optional: sum(wanted.map(({ optional }) => optional)), union: sum(wanted.map(({ union }) => union)) }, left))
    return new Map(items.map((item, index) => [item, (wanted[index] as Weighed['forms'][number]).form]));
  const decision = new Map<Item, Form>();
  for (const { item, forms } of weighed) decision.set(item, (free(forms) ?? smallest(forms)).form);
  for (const [item, form] of knapsack(candidates(weighed, left), left)) decision.set(item, form);
  return decision;
}

function weigh(item: Item): Weighed {
  const least = {
    optional: Math.min(...item.forms.map(({ cost }) => cost.optional)),
    union: Math.min(...item.forms.map(({ cost }) => cost.union)),
  };
  const forms = item.forms.map((form) => ({
    form,
    optional: form.cost.optional - least.optional,
    union: form.cost.union - least.union,
    price: form.price,
  }));
  return { item, least, forms };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** The cheapest form that takes no slot, the first of equal ones. */
function free(forms: Weighed['forms']): Weighed['forms'][number] | undefined {
  let best: Weighed['forms'][number] | undefined;
  for (const form of forms)
    if (form.optional === 0 && form.union === 0 && (best === undefined || form.price < best.price)) best = form;
  return best;
}

/** The first of the cheapest. */
function cheapest(forms: Weighed['forms']): Weighed['forms'][number] {
  return forms.reduce((best, form) => (form.price < best.price ? form : best));
}

function smallest(forms: Weighed['forms']): Weighed['forms'][number] {
  return forms.reduce((best, form) => (form.optional + form.union < best.optional + best.union ? form : best));
}

/**
 * Items that take a slot in some optimum. Of items whose forms take the same slots, at most T take any; so for each form only the
 * T with the largest saving can: another one could be exchanged for one of them.
 */
function candidates(weighed: readonly Weighed[], left: Cost): readonly Weighed[] {
  const classes = new Map<string, Weighed[]>();
  for (const each of weighed) {
    if (!each.forms.some((form) => form.optional + form.union > 0 && fits(form, left)) && free(each.forms)) continue;
    const key = each.forms.map(({ optional, union }) => `${optional},${union}`).join(' ');
    const group = classes.get(key);
    if (group) group.push(each);
    else classes.set(key, [each]);
  }
  const chosen = new Set<Weighed>();
  for (const group of classes.values()) {
    const [{ forms }] = group as [Weighed];
    if (!free(forms)) for (const each of group) chosen.add(each);
    const most = takers(forms, left);
    for (const [index, form] of forms.entries()) {
      if (form.optional + form.union === 0 || !fits(form, left)) continue;
      const saving = (each: Weighed) => (free(each.forms)?.price ?? 0) - (each.forms[index] as Weighed['forms'][number]).price;
      const best = most >= group.length ? group : [...group].sort((a, b) => saving(b) - saving(a)).slice(0, most);
      for (const each of best) chosen.add(each);
    }
  }
  return weighed.filter((each) => chosen.has(each));
}

function fits(form: { readonly optional: number; readonly union: number }, left: Cost): boolean {
  return form.optional <= left.optional && form.union <= left.union;
}

/** Most items of a class that can take slots at once. */
function takers(forms: Weighed['forms'], left: Cost): number {
  const most = (slots: number, taken: readonly number[]) => {
    const least = Math.min(...taken.filter((each) => each > 0));
    return Number.isFinite(least) ? Math.floor(slots / least) : 0;
  };
  return (
    most(
      left.optional,
      forms.map(({ optional }) => optional),
    ) +
    most(
      left.union,
      forms.map(({ union }) => union),
    )
  );
}

function knapsack(items: readonly Weighed[], left: Cost): readonly (readonly [Item, Form])[] {
  const width = left.union + 1;
  const size = (left.optional + 1) * width;
  // after[i][o * width + u]: the lowest price of the items from i on within o and u slots.
  const after: Float64Array[] = [];
  after[items.length] = new Float64Array(size);
  for (let index = items.length - 1; index >= 0; index--) {
    const next = after[index + 1] as Float64Array;
    const best = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    for (const { optional, union, price } of (items[index] as Weighed).forms)
      for (let o = optional; o <= left.optional; o++)
        for (let u = union; u < width; u++) {
          const total = price + (next[(o - optional) * width + u - union] as number);
          if (total < (best[o * width + u] as number)) best[o * width + u] = total;
        }
    after[index] = best;
  }
  const found: (readonly [Item, Form])[] = [];
  let { optional: o, union: u } = left;
  for (const [index, { item, forms }] of items.entries()) {
    const goal = (after[index] as Float64Array)[o * width + u] as number;
    const next = after[index + 1] as Float64Array;
    const taken = forms.find(
      ({ optional, union, price }) =>
        optional <= o && union <= u && price + (next[(o - optional) * width + u - union] as number) === goal,
    );
    // Nothing fits where pins ask for more than there is: the smallest forms stay as they are.
    if (!taken || goal === Number.POSITIVE_INFINITY) return found;
    found.push([item, taken.form]);
    o -= taken.optional;
    u -= taken.union;
  }
  return found;
}
