import { FAILED, type Failed } from '../../codecs/codec.js';
import type { Json } from '../../ir/json.js';
import type { Issue } from '../../read/source.js';
import type { FormatTest } from '../constraints.js';
import type { Lowered } from '../lowered.js';
import { unreadable } from '../unreadable.js';
import { Encoder } from './encoder.js';

/** Lowers a source value that is known to be valid. Issues mean that it can't be said: `narrowedBy` names what closed it. Never throws. */
export function encode(
  lowered: Lowered,
  value: unknown,
  maxDepth: number,
  formatAdmits: FormatTest,
): { readonly wire: Json } | { readonly issues: readonly Issue[] } {
  const encoder = new Encoder(lowered, maxDepth, formatAdmits);
  let wire: Json | Failed;
  try {
    wire = encoder.lower(lowered.document.root, value);
  } catch (error) {
    return unreadable(error);
  }
  if (wire === FAILED || encoder.issues.length > 0) return { issues: encoder.issues };
  return { wire };
}
