import { isRecord } from '../../ir/json.js';
import type { Code, CodeStep } from '../source.js';

const TRANSFORM = Symbol.for('TypeBox.Transform');

/** The refinements and decoding functions of a node; undefined where it has none. */
export function codeOf(node: Record<string, unknown>, path: string): Code | undefined {
  const refinements = Array.isArray(node['~refine']) ? (node['~refine'] as unknown[]) : [];
  const steps: CodeStep[] = refinements.map((refinement) => ({
    text: 'refine',
    functions: isRecord(refinement) ? functionsIn(refinement, (name) => name !== 'error') : [refinement],
  }));
  for (const codec of [node['~codec'], (node as { [TRANSFORM]?: unknown })[TRANSFORM]])
    if (isRecord(codec)) steps.push({ text: 'codec', functions: functionsIn(codec, (name) => /^decode$/i.test(name)) });
  if (steps.length === 0) return undefined;
  return { path, steps, ...(steps.some(({ text }) => text === 'codec') && { changes: true }) };
}

function functionsIn(holder: Record<string, unknown>, counts: (name: string) => boolean): unknown[] {
  return Object.entries(holder)
    .filter(([name, value]) => typeof value === 'function' && counts(name))
    .map(([, value]) => value);
}
