import type { Document } from '../../ir/shape.js';
import type { Context } from '../context.js';
import { demoteFacets } from './facets.js';
import { renameKeys } from './keys.js';
import { fitLiterals } from './literals.js';
import { rewrite } from './rewrite.js';

/** Pass: what concerns a node by itself, in one walk: literals first, since a bound may become an enumeration. */
export function fitNodes(document: Document, context: Context): Document {
  return rewrite(document, (shape) => renameKeys(demoteFacets(fitLiterals(shape, context), context), context));
}
