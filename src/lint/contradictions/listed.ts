import type { Contradiction } from './described.js';
import { plainSentences } from './described.js';

const INTRODUCED =
  /\b(?:one of|must be(?: either)?|either|(?:allowed|valid|possible|accepted|supported|permitted) (?:values|options)(?: are)?(?: include)?|options(?: are)?|choices(?: are)?|values(?: are)?)(?: the following)?\s*:?\s*(.+)$/i;
/** Two or more quoted words with nothing but separators between them. */
const QUOTED = /^[([]?((["'`])[\w./ -]{1,40}\2(?:\s*(?:,|\||\/|or|and|, or|, and)\s*(["'`])[\w./ -]{1,40}\3)+)/;
/** The same without quotes, to the end of the sentence, after a colon. */
const BARE = /^[([]?([\w-]+(?:(?:\s*[,|]\s*(?:or |and )?|\s+or\s+)[\w-]+)+)[)\]]?\s*\.?$/;

/** "One of: a, b, c" where the enumeration has no c. */
export const listed: Contradiction = (described) => {
  const { shape } = described;
  if (shape.kind !== 'literal' || !shape.values.every((value) => typeof value === 'string')) return undefined;
  const values = new Set(shape.values.map((value) => String(value).toLowerCase()));
  for (const sentence of plainSentences(described)) {
    const named = namesIn(sentence);
    const strays = named.filter((name) => !values.has(name.toLowerCase()));
    // Other words altogether may be labels; some of the same and some that are not there are a slip.
    if (strays.length > 0 && strays.length <= named.length / 2)
      return `that ${strays.map((name) => JSON.stringify(name)).join(' and ')} can be answered, and the schema lists no such value`;
  }
  return undefined;
};

function namesIn(sentence: string): readonly string[] {
  const [whole = '', rest = ''] = INTRODUCED.exec(sentence) ?? [];
  const quoted = QUOTED.exec(rest)?.[1];
  if (quoted !== undefined) return [...quoted.matchAll(/(["'`])(.*?)\1/g)].map((match) => match[2] ?? '');
  const isList = whole
    .slice(0, whole.length - rest.length)
    .trimEnd()
    .endsWith(':');
  const bare = isList ? BARE.exec(rest)?.[1] : undefined;
  return bare === undefined ? [] : bare.split(/\s*[,|]\s*(?:or |and )?|\s+or\s+/).filter((name) => name !== '');
}
