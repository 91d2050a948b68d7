import { condition } from './clauses.js';
import { demandedKeys } from './demanded-keys.js';
import type { Keyword } from './keyword.js';
import { named } from './phrase.js';
import { predicate } from './predicate.js';

/** Alternatives told in one sentence. */
const MOST = 5;

export const anyOf: Keyword = {
  name: 'anyOf',
  on: 'any',
  hint({ value }) {
    if (!Array.isArray(value) || value.length < 2) return undefined;
    const keys = demandedKeys(value);
    if (keys !== undefined) return `At least one of: ${[...new Set(keys)].map(named).join(', ')}.`;
    const texts = value.length <= MOST ? value.map(alternative) : [];
    return texts.length > 0 && texts.every((text) => text !== undefined)
      ? `At least one of these holds: ${texts.join('; ')}.`
      : undefined;
  },
};

function alternative(schema: unknown): string | undefined {
  const clauses = condition(schema);
  if (clauses !== undefined) return clauses.join(' and ');
  const words = predicate(schema);
  return words && `it ${words}`;
}
