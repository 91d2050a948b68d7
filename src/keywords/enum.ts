import type { Keyword } from './keyword.js';
import { MAX_NAMED, quotedList } from './phrase.js';

const enumeration: Keyword = {
  name: 'enum',
  on: 'any',
  hint({ value }) {
    if (!Array.isArray(value) || value.length === 0) return undefined;
    const texts = quotedList(value);
    if (texts === undefined) return undefined;
    if (value.length === 1) return `Exactly ${texts[0]}.`;
    return value.length <= MAX_NAMED
      ? `One of: ${texts.join(', ')}.`
      : `One of ${value.length} values, such as ${texts.join(', ')}.`;
  },
};

export { enumeration as enum };
