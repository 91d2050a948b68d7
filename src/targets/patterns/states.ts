import type { Automaton } from './automaton.js';

/** Moves looked at before giving up. */
const MAX_STEPS = 60_000;

/** Whether the deterministic automaton stays within so many states: `a.{20}` anywhere in a text takes a million. */
export function fitsStates(machine: Automaton, most: number): boolean {
  const { follow } = machine;
  const start = [0];
  const seen = new Set<string>([start.join()]);
  const queue: (readonly number[])[] = [start];
  let steps = 0;
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const next = new Set<number>();
    for (const position of state) {
      for (const to of (follow[position] as ReadonlyMap<number, number>).keys()) {
        if (++steps > MAX_STEPS) return false;
        next.add(to);
      }
    }
    // Classes of characters that lead to the same positions.
    let blocks: { readonly mask: bigint; readonly to: readonly number[] }[] = [];
    for (const to of [...next].sort((a, b) => a - b)) {
      const split: typeof blocks = [];
      let rest = machine.masks[to] as bigint;
      for (const block of blocks) {
        if (++steps > MAX_STEPS) return false;
        const common = block.mask & rest;
        if (common === 0n) split.push(block);
        else {
          split.push({ mask: common, to: [...block.to, to] });
          if (common !== block.mask) split.push({ mask: block.mask & ~common, to: block.to });
          rest &= ~common;
        }
      }
      if (rest !== 0n) split.push({ mask: rest, to: [to] });
      blocks = split;
    }
    for (const { to } of blocks) {
      const key = to.join();
      if (seen.has(key)) continue;
      if (seen.size >= most) return false;
      seen.add(key);
      queue.push(to);
    }
  }
  return true;
}
