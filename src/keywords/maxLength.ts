import { codePoints } from './code-points.js';
import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('maxLength');

export const maxLength: Keyword = {
  name: 'maxLength',
  on: 'string',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
  admits: (limit, value) => typeof limit !== 'number' || typeof value !== 'string' || codePoints(value) <= limit,
};
