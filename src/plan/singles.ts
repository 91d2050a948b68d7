import type { Group } from './groups.js';
import type { Decision, Form, Item } from './item.js';
import { CHANGE } from './price.js';

/** A list of entries for one property alone is no gain: it travels as a list of 0 or 1 then, which spends the same. */
export function withoutSingles(decision: Decision): Decision {
  // Values that travel in other forms share no list.
  const lists = new Map<Group, Map<string, number>>();
  for (const [{ groups }, form] of decision)
    if (isGrouped(form))
      for (const group of groups) {
        const members = lists.get(group) ?? new Map<string, number>();
        lists.set(group, members.set(formOf(form), (members.get(formOf(form)) ?? 0) + 1));
      }
  const settled = new Map(decision);
  for (const [item, form] of decision)
    if (isGrouped(form) && item.groups.every((group) => lists.get(group)?.get(formOf(form)) === 1))
      settled.set(item, asList(item, form));
  return settled;
}

function isGrouped({ encodings }: Form): boolean {
  return encodings.includes('entries');
}

function formOf({ encodings }: Form): string {
  return encodings.join();
}

function asList({ forms }: Item, form: Form): Form {
  const wanted = form.encodings.map((encoding) => (encoding === 'entries' ? 'list' : encoding)).join();
  // A list that was not planned before would change more than it simplifies.
  return forms.find((other) => formOf(other) === wanted && other.price - form.price < CHANGE / 2) ?? form;
}
