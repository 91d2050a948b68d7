import type { Evidence, Rule } from './profile.js';

/** A frozen rule. */
export function rule<Value>(evidence: Evidence, value: Value, source: string): Rule<Value> {
  return Object.freeze({ value: Array.isArray(value) ? (Object.freeze(value) as Value) : value, evidence, source });
}

export const GUIDE = 'docs build-with-claude/structured-outputs (2026-10-08)';
