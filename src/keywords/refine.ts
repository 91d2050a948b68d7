import type { Keyword } from './keyword.js';

/** A check written in code, such as Zod's `.refine`: only its author has words for it, in `facet.hint`. */
export const refine: Keyword = {
  name: 'refine',
  on: 'any',
  hint: (facet) => facet.hint,
};
