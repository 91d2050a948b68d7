import type { Contradiction, Described } from './described.js';
import { plainSentences } from './described.js';

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const AFTER = String.raw`(?![\d.,]*\d|\s*%|\s*(?:x|×)\b)`;
const UNIT = String.raw`(?:\s+([a-z]+))?`;

interface Stated {
  readonly least?: number;
  readonly most?: number;
  readonly unit: string;
  readonly words: string;
}

/** How bounds are said; the first group is the lower or only number. */
const FORMS: readonly { readonly form: RegExp; readonly bounds: 'both' | 'least' | 'most' }[] = [
  { form: new RegExp(`\\bbetween ${NUMBER} and ${NUMBER}${AFTER}${UNIT}`, 'gi'), bounds: 'both' },
  {
    form: new RegExp(`\\b(?:range|from) (?:of |is |from )?${NUMBER} (?:to|through) ${NUMBER}${AFTER}${UNIT}`, 'gi'),
    bounds: 'both',
  },
  {
    form: new RegExp(`\\b(?:at most|no more than|not more than|up to|maximum (?:of )?) ?${NUMBER}${AFTER}${UNIT}`, 'gi'),
    bounds: 'most',
  },
  {
    form: new RegExp(`\\b(?:at least|no (?:less|fewer) than|minimum (?:of )?) ?${NUMBER}${AFTER}${UNIT}`, 'gi'),
    bounds: 'least',
  },
];

const UNITS = {
  number: /^(?:inclusive|and|the|exclusive)?$/i,
  string: /^(?:characters?|chars?|letters?)$/i,
  array: /^(?:items?|elements?|entries|values)$/i,
} as const;

const KEYWORDS = {
  number: { least: ['minimum', 'exclusiveMinimum'], most: ['maximum', 'exclusiveMaximum'] },
  string: { least: ['minLength'], most: ['maxLength'] },
  array: { least: ['minItems'], most: ['maxItems'] },
} as const;

/** "At most 10 items" where the schema takes 5, "between 1 and 5" where it ends at 4. */
export const bounds: Contradiction = (described) => {
  const { kind } = described.shape;
  if (kind !== 'number' && kind !== 'string' && kind !== 'array') return undefined;
  const stated = plainSentences(described)
    .flatMap(statedIn)
    .filter(({ unit }) => UNITS[kind].test(unit));
  // Of several statements none is surely about the value itself.
  const [only] = stated;
  if (only === undefined || stated.length > 1) return undefined;
  const most = boundOf(described, KEYWORDS[kind].most, Math.min);
  const least = boundOf(described, KEYWORDS[kind].least, Math.max);
  if (only.most !== undefined && most !== undefined && only.most > most.value)
    return `${JSON.stringify(only.words)}, and the schema has \`${most.keyword}\` ${most.value}`;
  if (only.least !== undefined && least !== undefined && only.least < least.value)
    return `${JSON.stringify(only.words)}, and the schema has \`${least.keyword}\` ${least.value}`;
  if (only.most !== undefined && least !== undefined && only.most < least.value)
    return `${JSON.stringify(only.words)}, and the schema has \`${least.keyword}\` ${least.value}`;
  if (only.least !== undefined && most !== undefined && only.least > most.value)
    return `${JSON.stringify(only.words)}, and the schema has \`${most.keyword}\` ${most.value}`;
  return undefined;
};

function statedIn(sentence: string): readonly Stated[] {
  return FORMS.flatMap(({ form, bounds: which }) =>
    [...sentence.matchAll(form)].map((match): Stated => {
      const [words, first, second] = match;
      const unit = match.at(-1) ?? '';
      if (which === 'both') return { least: Number(first), most: Number(second), unit, words };
      return which === 'most' ? { most: Number(first), unit, words } : { least: Number(first), unit, words };
    }),
  );
}

function boundOf(
  { facets }: Described,
  keywords: readonly string[],
  tightest: (...values: number[]) => number,
): { readonly keyword: string; readonly value: number } | undefined {
  const found = facets.flatMap(({ keyword, value }) =>
    keywords.includes(keyword) && typeof value === 'number' ? [{ keyword, value }] : [],
  );
  const value = tightest(...found.map((each) => each.value));
  return found.find((each) => each.value === value);
}
