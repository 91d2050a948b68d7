import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { eachChild } from '../ir/children.js';
import { isRecord } from '../ir/json.js';
import { matcher } from '../ir/matcher.js';
import type { Facet, Shape } from '../ir/shape.js';
import type { Issue, Source, Step } from '../read/source.js';
import { backtracksBadly } from '../targets/patterns/risk.js';
import { regExpOf } from './json-schema/patterns/index.js';

/** Longest text that is given to a library whose pattern may backtrack catastrophically, even where a linear engine says that it matches. */
const LONGEST = 10_000;
const MOST_STEPS = 100_000;

/**
 * The source with its catastrophic patterns tried first on an engine of linear time: a text that does not match never
 * reaches the library's own regular expression. JSON Schema needs no guard, its validator has such an engine itself.
 */
export function guarded(source: Source): Source {
  if (source.dialect === 'json-schema') return source;
  let risky: boolean | undefined;
  const refused = (value: unknown): readonly Issue[] | undefined => {
    risky ??= riskyPatterns(source).length > 0;
    const issues = risky ? look(source, value) : [];
    return issues.length > 0 ? issues : undefined;
  };
  return {
    ...source,
    finish(value) {
      const issues = refused(value);
      return issues ? { issues } : source.finish(value);
    },
    async finishAsync(value) {
      const issues = refused(value);
      return issues ? { issues } : source.finishAsync(value);
    },
  };
}

/** What `diagnostics` says of patterns that a library matches by backtracking. */
export function riskyPatterns(source: Source): readonly Diagnostic[] {
  if (source.dialect === 'json-schema') return [];
  const found = new Map<string, Diagnostic>();
  const walk = (shape: Shape): void => {
    for (const facet of shape.facets ?? []) if (isRisky(facet)) found.set(facet.path, diagnostic(facet));
    eachChild(shape, walk);
  };
  walk(source.document.root);
  for (const shape of source.document.definitions.values()) walk(shape);
  return [...found.values()];
}

function isRisky(facet: Facet): boolean {
  return facet.keyword === 'pattern' && typeof facet.value === 'string' && backtracksBadly(facet.value, facet.flags);
}

function diagnostic(facet: Facet): Diagnostic {
  return {
    code: 'risky-pattern',
    severity: 'warning',
    path: facet.path,
    message: `The pattern ${String(facet.value)} can take very long on some texts. They are kept from it by a check of linear time, and texts of more than ${LONGEST} characters are refused.`,
    help: 'Rewrite it without nested or neighbouring repetitions of the same characters.',
  };
}

/** Walks the value along the source shapes and tries every text against the risky patterns that stand there. */
function look({ document }: Source, root: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  const stack: { readonly shape: Shape; readonly value: unknown; readonly path: readonly Step[] }[] = [
    { shape: document.root, value: root, path: [] },
  ];
  for (let steps = 0, next = stack.pop(); next && steps < MOST_STEPS; next = stack.pop(), steps++) {
    const { shape, value, path } = next;
    if (typeof value === 'string')
      for (const facet of shape.facets ?? []) if (isRisky(facet)) issues.push(...tried(facet, value, path));
    const push = (child: Shape | undefined, part: unknown, ...step: Step[]) =>
      child && stack.push({ shape: child, value: part, path: [...path, ...step] });
    switch (shape.kind) {
      case 'ref':
        push(document.definitions.get(shape.name), value);
        break;
      case 'union':
      case 'loose':
        for (const option of shape.options) push(option, value);
        break;
      case 'all':
        for (const part of shape.parts) push(part, value);
        break;
      case 'array':
        if (Array.isArray(value))
          for (const [index, item] of value.entries()) push(shape.prefix[index] ?? shape.items, item, index);
        break;
      case 'instance':
        if (value instanceof Set) for (const item of value) push(shape.parts[0], item);
        if (value instanceof Map)
          for (const [key, held] of value) {
            push(shape.parts[0], key);
            push(shape.parts[1], held);
          }
        break;
      case 'object':
        if (!isRecord(value)) break;
        for (const key of Object.keys(value)) {
          const declared = shape.properties.find((property) => property.key === key)?.shape;
          const matching = shape.patterns.filter((entry) => !backtracksBadly(entry.pattern) && matcher(entry.pattern)(key));
          push(shape.keys, key, key);
          if (declared) push(declared, value[key], key);
          for (const entry of matching) push(entry.shape, value[key], key);
          if (!declared && matching.length === 0) push(shape.rest, value[key], key);
        }
        break;
    }
  }
  return issues;
}

function tried(facet: Facet, text: string, path: readonly Step[]): readonly Issue[] {
  const issue = (message: string): readonly Issue[] => [{ path, code: 'pattern', message, value: text }];
  if (text.length > LONGEST)
    return issue(
      `The text has ${text.length} characters, and at most ${LONGEST} are given to the pattern ${String(facet.value)}, which may take very long.`,
    );
  try {
    return regExpOf(String(facet.value), facet.flags ?? '').test(text)
      ? []
      : issue(`The text does not match the pattern ${String(facet.value)}.`);
  } catch (error) {
    return issue(`${error instanceof Error ? error.message : String(error)}.`);
  }
}
