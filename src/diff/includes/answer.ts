/** `undefined`: nobody can tell. */
export type Answer = boolean | undefined;

export function both(a: Answer, b: Answer): Answer {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

export function every<Item>(items: readonly Item[], ask: (item: Item, index: number) => Answer): Answer {
  let answer: Answer = true;
  for (const [index, item] of items.entries()) {
    answer = both(answer, ask(item, index));
    if (answer === false) return false;
  }
  return answer;
}

export function some<Item>(items: readonly Item[], ask: (item: Item) => Answer): Answer {
  let answer: Answer = false;
  for (const item of items) {
    const one = ask(item);
    if (one) return true;
    if (one === undefined) answer = undefined;
  }
  return answer;
}
