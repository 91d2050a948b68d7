import { isRecord } from '../../ir/json.js';
import type { Facet, Shape } from '../../ir/shape.js';
import { isSchema } from './arrays.js';
import { child, malformed, type Node } from './scope.js';

/** What `not`, `if`, `then` and `else` say: facets to be checked, and what the branches declare. */
export function conditions(node: Node, parts: Shape[], facets: Facet[]): void {
  const { schema, path } = node;
  if (schema.not !== undefined) {
    if (!isSchema(schema.not)) malformed(node, 'not', 'a schema');
    else if (schema.not === true || (isRecord(schema.not) && Object.keys(schema.not).length === 0))
      parts.push({ kind: 'never', path, reason: '`not` excludes everything' });
    else if (schema.not !== false) facets.push({ keyword: 'not', value: schema.not, path });
  }
  if (schema.if === undefined) return;
  if (!isSchema(schema.if)) {
    malformed(node, 'if', 'a schema');
    return;
  }
  const branches: Shape[] = [];
  for (const keyword of ['if', 'then', 'else'] as const) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (!isSchema(value)) malformed(node, keyword, 'a schema');
    else if (isRecord(value)) branches.push(child(node, value, keyword));
  }
  if (schema.then === undefined && schema.else === undefined) return;
  facets.push({ keyword: 'if', value: { if: schema.if, then: schema.then, else: schema.else }, path });
  if (branches.length > 0) parts.push({ kind: 'loose', path, options: [carrier(path, branches)] });
}

/** An object that constrains nothing and only carries what conditional parts declare. */
function carrier(path: string, branches: readonly Shape[]): Shape {
  return { kind: 'object', path, properties: [], patterns: [], rest: { kind: 'any', path }, openness: 'implicit', branches };
}
