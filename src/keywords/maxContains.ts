import type { Keyword } from './keyword.js';

/** Says nothing without `contains`, in whose sentence it is worded. */
export const maxContains: Keyword = {
  name: 'maxContains',
  on: 'array',
  hint: () => undefined,
};
