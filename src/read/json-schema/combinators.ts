import type { Facet, Shape } from '../../ir/shape.js';
import { child, malformed, type Node } from './scope.js';

/** What `allOf`, `anyOf` and `oneOf` say. */
export function combinators(node: Node, parts: Shape[]): void {
  const { schema, path } = node;
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (!Array.isArray(value) || value.length === 0) {
      malformed(node, keyword, 'a list of at least one schema');
      continue;
    }
    const shapes = value.map((part, index) => child(node, part, keyword, index));
    if (keyword === 'allOf') parts.push(...shapes);
    else {
      const stated: Facet = { keyword, value, path };
      parts.push({ kind: 'union', path, options: shapes, stated, ...(keyword === 'oneOf' && { facets: [stated] }) });
    }
  }
}
