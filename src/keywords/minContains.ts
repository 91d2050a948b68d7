import type { Keyword } from './keyword.js';

/** Says nothing without `contains`, in whose sentence it is worded. */
export const minContains: Keyword = {
  name: 'minContains',
  on: 'array',
  hint: () => undefined,
};
