import { isRecord } from '../ir/json.js';
import { condition } from './clauses.js';
import type { Keyword } from './keyword.js';
import { expressionWords } from './pattern.js';
import { joined, MAX_NAMED, named, quotedList, sentence, strings } from './phrase.js';
import { predicate } from './predicate.js';
import { significant } from './significant.js';

export const not: Keyword = {
  name: 'not',
  on: 'any',
  hint({ value }) {
    if (!isRecord(value)) return undefined;
    const keywords = significant(value).filter(
      (keyword) => !(keyword === 'type' && value.type === 'object' && 'required' in value),
    );
    if (keywords.length === 1) {
      const words = alone(keywords[0] as string, value);
      if (words !== undefined) return words;
    }
    const clauses = keywords.includes('properties') ? condition(value) : undefined;
    if (clauses !== undefined)
      return `Not allowed: ${clauses.map((clause) => (clause.endsWith('or is absent') && clauses.length > 1 ? `(${clause})` : clause)).join(' and ')}.`;
    return undefined;
  },
};

function alone(keyword: string, schema: Readonly<Record<string, unknown>>): string | undefined {
  const value = schema[keyword];
  switch (keyword) {
    case 'required': {
      const keys = strings(value);
      if (keys === undefined || keys.length > MAX_NAMED) return undefined;
      return keys.length === 1
        ? `Without ${named(keys[0] as string)}.`
        : `Not with all of ${joined(keys.map(named), 'and')} together.`;
    }
    case 'enum': {
      const texts = Array.isArray(value) && value.length > 1 && value.length <= MAX_NAMED ? quotedList(value) : undefined;
      return texts && `None of: ${texts.join(', ')}.`;
    }
    case 'pattern':
      return typeof value === 'string' ? `Must not match ${expressionWords(value)}.` : undefined;
    case 'anyOf': {
      const options =
        Array.isArray(value) && value.length <= MAX_NAMED
          ? value.map((option) =>
              isRecord(option) && significant(option).join() === 'required' ? strings(option.required) : undefined,
            )
          : [];
      return options.length > 0 && options.every((keys) => keys?.length === 1)
        ? `Without ${joined(
            options.map((keys) => named((keys as string[])[0] as string)),
            'or',
          )}.`
        : undefined;
    }
    default: {
      const words = predicate(schema);
      return words?.startsWith('is ') ? sentence(`not ${words.slice(3)}`) : undefined;
    }
  }
}
