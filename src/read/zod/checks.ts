import { boundWords } from './bound-words.js';
import { type Bound, type Checks, readBound, type Subject } from './bounds.js';
import { addFacet, refine } from './facets.js';
import type { FormatCheck } from './format-table.js';
import { formatFacets, formatWords } from './formats.js';

interface Checked {
  readonly check?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[] | undefined;
}

type Check =
  | FormatCheck
  | Bound
  | { readonly check: 'custom'; readonly fn?: unknown; readonly error?: unknown }
  | { readonly check: 'overwrite' | 'describe' | 'meta' };

/**
 * The facets of a schema's checks. A check that follows one which may replace the value (`trim`, `url`, a custom check)
 * speaks about the new value: it bears on the input in words only, never as a keyword.
 */
export function readChecks(def: Checked, path: string, subject: Subject): Checks {
  const into: Checks = { facets: [], integer: false, safe: false };
  let changed = false;
  if (def.check !== undefined) changed = readCheck(def as Check, path, subject, false, into);
  if (def.checks)
    for (const { _zod } of def.checks) changed = readCheck(_zod.def as Check, path, subject, changed, into) || changed;
  return into;
}

/** Returns whether the value may be another one afterwards. */
function readCheck(check: Check, path: string, subject: Subject, changed: boolean, into: Checks): boolean {
  switch (check.check) {
    case 'describe':
    case 'meta':
      return false;
    case 'overwrite':
      return true;
    case 'custom':
      into.facets.push(refine(path, messageOf(check.error)));
      return check.fn === undefined;
    case 'string_format':
      if (subject === 'string' && !changed) for (const facet of formatFacets(check, path)) addFacet(into.facets, facet);
      else into.facets.push(refine(path, formatWords(check)));
      return check.format === 'url';
    default:
      if (changed || !readBound(check, path, subject, into)) into.facets.push(refine(path, boundWords(check, subject)));
      return false;
  }
}

/** The user's message, if it is a constant: Zod wraps a string into a function of no parameters. */
function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'function' || error.length > 0) return undefined;
  try {
    const message: unknown = error();
    if (typeof message !== 'string' || message.trim() === '') return undefined;
    const text = message.trim();
    return /[.!?]$/.test(text) ? text : `${text}.`;
  } catch {
    return undefined;
  }
}
