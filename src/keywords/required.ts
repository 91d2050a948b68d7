import type { Keyword } from './keyword.js';
import { joined, MAX_NAMED, named, strings } from './phrase.js';

export const required: Keyword = {
  name: 'required',
  on: 'object',
  hint({ value }) {
    const keys = strings(value);
    return keys === undefined || keys.length > MAX_NAMED ? undefined : `Required: ${joined(keys.map(named), 'and')}.`;
  },
};
