import { isRecord } from '../ir/json.js';
import { MAX_NAMED, strings } from './phrase.js';
import { significant } from './significant.js';

/** The keys of alternatives each of which demands one property and nothing else. */
export function demandedKeys(options: readonly unknown[]): string[] | undefined {
  if (options.length > MAX_NAMED) return undefined;
  const keys = options.map((option) => {
    if (!isRecord(option)) return undefined;
    const rest = significant(option).filter((keyword) => !(keyword === 'type' && option.type === 'object'));
    const demanded = rest.length === 1 && rest[0] === 'required' ? strings(option.required) : undefined;
    return demanded?.length === 1 ? demanded[0] : undefined;
  });
  return keys.some((key) => key === undefined) ? undefined : (keys as string[]);
}
