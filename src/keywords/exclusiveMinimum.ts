import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('exclusiveMinimum');

export const exclusiveMinimum: Keyword = {
  name: 'exclusiveMinimum',
  on: 'number',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
