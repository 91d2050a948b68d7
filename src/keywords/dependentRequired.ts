import { isRecord } from '../ir/json.js';
import type { Keyword } from './keyword.js';
import { joined, MAX_NAMED, quoted, strings } from './phrase.js';

export const dependentRequired: Keyword = {
  name: 'dependentRequired',
  on: 'object',
  hint: ({ value }) => dependencyHint(value),
};

/** `{ a: ['b', 'c'] }`: If "a" is present, "b" and "c" are required. Whatever is no list of names is passed over. */
export function dependencyHint(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).slice(0, MAX_NAMED);
  const lines = entries.flatMap(([key, needed]) => {
    const keys = strings(needed);
    if (keys === undefined || keys.length > MAX_NAMED) return [];
    return [
      `If ${quoted(key)} is present, ${joined(
        keys.map((one) => quoted(one) as string),
        'and',
      )} ${keys.length === 1 ? 'is' : 'are'} required.`,
    ];
  });
  return lines.length === 0 ? undefined : lines.join(' ');
}
