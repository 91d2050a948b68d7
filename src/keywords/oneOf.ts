import { demandedKeys } from './demanded-keys.js';
import type { Keyword } from './keyword.js';
import { named } from './phrase.js';

export const oneOf: Keyword = {
  name: 'oneOf',
  on: 'any',
  hint({ value }) {
    if (!Array.isArray(value) || value.length < 2) return undefined;
    const keys = demandedKeys(value);
    return keys === undefined
      ? 'Must fit exactly one of the alternatives, not several.'
      : `Exactly one of: ${keys.map(named).join(', ')}.`;
  },
};
