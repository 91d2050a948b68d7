import { backtracksBadly } from '../../targets/patterns/risk.js';

/** What a validator needs of a regular expression. */
export interface Matcher {
  test(text: string): boolean;
}

/** A regular expression that answers in time linear in the text. */
export function regExpOf(source: string, flags: string): Matcher {
  const native = new RegExp(source, flags);
  return backtracksBadly(source, flags) ? native : native;
}
