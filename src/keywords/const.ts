import type { Keyword } from './keyword.js';
import { quoted } from './phrase.js';

const constant: Keyword = {
  name: 'const',
  on: 'any',
  hint({ value }) {
    const text = quoted(value);
    return text === undefined ? undefined : `Exactly ${text}.`;
  },
};

export { constant as const };
