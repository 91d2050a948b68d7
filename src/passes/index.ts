import type { Document, Kind } from '../ir/shape.js';
import { mergeAllOf } from './canonical/merge.js';
import { settleAndSimplify } from './canonical/settle.js';
import { unrollRecursion } from './canonical/unroll.js';
import type { Context } from './context.js';
import type { Features } from './features.js';
import { fitBudget } from './fitting/budget.js';
import { requireFallbacks } from './fitting/fallbacks.js';
import { assembleFields } from './fitting/fields.js';
import { fitNodes } from './fitting/nodes.js';
import { wrapRoot } from './fitting/root.js';
import { shareDefinitions } from './fitting/share.js';
import { tabulate } from './fitting/tables.js';
import { settleUnions } from './fitting/unions.js';
import { lowerStructure } from './structural/index.js';

export interface Pass {
  readonly name: string;
  readonly group: 'canonical' | 'structural' | 'fitting';
  /** Kinds of shape that are gone once it ran. */
  readonly eliminates: readonly Kind[];
  /** Whether there is anything for it to do, as seen when its group began. Default: always. */
  needed?(features: Features): boolean;
  run(document: Document, context: Context): Document;
}

/**
 * The pipeline, in three groups; a pass relies on earlier groups only, but for fitting, where the order is:
 * single nodes first; tables before the budget (references must not go in circles to be counted); what the library
 * fills in before the budget, which it costs nothing of; the budget before fields (which records its choices); unions
 * on the final wire; then what is shared, and the root last.
 */
export const PASSES: readonly Pass[] = Object.freeze([
  { name: 'unroll-recursion', group: 'canonical', eliminates: [], needed: ({ kinds }) => kinds.has('ref'), run: unrollRecursion },
  { name: 'merge-all-of', group: 'canonical', eliminates: ['all'], needed: ({ kinds }) => kinds.has('all'), run: mergeAllOf },
  { name: 'settle', group: 'canonical', eliminates: ['loose'], run: settleAndSimplify },
  { name: 'structure', group: 'structural', eliminates: ['any', 'instance'], run: lowerStructure },
  { name: 'nodes', group: 'fitting', eliminates: [], run: fitNodes },
  { name: 'tables', group: 'fitting', eliminates: [], needed: ({ kinds }) => kinds.has('ref'), run: tabulate },
  { name: 'fallbacks', group: 'fitting', eliminates: [], needed: ({ optional }) => optional, run: requireFallbacks },
  {
    name: 'budget',
    group: 'fitting',
    eliminates: [],
    needed: ({ kinds, optional }) => optional || kinds.has('union'),
    run: fitBudget,
  },
  { name: 'fields', group: 'fitting', eliminates: [], needed: ({ kinds }) => kinds.has('object'), run: assembleFields },
  {
    name: 'unions',
    group: 'fitting',
    eliminates: [],
    needed: ({ kinds, optional }) => optional || kinds.has('union'),
    run: settleUnions,
  },
  { name: 'share', group: 'fitting', eliminates: [], run: shareDefinitions },
  { name: 'root', group: 'fitting', eliminates: [], run: wrapRoot },
] satisfies Pass[]);
