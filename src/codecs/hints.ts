import type { CodedShape } from '../ir/shape.js';
import { argument } from './codec.js';

type Hint = string | ((shape: CodedShape) => string | undefined);

/** Words for the model about the form in which a value travels; part of the description. Decoders and encoders do without them. */
const hints: ReadonlyMap<string, Hint> = new Map<string, Hint>([
  ['entries', 'One entry for each key, no key twice.'],
  ['map', 'One entry for each key, no key twice.'],
  ['set', 'No item twice.'],
  ['bigint', 'A whole number of any size, written as text.'],
  ['url', 'An absolute URL.'],
  ['bytes', 'Bytes as base64.'],
  ['maybe', 'A list of one item, or an empty list for null.'],
  [
    'table',
    'A tree as a flat list: every node has its own `id`, `root` is the id of the topmost one, and a node stands in for another by its id. Each node is used exactly once.',
  ],
  [
    'text',
    (shape) =>
      argument<{ of: string }>(shape).of === 'object'
        ? 'A JSON object, written as JSON text.'
        : 'Any JSON value, written as JSON text.',
  ],
  [
    'tuple',
    (shape) =>
      argument<{ rest: boolean }>(shape).rest ? 'A list: its first items one by one, then the others in `rest`.' : undefined,
  ],
  [
    'lists',
    (shape) =>
      argument<{ nothing: boolean }>(shape).nothing
        ? 'At most one of these lists holds one item (none: null), the others are empty.'
        : 'Exactly one of these lists holds one item, the others are empty.',
  ],
]);

export function codecHint(shape: CodedShape): string | undefined {
  const hint = hints.get(shape.codec);
  return typeof hint === 'function' ? hint(shape) : hint;
}
