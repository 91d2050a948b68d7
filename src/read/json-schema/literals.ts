import type { Json } from '../../ir/json.js';
import type { LiteralShape, Shape } from '../../ir/shape.js';
import { malformed, type Node } from './scope.js';

/** What `enum` and `const` say. */
export function literals(node: Node, parts: Shape[]): void {
  const { schema, path } = node;
  if (schema.enum !== undefined) {
    if (!Array.isArray(schema.enum)) malformed(node, 'enum', 'a list of values');
    else if (schema.enum.length === 0) parts.push({ kind: 'never', path, reason: '`enum` is empty' });
    else parts.push(literal(path, schema.enum as Json[]));
  }
  if (schema.const !== undefined) parts.push(literal(path, [schema.const as Json]));
}

function literal(path: string, values: readonly Json[]): LiteralShape {
  const seen = new Set<unknown>();
  const distinct = values.filter((value) => {
    const key = typeof value === 'object' && value !== null ? `json:${JSON.stringify(value)}` : value;
    return !seen.has(key) && seen.add(key);
  });
  return { kind: 'literal', path, values: distinct };
}
