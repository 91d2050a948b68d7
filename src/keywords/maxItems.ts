import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('maxItems');

export const maxItems: Keyword = {
  name: 'maxItems',
  on: 'array',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
