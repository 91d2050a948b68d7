import { isRecord } from '../ir/json.js';
import { expressionWords } from './pattern.js';
import { joined, MAX_NAMED, quoted, quotedList, strings } from './phrase.js';
import { rangeOf, rangeWords } from './range.js';
import { significant } from './significant.js';

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
  array: 'a list',
  object: 'an object',
};

/** A whole schema as what is said of a value (`is "a"`, `has at least 2 items`); undefined where words fail. */
export function predicate(schema: unknown): string | undefined {
  if (!isRecord(schema)) return undefined;
  const keywords = significant(schema);
  const stated = keywords.map((keyword) => ({ keyword, value: schema[keyword] }));
  const words = new Set<string>();
  for (const keyword of keywords) {
    const range = rangeOf(keyword);
    const bounds = range && rangeWords(range, stated);
    const part =
      range === undefined
        ? one(keyword, schema[keyword], schema)
        : bounds === undefined
          ? undefined
          : `${range.unit === undefined || bounds === 'empty' ? 'is' : 'has'} ${bounds}`;
    if (part === undefined) return undefined;
    if (part !== '') words.add(part);
  }
  return words.size === 0 ? undefined : joined([...words], 'and');
}

function one(keyword: string, value: unknown, schema: Readonly<Record<string, unknown>>): string | undefined {
  switch (keyword) {
    case 'const': {
      const text = quoted(value);
      return text && `is ${text}`;
    }
    case 'enum': {
      const texts = Array.isArray(value) && value.length > 0 && value.length <= MAX_NAMED ? quotedList(value) : undefined;
      return texts && (texts.length === 1 ? `is ${texts[0]}` : `is one of ${texts.join(', ')}`);
    }
    case 'type':
      return typeWords(value, schema);
    case 'pattern':
      return typeof value === 'string' ? `matches ${expressionWords(value)}` : undefined;
    case 'multipleOf':
      return typeof value === 'number' && value > 0 ? `is a multiple of ${value}` : undefined;
    case 'uniqueItems':
      return value === true ? 'has no item twice' : value === false ? '' : undefined;
    case 'required': {
      const keys = strings(value);
      return keys && keys.length <= MAX_NAMED
        ? `has ${joined(
            keys.map((key) => quoted(key) as string),
            'and',
          )}`
        : undefined;
    }
    case 'not': {
      if (!isRecord(value) || 'not' in value || significant(value).length !== 1) return undefined;
      const denied = predicate(value);
      if (denied?.startsWith('has "') && strings(value.required)?.length === 1) return `lacks ${denied.slice(4)}`;
      return denied?.startsWith('is ') ? `is not ${denied.slice(3)}` : undefined;
    }
    default:
      return undefined;
  }
}

/** Nothing (`''`) where the other keywords tell the type anyway. */
function typeWords(value: unknown, schema: Readonly<Record<string, unknown>>): string | undefined {
  const types = typeof value === 'string' ? [value] : strings(value);
  if (types === undefined) return undefined;
  if ('const' in schema || 'enum' in schema) return '';
  const texts = types.map((type) => (Object.hasOwn(TYPES, type) ? TYPES[type] : undefined));
  return texts.some((text) => text === undefined) ? undefined : `is ${joined(texts as string[], 'or')}`;
}
