import { isRecord } from '../ir/json.js';
import { consequences } from './clauses.js';
import type { Keyword } from './keyword.js';
import { joined, MAX_NAMED, quoted } from './phrase.js';

export const dependentSchemas: Keyword = {
  name: 'dependentSchemas',
  on: 'object',
  hint: ({ value }) => schemasHint(value),
};

/** What each schema demands once its property is present, as far as there are words. */
export function schemasHint(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const lines = Object.entries(value)
    .slice(0, MAX_NAMED)
    .flatMap(([key, schema]) => {
      if (schema === false) return [`${quoted(key)} must be absent.`];
      const then = consequences(schema);
      return then.length === 0 ? [] : [`If ${quoted(key)} is present, ${joined(then, 'and')}.`];
    });
  return lines.length === 0 ? undefined : lines.join(' ');
}
