import type { Keyword } from './keyword.js';

export const contentMediaType: Keyword = {
  name: 'contentMediaType',
  on: 'string',
  hint: ({ value }) =>
    typeof value === 'string' && /^[\w.+-]{1,40}\/[\w.+*-]{1,80}$/.test(value)
      ? `Content of the media type ${value}.`
      : undefined,
};
