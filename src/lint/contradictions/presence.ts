import type { Contradiction } from './described.js';

const OPTIONAL =
  /^[([]?optional[)\]]?\s*(?:[.:;,–-]|$)|^[([]optional[)\]]|[([]optional\b[^()[\]]*[)\]]\.?$|^(?:optional (?:parameter|field|argument|property)|not required)\.?$|\b(?:this|the) (?:field|property|parameter|argument|value) (?:is optional|(?:may|can) be (?:omitted|left out))\b|^(?:may|can) be omitted\b/i;
/** A later sentence that begins so may be about something else, unless it says nothing more. */
const ALONE = /^[([]?optional(?: (?:parameter|field|argument|property))?[)\]]?\.?$/i;
const REQUIRED =
  /^[([]?(?:required|mandatory)[)\]]?\s*(?:[.:;–-]|$)|^[([](?:required|mandatory)[)\]]|[([](?:required|mandatory)[)\]]\.?$|\b(?:this|the) (?:field|property|parameter|argument) (?:is (?:required|mandatory)|must (?:always )?be (?:provided|given|present|specified))\.?$/i;
const CONDITIONAL = /\b(?:if|when|unless|for|by|in|with|only|except|either|or|one of|depend)/i;

/** "Optional." of a required property, "(required)" of an optional one. */
export const presence: Contradiction = ({ text, sentences, key, required, isNullable, default: preset }) => {
  // One that has a default or may be null can well be called optional.
  if (key === undefined || isNullable || preset !== undefined) return undefined;
  const [first = ''] = sentences;
  if (
    required &&
    (OPTIONAL.test(first) || sentences.some((each) => OPTIONAL.test(each) && (ALONE.test(each) || !/^[([]?optional/i.test(each))))
  )
    return `that \`${key}\` is optional, and the schema requires it`;
  if (!required && sentences.some((each) => REQUIRED.test(each)) && !CONDITIONAL.test(text.replace(/^[^.;]*[.;]/, '')))
    return `that \`${key}\` is required, and the schema lets it be left out`;
  return undefined;
};
