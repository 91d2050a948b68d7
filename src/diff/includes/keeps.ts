import { formatOf } from '../../finish/json-schema/formats.js';
import { firstDuplicate } from '../../ir/duplicates.js';
import { isRecord } from '../../ir/json.js';
import { matcher } from '../../ir/matcher.js';
import type { Facet, Shape } from '../../ir/shape.js';
import { backtracksBadly } from '../../targets/patterns/risk.js';
import type { Asked } from './admits.js';
import type { Answer } from './answer.js';
import { withoutIndex } from './facet.js';

/** Whether a value keeps a constraint of a shape. */
export function keeps({ keyword, value: limit, flags, path }: Facet, value: unknown, shape: Shape, asked: Asked): Answer {
  const size = typeof limit === 'number' ? limit : Number.NaN;
  switch (keyword) {
    case 'minimum':
      return typeof value !== 'number' || value >= size;
    case 'maximum':
      return typeof value !== 'number' || value <= size;
    case 'exclusiveMinimum':
      return typeof value !== 'number' || value > size;
    case 'exclusiveMaximum':
      return typeof value !== 'number' || value < size;
    case 'multipleOf':
      if (typeof value !== 'number') return true;
      return Number.isSafeInteger(value) && Number.isSafeInteger(limit) && size !== 0 ? value % size === 0 : undefined;
    case 'minLength':
    case 'maxLength': {
      if (typeof value !== 'string') return true;
      // One character may count twice, or several as one: only where all agree there is an answer.
      const keepsIt = (length: number) => (keyword === 'minLength' ? length >= size : length <= size);
      return /^[\u0020-\u007e]*$/.test(value) ? keepsIt(value.length) : undefined;
    }
    case 'pattern':
      if (typeof value !== 'string') return true;
      if (asked.dialect === 'zod' && asked.hasCode(withoutIndex(path))) return undefined;
      return (flags === undefined || flags === 'u') && !backtracksBadly(String(limit))
        ? matcher(String(limit))(value)
        : undefined;
    case 'format':
      if (asked.dialect === 'json-schema') return hasFormat(String(limit), value);
      return typeof value === (shape.kind === 'number' ? 'number' : 'string') ? undefined : true;
    case 'minItems':
      return !Array.isArray(value) || value.length >= size;
    case 'maxItems':
      return !Array.isArray(value) || value.length <= size;
    case 'uniqueItems':
      return !Array.isArray(value) || firstDuplicate(value) === undefined;
    case 'minProperties':
      return !isRecord(value) || Object.keys(value).length >= size;
    case 'maxProperties':
      return !isRecord(value) || Object.keys(value).length <= size;
    case 'contentEncoding':
    case 'contentMediaType':
      return true;
    default:
      return undefined;
  }
}

/** A format that is not known is only an annotation. */
function hasFormat(name: string, value: unknown): Answer {
  const format = formatOf(name);
  if (!format || typeof value !== format.kind) return true;
  try {
    return format.test(value as never);
  } catch {
    return undefined;
  }
}
