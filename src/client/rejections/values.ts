import { find, type Rejection } from './rejection.js';

export const format: Rejection = {
  fragment: /format '([^']+)' is not supported/,
  explain: (refused) =>
    find(refused, { code: 'format', meant: ({ node }) => node['format'] === refused.match[1], keywords: ['format'] }),
};

export const pattern: Rejection = {
  fragment: /regex feature|pattern is too complex|range quantifier/i,
  explain: (refused) =>
    find(refused, {
      code: 'pattern',
      meant: ({ node }) => Object.hasOwn(node, 'pattern'),
      keywords: ['pattern'],
      help: 'Write the pattern more simply: smaller `{n,m}`, no nested repetitions; or check it in a refinement, which is not sent.',
    }),
};

export const enumType: Rejection = {
  fragment: /Enum value (.+?) does not match declared type/,
  explain: (refused) =>
    find(refused, {
      code: 'enum-type',
      meant: ({ node }) =>
        Array.isArray(node['enum']) && 'type' in node && node['enum'].some((value) => python(value) === refused.match[1]),
      keywords: ['enum', 'const'],
    }),
};

/** A value as the API's messages write it. */
function python(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
