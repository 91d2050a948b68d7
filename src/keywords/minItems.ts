import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('minItems');

export const minItems: Keyword = {
  name: 'minItems',
  on: 'array',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
