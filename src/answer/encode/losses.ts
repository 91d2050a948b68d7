import type { Loss } from '../../ir/shape.js';
import type { Issue } from '../../read/source.js';

const SHALLOW = new Set(['additionalProperties', 'items', 'type', 'format']);

/** Losses that explain whatever can't be said below the node: a cut recursion, a caught or coerced value. */
export function isDeep(loss: Loss): boolean {
  return loss.deep === true || !SHALLOW.has(loss.keyword);
}

/** Whether an option would say the value, but for what is narrowed or what JSON lacks. */
export function isExplained(issues: readonly Issue[]): boolean {
  return issues.length > 0 && issues.every(({ narrowedBy, code }) => narrowedBy !== undefined || code === 'not-json');
}
