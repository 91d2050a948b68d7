import { wireFormatAdmits } from '../../answer/wire-formats.js';
import type { Draw } from '../random.js';
import { textOfFormat } from './formats.js';
import { expressionOf, textOfPattern } from './pattern.js';
import { words } from './words.js';

const TRIES = 20;

export interface TextRules {
  readonly format?: unknown;
  readonly pattern?: unknown;
  readonly minLength?: unknown;
  readonly maxLength?: unknown;
}

/** A text that a schema admits. Where format and pattern are at odds, the pattern wins. */
export function text({ format, pattern, minLength, maxLength }: TextRules, draw: Draw): string {
  const isPattern = typeof pattern === 'string';
  if (typeof format === 'string') {
    const expression = isPattern ? expressionOf(pattern) : undefined;
    for (let turn = 0; turn < TRIES; turn++) {
      const found = textOfFormat(format, draw);
      if (found === undefined) break;
      if (!expression || expression.test(found)) return found;
    }
  }
  if (isPattern) {
    let found: string | undefined;
    for (let turn = 0; turn < TRIES; turn++) {
      found = textOfPattern(pattern, draw);
      if (found === undefined || typeof format !== 'string' || wireFormatAdmits(format, found)) break;
    }
    if (found !== undefined) return found;
  }
  return ofLength(words(draw), minLength, maxLength);
}

/** Lengths are no part of what a target takes, but tools that are not strict may have them. */
function ofLength(found: string, least: unknown, most: unknown): string {
  const points = [...found];
  if (typeof least === 'number') while (points.length < Math.min(least, 1000)) points.push('a');
  return (typeof most === 'number' ? points.slice(0, Math.max(0, most)) : points).join('').trim() || points.join('');
}
