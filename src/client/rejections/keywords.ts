import type { WireNode } from '../wire-nodes.js';
import { find, type Rejection } from './rejection.js';

/** `'minItems' values other than 0 or 1 are not supported (got: [2, 5])`: the least and the most. */
export const minItems: Rejection = {
  fragment: /'minItems' values other than [^(]{0,40}are not supported(?: \(got: \[(\d+)[^\])]*\]\))?/,
  explain: (refused) => {
    const least = refused.match[1];
    return find(refused, {
      code: 'keyword',
      meant: ({ node }) => {
        const own = node['minItems'];
        return typeof own === 'number' && (least === undefined ? own > 1 : own === Number(least));
      },
      keywords: ['minItems'],
    });
  },
};

/** `For 'integer' type, properties maximum, minimum are not supported`, `For 'anyOf', '$defs' is not supported`. */
export const keywords: Rejection = {
  fragment: /For '(\w+)'(?: type)?, (?:propert(?:y|ies) )?'?([\w$-]+(?:, [\w$-]+)*)'? (?:is|are) not supported/,
  explain: (refused) => {
    const [, type = '', list = ''] = refused.match;
    const named = list.split(', ');
    return find(refused, {
      code: 'keyword',
      meant: (each) => isOf(each, type) && named.some((keyword) => Object.hasOwn(each.node, keyword)),
      keywords: named,
    });
  },
};

/** `Schema type 'oneOf' is not supported`, `Schema keyword 'not' is not supported`. */
export const keyword: Rejection = {
  fragment: /Schema (?:type|keyword) '([\w$-]+)' is not supported/,
  explain: (refused) => {
    const [, name = ''] = refused.match;
    return find(refused, { code: 'keyword', meant: ({ node }) => Object.hasOwn(node, name), keywords: [name] });
  },
};

/** Words about an `allOf` say `anyOf` as well (observed). */
function isOf({ node }: WireNode, type: string): boolean {
  if (type === 'anyOf') return ['anyOf', 'allOf'].some((combinator) => Object.hasOwn(node, combinator));
  return node['type'] === type || (Array.isArray(node['type']) && node['type'].includes(type));
}
