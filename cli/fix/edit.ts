/** A change of a text: what stands from `start` up to `end` becomes `text`. Offsets are in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies changes, each as a whole or, where it touches an earlier one, not at all. */
export function applied(text: string, changes: readonly (readonly Edit[])[]): { readonly text: string; readonly count: number } {
  const taken: Edit[] = [];
  let count = 0;
  for (const change of changes) {
    if (change.length === 0 || change.some((edit) => taken.some((other) => touches(edit, other)))) continue;
    taken.push(...change);
    count++;
  }
  let result = text;
  for (const { start, end, text: replacement } of taken.toSorted((one, other) => other.start - one.start))
    result = result.slice(0, start) + replacement + result.slice(end);
  return { text: result, count };
}

function touches(one: Edit, other: Edit): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** Puts the texts of some ranges, which stay where they are, into another order. */
export function reordered(
  text: string,
  slots: readonly { readonly start: number; readonly end: number }[],
  order: readonly number[],
): readonly Edit[] {
  return slots.flatMap(({ start, end }, index) => {
    const from = slots[order[index] ?? index];
    return from === undefined || order[index] === index ? [] : [{ start, end, text: text.slice(from.start, from.end) }];
  });
}

/** Positions of keys in the order they should have; undefined where they are not the same keys. */
export function orderOf(keys: readonly string[], wanted: readonly string[]): readonly number[] | undefined {
  const order = wanted.map((key) => keys.indexOf(key));
  const known = new Set(order);
  return keys.length === wanted.length && known.size === keys.length && !known.has(-1) ? order : undefined;
}
