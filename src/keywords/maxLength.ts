import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('maxLength');

export const maxLength: Keyword = {
  name: 'maxLength',
  on: 'string',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
