import { isRecord } from '../../ir/json.js';
import type { ArrayShape, Facet, Shape } from '../../ir/shape.js';
import { child, malformed, type Node } from './scope.js';

export function arrayShape(node: Node): ArrayShape {
  const { schema, path, scope } = node;
  const facets: Facet[] = [];
  for (const keyword of ['minItems', 'maxItems'] as const) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (typeof value !== 'number') malformed(node, keyword, 'a number');
    else if (!(keyword === 'minItems' && value <= 0)) facets.push({ keyword, value, path });
  }
  if (schema.uniqueItems === true) facets.push({ keyword: 'uniqueItems', value: true, path });
  if (schema.contains !== undefined) {
    if (!isSchema(schema.contains)) malformed(node, 'contains', 'a schema');
    else facets.push({ keyword: 'contains', value: schema.contains, path });
    for (const keyword of ['minContains', 'maxContains'] as const)
      if (typeof schema[keyword] === 'number' && !scope.unknown.has(keyword))
        facets.push({ keyword, value: schema[keyword], path });
  }
  let prefix: readonly Shape[] = [];
  let items: Shape | undefined;
  if (schema.prefixItems !== undefined && !scope.unknown.has('prefixItems'))
    prefix = list(node, 'prefixItems', schema.prefixItems);
  if (Array.isArray(schema.items)) {
    prefix = list(node, 'items', schema.items);
    if (schema.additionalItems !== undefined && !scope.unknown.has('additionalItems')) items = one(node, 'additionalItems');
  } else if (schema.items !== undefined) items = one(node, 'items');
  if (
    items === undefined &&
    schema.unevaluatedItems !== undefined &&
    !scope.unknown.has('unevaluatedItems') &&
    schema.contains === undefined
  )
    if (!evaluatesElsewhere(schema)) items = one(node, 'unevaluatedItems');
  const shape: ArrayShape = {
    kind: 'array',
    path,
    prefix,
    items: items ?? { kind: 'any', path },
    ...(items === undefined && { open: true }),
  };
  return facets.length > 0 ? { ...shape, facets } : shape;
}

/** Whether other keywords of the node may declare properties or items of the same value. */
export function evaluatesElsewhere(schema: Record<string, unknown>): boolean {
  return (
    schema.allOf !== undefined ||
    schema.anyOf !== undefined ||
    schema.oneOf !== undefined ||
    schema.$ref !== undefined ||
    schema.$dynamicRef !== undefined ||
    schema.$recursiveRef !== undefined ||
    schema.if !== undefined ||
    schema.dependentSchemas !== undefined
  );
}

export function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || isRecord(value);
}

function one(node: Node, keyword: string): Shape | undefined {
  if (isSchema(node.schema[keyword])) return child(node, node.schema[keyword], keyword);
  malformed(node, keyword, 'a schema');
  return undefined;
}

function list(node: Node, keyword: string, value: unknown): readonly Shape[] {
  if (!Array.isArray(value)) {
    malformed(node, keyword, 'a list of schemas');
    return [];
  }
  return value.map((item, index) => child(node, item, keyword, index));
}
