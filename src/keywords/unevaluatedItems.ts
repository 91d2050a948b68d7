import type { Keyword } from './keyword.js';

export const unevaluatedItems: Keyword = {
  name: 'unevaluatedItems',
  on: 'array',
  hint: ({ value }) => (value === false ? 'No items but those described.' : undefined),
};
