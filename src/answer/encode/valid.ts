import type { Json } from '../../ir/json.js';
import type { Finisher } from '../../read/source.js';
import type { FormatTest } from '../constraints.js';
import { EncodeError } from '../encode-error.js';
import type { Lowered } from '../lowered.js';
import { encode } from './index.js';

/** Checks a source value against the user's own schema, then lowers it. Throws `EncodeError`, and nothing else. */
export function encodeValid(
  lowered: Lowered,
  schema: Finisher,
  value: unknown,
  maxDepth: number,
  formatAdmits: FormatTest,
): Json {
  const checked = schema.finish(value);
  // A schema that needs promises can't be asked here; what is encoded is checked again when it comes back.
  if ('issues' in checked && !checked.issues.every((issue) => issue.code === 'async-schema'))
    throw new EncodeError(checked.issues);
  const result = encode(lowered, value, maxDepth, formatAdmits);
  if ('issues' in result) throw new EncodeError(result.issues);
  return result.wire;
}
