import type { Shape } from '../../../src/ir/shape.js';
import type { Finished, Occurrence } from '../../../src/read/source.js';
import { readTypeBox } from '../../../src/read/typebox/index.js';

export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly path: string;
  readonly message: string;
  readonly help: string;
}

export interface Read {
  readonly root: unknown;
  readonly definitions: Record<string, unknown>;
  readonly findings: readonly Finding[];
  readonly occurrences: readonly Occurrence[];
  finish(value: unknown): Finished;
  finishAsync(value: unknown): Promise<Finished>;
}

/** Reads a TypeBox schema; shapes come without their paths, which have tests of their own. */
export function read(schema: object, maxDepth = 500): Read {
  const findings: Finding[] = [];
  const source = readTypeBox(schema as Record<string, unknown>, { report: (finding) => findings.push(finding) }, { maxDepth });
  return {
    root: pathless(source.document.root),
    definitions: Object.fromEntries([...source.document.definitions].map(([name, shape]) => [name, pathless(shape)])),
    findings,
    occurrences: source.occurrences(),
    finish: source.finish,
    finishAsync: source.finishAsync,
  };
}

export function pathless(shape: Shape): unknown {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, held]) => key !== 'path' && key !== 'stated' && held !== undefined)
        .map(([key, held]) => [key, strip(held)]),
    );
  };
  return strip(shape);
}

/** The shapes that the tables are written in. */
export const any = { kind: 'any' };
export const text = { kind: 'string' };
export const number = { kind: 'number', integer: false };
export const never = (reason: string) => ({ kind: 'never', reason });
export const literal = (...values: unknown[]) => ({ kind: 'literal', values });
export const union = (...options: unknown[]) => ({ kind: 'union', options });
export const all = (...parts: unknown[]) => ({ kind: 'all', parts });
export const ref = (name: string) => ({ kind: 'ref', name });
export const instance = (type: string, ...facets: unknown[]) => ({
  kind: 'instance',
  type,
  parts: [],
  ...(facets.length > 0 && { facets }),
});
export const facet = (keyword: string, value: unknown, more: object = {}) => ({ keyword, value, ...more });
export const list = (items: unknown) => ({ kind: 'array', prefix: [], items });
export const positions = (...prefix: unknown[]) => ({
  kind: 'array',
  prefix,
  items: never('the tuple has no further positions'),
});
export const object = (properties: Record<string, unknown>, optional: readonly string[] = []) => ({
  kind: 'object',
  properties: Object.entries(properties).map(([key, shape]) => ({ key, shape, required: !optional.includes(key) })),
  patterns: [],
  rest: any,
  openness: 'implicit',
});
export const map = (rest: unknown, pattern?: string, flags?: string) => ({
  kind: 'object',
  properties: [],
  patterns: [],
  rest,
  openness: 'explicit',
  ...(pattern !== undefined && {
    keys: { kind: 'string', facets: [facet('pattern', pattern, flags === undefined ? {} : { flags })] },
  }),
});
/** A record whose keys have a pattern and that says nothing of other keys. */
export function openRecord(pattern: string, value: unknown): unknown {
  return { kind: 'object', properties: [], patterns: [{ pattern, shape: value }], rest: { kind: 'any' }, openness: 'implicit' };
}
