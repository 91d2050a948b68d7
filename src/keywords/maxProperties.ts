import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('maxProperties');

export const maxProperties: Keyword = {
  name: 'maxProperties',
  on: 'object',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
