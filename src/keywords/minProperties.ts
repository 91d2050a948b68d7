import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('minProperties');

export const minProperties: Keyword = {
  name: 'minProperties',
  on: 'object',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
