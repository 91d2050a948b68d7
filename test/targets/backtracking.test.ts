import { describe, expect, it } from 'vitest';
import { has } from '../../src/targets/patterns/char-set.js';
import { backtracksBadly } from '../../src/targets/patterns/index.js';
import { parse } from '../../src/targets/patterns/parse.js';
import type { Expression } from '../../src/targets/patterns/syntax.js';
import { type Draw, drawFrom } from '../support/draw.js';

const ENOUGH = 60_000;

/** Steps that a backtracking matcher of JavaScript's kind takes over a text. */
function steps(expression: Expression, text: string): number {
  let count = 0;
  const step = (): void => {
    if (++count > ENOUGH) throw new RangeError('enough');
  };
  const match = (node: Expression, at: number, then: (at: number) => boolean): boolean => {
    step();
    switch (node.kind) {
      case 'set':
        return at < text.length && has(node.set, text.charCodeAt(at)) && then(at + 1);
      case 'start':
        return at === 0 && then(at);
      case 'end':
        return at === text.length && then(at);
      case 'look':
        return match(node.body, at, () => true) && then(at);
      case 'sequence': {
        const go = (index: number, from: number): boolean => {
          const item = node.items[index];
          return item === undefined ? then(from) : match(item, from, (to) => go(index + 1, to));
        };
        return go(0, at);
      }
      case 'choice':
        return node.options.some((option) => match(option, at, then));
      case 'repeat': {
        const go = (times: number, from: number): boolean => {
          step();
          if (times < node.max && match(node.item, from, (to) => (to > from || times < node.min) && go(times + 1, to)))
            return true;
          return times >= node.min && then(from);
        };
        return go(0, at);
      }
      default:
        return then(at);
    }
  };
  try {
    for (let start = 0; start <= text.length; start++) if (match(expression, start, () => true)) break;
    return count;
  } catch {
    return ENOUGH;
  }
}

function pattern(draw: Draw, depth: number): string {
  const leaf = (): string => draw.pick(['a', 'b', 'c', '.', '[ab]', '[^a]', 'ab', '\\w']);
  if (depth === 0) return leaf();
  return draw.pick([
    leaf,
    () => pattern(draw, depth - 1) + pattern(draw, depth - 1),
    () => `(${pattern(draw, depth - 1)}|${pattern(draw, depth - 1)})`,
    () => `(?=${pattern(draw, depth - 1)})`,
    () => `(?:${pattern(draw, depth - 1)})${draw.pick(['*', '+', '?', '{2}', '{1,3}', '{2,}', '{0,4}'])}`,
    () => `(?:${pattern(draw, depth - 1)})${draw.pick(['*', '+'])}`,
  ])();
}

const PUMPS = ['a', 'b', 'c', 'ab', 'ba', 'ac', 'bc', 'aab', 'abb', 'abc'];

describe('backtracksBadly', () => {
  it('says no only where a backtracking matcher stays linear', () => {
    let linear = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const draw = drawFrom(seed);
      const source = draw.pick(['^', '^', '']) + pattern(draw, 4) + draw.pick(['', '$', 'x']);
      if (backtracksBadly(source)) continue;
      linear++;
      const expression = parse(source)?.expression as Expression;
      for (const before of ['', 'a', 'b']) {
        for (const pump of PUMPS) {
          for (const after of ['', '!']) {
            const [one, two, four] = [10, 20, 40].map((times) => steps(expression, before + pump.repeat(times) + after)) as [
              number,
              number,
              number,
            ];
            const grows = four >= ENOUGH || (four > 700 && four - two > 2.6 * (two - one));
            expect(grows, `${source} on ${before}${pump}…${after}: ${one}, ${two}, ${four} steps`).toBe(false);
          }
        }
      }
    }
    expect(linear).toBeGreaterThan(100);
  });
});
