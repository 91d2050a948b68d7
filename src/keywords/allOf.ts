import { consequences } from './clauses.js';
import type { Keyword } from './keyword.js';
import { MAX_NAMED, sentence } from './phrase.js';
import { predicate } from './predicate.js';

export const allOf: Keyword = {
  name: 'allOf',
  on: 'any',
  hint({ value }) {
    if (!Array.isArray(value)) return undefined;
    const lines = value.slice(0, MAX_NAMED).flatMap((schema) => {
      const words = predicate(schema);
      return words === undefined ? consequences(schema).map(sentence) : [sentence(`it ${words}`)];
    });
    return lines.length === 0 ? undefined : [...new Set(lines)].join(' ');
  },
};
