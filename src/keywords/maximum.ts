import type { Keyword } from './keyword.js';
import { rangeHint, rangeOf } from './range.js';

const range = rangeOf('maximum');

export const maximum: Keyword = {
  name: 'maximum',
  on: 'number',
  hint: (facet, shape) => rangeHint(range, [facet], shape),
};
