import { backtracksBadly } from '../targets/patterns/risk.js';
import type { Keyword } from './keyword.js';
import { shortened } from './phrase.js';

/** Longer expressions cost the model more than they tell it. */
const LONGEST = 160;
const MAX_CACHED = 500;
const compiled = new Map<string, RegExp | undefined>();

export const pattern: Keyword = {
  name: 'pattern',
  on: 'string',
  hint({ value, flags }) {
    if (typeof value !== 'string' || /^(?:\^?(?:\.\*|\[\s\S\]\*)?\$?)$/.test(value)) return undefined;
    return `Must match ${expressionWords(value, flags)}.`;
  },
  /** Expressions that JavaScript cannot read, or may take too long over, are left to those who check in earnest. */
  admits(source, value) {
    if (typeof source !== 'string' || typeof value !== 'string') return true;
    if (!compiled.has(source)) {
      if (compiled.size >= MAX_CACHED) compiled.clear();
      compiled.set(source, expression(source));
    }
    return compiled.get(source)?.test(value) ?? true;
  },
};

/** `the regular expression …`, cut where it is long. */
export function expressionWords(source: string, flags = ''): string {
  const ignoring = flags.includes('i') ? ', ignoring case' : '';
  if (source.length <= LONGEST) return `the regular expression \`${source}\`${ignoring}`;
  return `a regular expression that begins with \`${shortened(source, LONGEST).slice(0, -1)}\``;
}

function expression(source: string): RegExp | undefined {
  if (backtracksBadly(source, 'u')) return undefined;
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}
