import { ambiguity } from '../../../targets/patterns/ambiguity.js';
import { automaton } from '../../../targets/patterns/automaton.js';
import { parse } from '../../../targets/patterns/parse.js';
import type { Matcher } from './index.js';

/** The text is too long for a pattern whose matching may take too long. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}

/** Texts as long as this may take a moment where the time grows as a power of the length … */
const POLYNOMIAL = 500;
/** … and as long as this where it doubles with each character. */
const EXPONENTIAL = 22;

/** JavaScript's own regular expression, for texts that are short enough. */
export function limitedMatcher(expression: RegExp): Matcher {
  let limit: number | undefined;
  return {
    test: (text) => {
      if (text.length > EXPONENTIAL) {
        limit ??= growsAsPower(expression) ? POLYNOMIAL : EXPONENTIAL;
        if (text.length > limit)
          throw new Undecided(
            `The text has ${text.length} characters, which is too long for matching it against the pattern ${expression.source} in reasonable time`,
          );
      }
      return expression.test(text);
    },
  };
}

function growsAsPower({ source, flags }: RegExp): boolean {
  const parsed = parse(source);
  if (parsed === undefined || parsed.features.has('modifiers')) return false;
  const machine = automaton(parsed.expression, {
    ranges: 'unbounded',
    floating: true,
    ignoreCase: flags.includes('i'),
    maxPositions: 1000,
    maxEdges: 20_000,
  });
  return machine !== undefined && ambiguity(machine) !== 'exponential';
}
