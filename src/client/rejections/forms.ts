import { isRecord } from '../../ir/json.js';
import { matcher } from '../../ir/matcher.js';
import { find, type Rejection } from './rejection.js';

export const openObject: Rejection = {
  fragment: /'additionalProperties(?:: \w+)?' (?:must be explicitly set to false|is not supported)/,
  explain: (refused) =>
    find(refused, {
      code: 'open-object',
      meant: ({ node }) => {
        const isObject = node['type'] === 'object' || (Array.isArray(node['type']) && node['type'].includes('object'));
        return isObject && node['additionalProperties'] !== false;
      },
      keywords: ['additionalProperties'],
    }),
};

const TYPING = ['type', 'anyOf', 'allOf', 'oneOf', '$ref', 'enum', 'const'];

export const untyped: Rejection = {
  fragment: /Schema type is missing|Empty schema/,
  explain: (refused) =>
    find(refused, { code: 'untyped', meant: ({ node }) => !TYPING.some((keyword) => Object.hasOwn(node, keyword)) }),
};

export const itemList: Rejection = {
  fragment: /single object schema for 'items'/,
  explain: (refused) =>
    find(refused, { code: 'item-list', meant: ({ node }) => Array.isArray(node['items']), keywords: ['items'] }),
};

/** The names that the API is known to take. */
const NAME = '^[a-zA-Z0-9_.-]{1,64}$';

export const propertyName: Rejection = {
  fragment: /Property keys should match/,
  explain: (refused) =>
    find(refused, {
      code: 'property-name',
      meant: ({ node }) => isRecord(node['properties']) && !Object.keys(node['properties']).every(matcher(NAME)),
      message: `A property has a name that the API does not take: names must match ${NAME}.`,
    }),
};

export const toolRoot: Rejection = {
  fragment: /does not support oneOf, allOf, or anyOf|input_schema\.type: (?:Field required|Input should be)/,
  explain: ({ about, ...refused }) =>
    find(
      { about: about.filter(({ tool }) => tool), ...refused },
      {
        code: 'tool-root',
        meant: ({ at, node }) => at === '' && node['type'] !== 'object',
        message: 'The input of a tool must be an object by itself: `type` "object", and no union or intersection around it.',
      },
    ),
};

const TYPES: readonly unknown[] = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

export const notASchema: Rejection = {
  fragment: /JSON schema is invalid/,
  explain: (refused) =>
    find(refused, {
      code: 'no-json-schema',
      meant: ({ node: { type } }) => type !== undefined && ![type].flat().every((each) => TYPES.includes(each)),
      message: 'The schema is none of JSON Schema draft 2020-12.',
    }),
};
