import type { Shape } from '../../ir/shape.js';
import type { Contradiction } from './described.js';

/** Words that name the type of a value, and the kinds of shape that they leave no room for. */
const WORDS: readonly { readonly form: RegExp; readonly against: readonly Shape['kind'][]; readonly type: string }[] = [
  {
    form: /^(?:an? )?(?:integer|whole number)(?:\s*(?:[.,:;(–-]|$)| (?:value|between|from|that|of)\b)|^[^()]*\((?:integer|int)\)\.?$/i,
    against: ['string', 'boolean', 'array', 'object'],
    type: 'an integer',
  },
  {
    form: /^(?:a )?boolean(?:\s*(?:[.,:;(–-]|$)| (?:value|indicating|that|whether)\b)|^[^()]*\(bool(?:ean)?\)\.?$/i,
    against: ['string', 'number', 'array', 'object'],
    type: 'a boolean',
  },
  { form: /^(?:an? )?array of\b/i, against: ['string', 'number', 'boolean'], type: 'an array' },
  { form: /^(?:a )?list of\b/i, against: ['number', 'boolean'], type: 'a list' },
  { form: /^[^()]*\(string\)\.?$/i, against: ['number', 'boolean', 'array'], type: 'a string' },
];
/** A value of one type may be written in a text of another. */
const WRITTEN =
  /\b(?:strings?|text|json|csv|comma|separated|delimited|encoded|hex|serialized|stringified|digits|or|index|flag|expression)\b/i;
const TYPES: Partial<Record<Shape['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
};

/** "Integer …" of a string, "Array of …" of a number. */
export const kinds: Contradiction = ({ text, sentences, shape, facets }) => {
  if (facets.some(({ keyword }) => keyword === 'pattern' || keyword === 'format')) return undefined;
  const [first = ''] = sentences;
  for (const { form, against, type } of WORDS) {
    if (!form.test(first) || !against.includes(shape.kind)) continue;
    if (type !== 'a string' && WRITTEN.test(text)) continue;
    return `that it is ${type}, and the schema has ${TYPES[shape.kind]}`;
  }
  return undefined;
};
