import type { Keyword } from './keyword.js';
import { shortened } from './phrase.js';

/** Longer expressions cost the model more than they tell it. */
const LONGEST = 160;

export const pattern: Keyword = {
  name: 'pattern',
  on: 'string',
  hint({ value, flags }) {
    if (typeof value !== 'string' || /^(?:\^?(?:\.\*|\[\s\S\]\*)?\$?)$/.test(value)) return undefined;
    return `Must match ${expressionWords(value, flags)}.`;
  },
};

/** `the regular expression …`, cut where it is long. */
export function expressionWords(source: string, flags = ''): string {
  const ignoring = flags.includes('i') ? ', ignoring case' : '';
  if (source.length <= LONGEST) return `the regular expression \`${source}\`${ignoring}`;
  return `a regular expression that begins with \`${shortened(source, LONGEST).slice(0, -1)}\``;
}
