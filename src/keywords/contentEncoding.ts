import type { Keyword } from './keyword.js';

export const contentEncoding: Keyword = {
  name: 'contentEncoding',
  on: 'string',
  hint: ({ value }) => (typeof value === 'string' && /^[\w.+-]{1,40}$/.test(value) ? `Encoded as ${value}.` : undefined),
};
