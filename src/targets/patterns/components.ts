export interface Components {
  /** The strongly connected component of each node. */
  readonly of: readonly number[];
  /** Nodes on a cycle. */
  readonly cyclic: ReadonlySet<number>;
}

/** Strongly connected components (Tarjan), without recursion. */
export function components(size: number, next: (node: number) => Iterable<number>): Components {
  const of: number[] = new Array(size).fill(-1);
  const order: number[] = new Array(size).fill(-1);
  const low: number[] = new Array(size).fill(0);
  const open: number[] = [];
  const cyclic = new Set<number>();
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const path: { readonly node: number; readonly rest: Iterator<number> }[] = [];
    const enter = (node: number): void => {
      order[node] = low[node] = count++;
      open.push(node);
      path.push({ node, rest: next(node)[Symbol.iterator]() });
    };
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node, rest } = top;
      const step = rest.next();
      if (!step.done) {
        const to = step.value;
        if (to === node) cyclic.add(node);
        if (order[to] === -1) enter(to);
        else if (of[to] === -1) low[node] = Math.min(low[node] as number, order[to] as number);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
      if (low[node] !== order[node]) continue;
      const members: number[] = [];
      let member: number;
      do {
        member = open.pop() as number;
        of[member] = node;
        members.push(member);
      } while (member !== node);
      if (members.length > 1) for (const one of members) cyclic.add(one);
    }
  }
  return { of, cyclic };
}
