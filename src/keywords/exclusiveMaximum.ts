import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('exclusiveMaximum');

export const exclusiveMaximum: Keyword = {
  name: 'exclusiveMaximum',
  on: 'number',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
