import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('minimum');

export const minimum: Keyword = {
  name: 'minimum',
  on: 'number',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
