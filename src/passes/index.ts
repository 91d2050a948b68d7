import { eachChild } from '../ir/children.js';
import type { Document, Kind } from '../ir/shape.js';
import { mergeAllOf } from './canonical/merge.js';
import { settleOpenness } from './canonical/openness.js';
import { simplify } from './canonical/simplify.js';
import { unrollRecursion } from './canonical/unroll.js';
import type { Context } from './context.js';
import { fitBudget } from './fitting/budget.js';
import { demoteFacets } from './fitting/facets.js';
import { assembleFields } from './fitting/fields.js';
import { renameKeys } from './fitting/keys.js';
import { fitLiterals } from './fitting/literals.js';
import { wrapRoot } from './fitting/root.js';
import { shareDefinitions } from './fitting/share.js';
import { tabulate } from './fitting/tables.js';
import { settleUnions } from './fitting/unions.js';
import { lowerStructure, RULES } from './structural/index.js';

export interface Pass {
  readonly name: string;
  readonly group: 'canonical' | 'structural' | 'fitting';
  /** Kinds of shape that are gone once it ran; it is skipped where none is there. */
  readonly eliminates: readonly Kind[];
  /** It also does what no kind of shape shows, so it is never skipped. */
  readonly always?: true;
  run(document: Document, context: Context): Document;
}

/**
 * The pipeline, in three groups; a pass relies on earlier groups only, but for fitting, where the order is:
 * constraints before names (a demoted pattern changes nothing below), tables before the budget (they add no optionals
 * but are counted once), the budget before fields (which records its choices), unions last, on the final wire.
 */
export const PASSES: readonly Pass[] = Object.freeze([
  { name: 'unroll-recursion', group: 'canonical', eliminates: [], run: unrollRecursion },
  { name: 'merge-all-of', group: 'canonical', eliminates: ['all'], run: mergeAllOf },
  { name: 'openness', group: 'canonical', eliminates: ['loose'], always: true, run: (document, context) => settleOpenness(document, context.options.openness ?? 'close', context.findings) },
  { name: 'simplify', group: 'canonical', eliminates: [], run: simplify },
  { name: 'structure', group: 'structural', eliminates: ['any', 'instance'], always: true, run: lowerStructure },
  { name: 'literals', group: 'fitting', eliminates: [], run: fitLiterals },
  { name: 'facets', group: 'fitting', eliminates: [], run: demoteFacets },
  { name: 'keys', group: 'fitting', eliminates: [], run: renameKeys },
  { name: 'tables', group: 'fitting', eliminates: [], run: tabulate },
  { name: 'budget', group: 'fitting', eliminates: [], run: fitBudget },
  { name: 'fields', group: 'fitting', eliminates: [], run: assembleFields },
  { name: 'unions', group: 'fitting', eliminates: [], run: settleUnions },
  { name: 'share', group: 'fitting', eliminates: [], run: shareDefinitions },
  { name: 'root', group: 'fitting', eliminates: [], run: wrapRoot },
] satisfies Pass[]);

export { RULES };

/** The kinds of shape in a document. */
export function kindsOf(document: Document): ReadonlySet<Kind> {
  const kinds = new Set<Kind>();
  const walk = (shape: Document['root']): void => {
    kinds.add(shape.kind);
    if (shape.kind === 'object' && (shape.openness === 'closed' || shape.openness === 'strip'))
      eachChild(shape, (child) => {
        if (child !== shape.rest) walk(child);
      });
    else eachChild(shape, walk);
  };
  walk(document.root);
  for (const shape of document.definitions.values()) walk(shape);
  return kinds;
}
