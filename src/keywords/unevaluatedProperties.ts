import type { Keyword } from './keyword.js';

export const unevaluatedProperties: Keyword = {
  name: 'unevaluatedProperties',
  on: 'object',
  hint: ({ value }) => (value === false ? 'No properties but those described.' : undefined),
};
