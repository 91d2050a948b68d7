import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('minLength');

export const minLength: Keyword = {
  name: 'minLength',
  on: 'string',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
