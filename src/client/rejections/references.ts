import { find, type Rejection, remedyFor } from './rejection.js';

const NAMES = 20;

export const circular: Rejection = {
  fragment: /Circular (?:reference|\$ref) detected(?:[^:]{0,100}: ([^.]+))?/,
  explain: (refused) => {
    const names = (refused.match[1] ?? '').split('->').map((name) => name.trim().replace(/^#?\/?(\$defs|definitions)\//, ''));
    const shown = names.filter((name) => name !== '');
    return find(refused, {
      code: 'circular',
      meant: ({ at }) => shown.some((name) => at === `/$defs/${name}` || at === `/definitions/${name}`),
      message:
        shown.length === 0
          ? 'Definitions refer to each other.'
          : `The definitions ${shown.slice(0, NAMES).join(' -> ')} refer to each other.`,
      help: `Recursive schemas travel as tables by default; \`recursion: { unroll: n }\` writes levels out. ${remedyFor(refused.about[0] ?? OURS)}`,
    });
  },
};
const OURS = { wire: {}, strict: true };

export const dangling: Rejection = {
  fragment: /non-existent definition: (\S+)/,
  explain: (refused) =>
    find(refused, {
      code: 'dangling-ref',
      meant: ({ node }) => node['$ref'] === refused.match[1]?.replace(/[.,]$/, '') || node['$ref'] === refused.match[1],
      keywords: ['$ref'],
    }),
};
