import { type Automaton, deterministic } from './automaton.js';
import { components } from './components.js';

export type Ambiguity = 'none' | 'polynomial' | 'exponential';

/** Pairs and triples of positions looked at before giving up with the worst answer. */
const MAX_STEPS = 30_000;
/** Ways through a pattern without loops: a product of choices. */
const MAX_WAYS = 512;

/**
 * In how many ways one text may lead through an automaton, growing with the text's length: what a backtracking engine may
 * have to try. Exponential if two ways lead from a position back to itself over the same text; polynomial if one text leads from p to p,
 * from p to q and from q to q (Weber and Seidl 1991). Says worse than it is where it would take long to find out.
 */
export function ambiguity(machine: Automaton): Ambiguity {
  if (deterministic(machine)) return 'none';
  const { masks, follow } = machine;
  const size = masks.length;
  if (machine.emptyLoop || ways(machine) > MAX_WAYS) return 'exponential';
  const loops = components(size, (position) => follow[position]?.keys() ?? []);
  const cyclic = (position: number): boolean => loops.cyclic.has(position);
  if (!follow.some((_, position) => cyclic(position))) return 'none';
  for (let from = 0; from < size; from++) {
    for (const [to, count] of follow[from] as ReadonlyMap<number, number>)
      if (count > 1 && loops.of[from] === loops.of[to]) return 'exponential';
  }

  // Pairs of positions that one text reaches from a common one. Numbered p × size + q.
  const reached = new Map<number, number[]>();
  const queue: number[] = [];
  const visit = (pair: number): void => {
    if (reached.has(pair)) return;
    reached.set(pair, []);
    queue.push(pair);
  };
  let steps = 0;
  for (let position = 0; position < size; position++) if (cyclic(position)) visit(position * size + position);
  for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
    const next = reached.get(pair) as number[];
    for (const left of (follow[Math.floor(pair / size)] as ReadonlyMap<number, number>).keys()) {
      for (const right of (follow[pair % size] as ReadonlyMap<number, number>).keys()) {
        if (++steps > MAX_STEPS) return 'exponential';
        if (((masks[left] as bigint) & (masks[right] as bigint)) === 0n) continue;
        next.push(left * size + right);
        visit(left * size + right);
      }
    }
  }
  const numbers = [...reached.keys()];
  const indexes = new Map(numbers.map((pair, i) => [pair, i]));
  const pairs = components(numbers.length, (i) =>
    (reached.get(numbers[i] as number) as number[]).map((pair) => indexes.get(pair) as number),
  );
  const diagonals = new Set<number>();
  numbers.forEach((pair, i) => {
    if (pair % (size + 1) === 0) diagonals.add(pairs.of[i] as number);
  });
  const doubled = numbers.filter((pair, i) => pair % (size + 1) !== 0 && pairs.cyclic.has(i));
  if (doubled.some((pair) => diagonals.has(pairs.of[indexes.get(pair) as number] as number))) return 'exponential';

  for (const pair of doubled) {
    const p = Math.floor(pair / size);
    const q = pair % size;
    // Once there, a search that may start anywhere has found its match.
    if (p === 0 && machine.last.has(q)) continue;
    if (!cyclic(p) || !cyclic(q) || loops.of[p] === loops.of[q]) continue;
    const seen = new Set<number>([(p * size + p) * size + q]);
    const triples = [...seen];
    for (let triple = triples.pop(); triple !== undefined; triple = triples.pop()) {
      for (const a of (follow[Math.floor(triple / size / size)] as ReadonlyMap<number, number>).keys()) {
        if (loops.of[a] !== loops.of[p]) continue;
        for (const b of (follow[Math.floor(triple / size) % size] as ReadonlyMap<number, number>).keys()) {
          const common = (masks[a] as bigint) & (masks[b] as bigint);
          for (const c of (follow[triple % size] as ReadonlyMap<number, number>).keys()) {
            if (++steps > MAX_STEPS) return 'polynomial';
            if (loops.of[c] !== loops.of[q] || (common & (masks[c] as bigint)) === 0n) continue;
            if (a === p && b === q && c === q) return 'polynomial';
            const next = (a * size + b) * size + c;
            if (seen.has(next)) continue;
            seen.add(next);
            triples.push(next);
          }
        }
      }
    }
  }
  return 'none';
}

/** Choices that the next character leaves open, multiplied over all positions. */
function ways({ masks, follow }: Automaton): number {
  let product = 1;
  for (const targets of follow) {
    if (targets.size < 2 && [...targets.values()].every((count) => count < 2)) continue;
    let most = 1;
    for (const to of targets.keys()) {
      let open = 0;
      for (const [other, count] of targets) if (((masks[to] as bigint) & (masks[other] as bigint)) !== 0n) open += count;
      most = Math.max(most, open);
    }
    product *= most;
    if (product > MAX_WAYS) return product;
  }
  return product;
}
