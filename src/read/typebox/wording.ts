import { describe } from '../json-schema/scope.js';

/** TypeBox's own words as a sentence that also says what was found, where that is short. */
export function sentence(words: string, found: unknown): string {
  const text = words.charAt(0).toUpperCase() + words.slice(1).replace(/\.$/, '');
  const short = typeof found !== 'object' || found === null;
  return short || /^(expected|must be) \w+$/i.test(words) ? `${text}, but this is ${describe(found)}.` : `${text}.`;
}
