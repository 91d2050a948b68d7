import { ambiguity } from './ambiguity.js';
import { automaton } from './automaton.js';
import { parse } from './parse.js';
import type { Expression } from './syntax.js';

const MAX_LENGTH = 2000;
const MAX_CACHED = 1000;
const cache = new Map<string, boolean>();

/**
 * Whether matching a regular expression by backtracking, as JavaScript does, may take time that grows faster than the text:
 * quadratic counts. False is an answer to rely on, true may be too careful. Never throws.
 */
export function backtracksBadly(pattern: string, flags = ''): boolean {
  if (typeof pattern !== 'string' || pattern.length > MAX_LENGTH) return true;
  const key = `${flags}/${pattern}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= MAX_CACHED) cache.clear();
  const answer = decide(pattern, flags);
  cache.set(key, answer);
  return answer;
}

function decide(pattern: string, flags: string): boolean {
  // Sets of strings; or `u{3}`, three times u, where the flag is missing.
  if (flags.includes('v') || (!flags.includes('u') && /\\u\{\d+\}/.test(pattern))) return true;
  const parsed = parse(pattern);
  if (parsed === undefined || parsed.features.has('backreference') || parsed.features.has('modifiers')) return true;
  const { expression } = parsed;
  const floating = flags.includes('m') || !anchored(expression);
  const machine = automaton(flags.includes('s') ? dotless(expression) : expression, {
    ranges: 'unbounded',
    floating,
    ignoreCase: flags.includes('i'),
    maxPositions: 1500,
    maxEdges: 40_000,
  });
  if (machine === undefined) return true;
  // Where an assertion may still fail, arriving at the last position is no match yet.
  return ambiguity(floating && asserts(expression) ? { ...machine, last: new Set() } : machine) !== 'none';
}

/** Whether every match starts at the start of the text. */
function anchored(expression: Expression): boolean {
  if (expression.kind === 'start') return true;
  if (expression.kind === 'choice') return expression.options.every(anchored);
  return expression.kind === 'sequence' && expression.items[0] !== undefined && anchored(expression.items[0]);
}

function asserts(expression: Expression): boolean {
  switch (expression.kind) {
    case 'sequence':
      return expression.items.some(asserts);
    case 'choice':
      return expression.options.some(asserts);
    case 'repeat':
      return asserts(expression.item);
    default:
      return expression.kind !== 'set';
  }
}

/** The expression with `.` as any character. Wider sets overlap more, so a negated class may become one too. */
function dotless(expression: Expression): Expression {
  switch (expression.kind) {
    case 'set':
      return expression.wild ? { ...expression, set: [0, 0x10ffff] } : expression;
    case 'sequence':
      return { kind: 'sequence', items: expression.items.map(dotless) };
    case 'choice':
      return { kind: 'choice', options: expression.options.map(dotless) };
    case 'repeat':
      return { ...expression, item: dotless(expression.item) };
    case 'look':
      return { kind: 'look', body: dotless(expression.body) };
    default:
      return expression;
  }
}
