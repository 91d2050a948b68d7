import type { CharSet } from '../../targets/patterns/char-set.js';
import { parse } from '../../targets/patterns/parse.js';
import type { Expression } from '../../targets/patterns/syntax.js';
import type { Draw } from '../random.js';

const MORE = 4;
/** Characters, so that nested ranges do not multiply without end. */
const LONGEST = 4000;
const TRIES = 20;

/** A text that a pattern matches; undefined where none was found, as with lookaround. */
export function textOfPattern(pattern: string, draw: Draw): string | undefined {
  const expression = parse(pattern)?.expression;
  const test = expressionOf(pattern);
  if (!expression || !test) return undefined;
  for (let turn = 0; turn < TRIES; turn++) {
    const text = sample(expression, draw, { left: LONGEST });
    if (test.test(text)) return text;
  }
  return undefined;
}

/** The pattern as JSON Schema reads it; undefined where it is none. */
export function expressionOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}

function sample(expression: Expression, draw: Draw, length: { left: number }): string {
  switch (expression.kind) {
    case 'set':
      length.left--;
      return character(expression.set, draw);
    case 'sequence':
      return expression.items.map((item) => sample(item, draw, length)).join('');
    case 'choice':
      return sample(draw.pick(expression.options), draw, length);
    case 'repeat': {
      const { item, min, max } = expression;
      const count = min + (length.left > 0 ? draw.upTo(Math.min(max - min, MORE)) : 0);
      let text = '';
      for (let turn = 0; turn < count && length.left > -LONGEST; turn++) text += sample(item, draw, length);
      return text;
    }
    default:
      return '';
  }
}

/** A character of a set: a letter or digit where it has some, then anything printable, then anything that is a character at all. */
function character(set: CharSet, draw: Draw): string {
  for (const [low, high] of [
    [97, 122],
    [48, 57],
    [65, 90],
    [32, 126],
    [0xa1, 0xd7ff],
    [0, 0xd7ff],
    [0xe000, 0x10ffff],
  ] as const) {
    const within: [number, number][] = [];
    for (let index = 0; index < set.length; index += 2) {
      const from = Math.max(low, set[index] as number);
      const to = Math.min(high, set[index + 1] as number);
      if (from <= to) within.push([from, to]);
    }
    // A set of letters and digits gives both.
    if (within.length > 0 && !(high === 122 && overlaps(set, 48, 57) && draw.chance(40))) {
      const [from, to] = draw.pick(within);
      return String.fromCodePoint(from + draw.upTo(to - from));
    }
  }
  return '';
}

function overlaps(set: CharSet, low: number, high: number): boolean {
  for (let index = 0; index < set.length; index += 2)
    if ((set[index] as number) <= high && (set[index + 1] as number) >= low) return true;
  return false;
}
