import type { Keyword } from './keyword.js';

export const uniqueItems: Keyword = {
  name: 'uniqueItems',
  on: 'array',
  hint: ({ value }) => (value === true ? 'No item twice.' : undefined),
};
