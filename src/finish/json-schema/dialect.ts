import { isRecord } from '../../ir/json.js';
import { eachSubschema } from './positions.js';

export type Dialect = '2020-12' | '2019-09' | 'draft-07' | 'draft-06' | 'draft-04' | 'openapi-3.0';

const BY_URI: ReadonlyMap<string, Dialect> = new Map<string, Dialect>([
  ['json-schema.org/draft/2020-12/schema', '2020-12'],
  ['json-schema.org/draft/2019-09/schema', '2019-09'],
  ['json-schema.org/draft-07/schema', 'draft-07'],
  ['json-schema.org/draft-06/schema', 'draft-06'],
  ['json-schema.org/draft-04/schema', 'draft-04'],
  ['json-schema.org/schema', '2020-12'],
  ['spec.openapis.org/oas/3.1/dialect/base', '2020-12'],
]);

const MOST_NODES = 20_000;

/** The dialect a schema says it is written in, or the one its keywords tell of. */
export function dialectOf(schema: unknown): Dialect {
  if (!isRecord(schema)) return '2020-12';
  return declared(schema) ?? told(schema);
}

function declared(schema: Record<string, unknown>): Dialect | undefined {
  return typeof schema.$schema === 'string' ? named(schema.$schema) : undefined;
}

function named(uri: string): Dialect | undefined {
  return BY_URI.get(
    uri
      .trim()
      .replace(/^https?:\/\//i, '')
      .replace(/[#/]+$/, ''),
  );
}

/** Looks for keywords that only one dialect has. The newest wins: an author who writes `prefixItems` means it. */
function told(root: Record<string, unknown>): Dialect {
  const signs = new Set<Dialect>();
  const seen = new Set<unknown>();
  const pending: unknown[] = [root];
  for (let node = pending.pop(); node !== undefined && seen.size < MOST_NODES; node = pending.pop()) {
    if (!isRecord(node) || seen.has(node)) continue;
    seen.add(node);
    const sign = signOf(node);
    if (sign === '2020-12') return sign;
    if (sign !== undefined) signs.add(sign);
    eachSubschema(node, (child) => pending.push(child));
  }
  for (const dialect of ['2019-09', 'draft-04', 'openapi-3.0', 'draft-07'] as const) if (signs.has(dialect)) return dialect;
  return '2020-12';
}

function signOf(node: Record<string, unknown>): Dialect | undefined {
  if (node.prefixItems !== undefined || node.$dynamicRef !== undefined || node.$dynamicAnchor !== undefined) return '2020-12';
  if (node.$recursiveRef !== undefined || node.$recursiveAnchor !== undefined) return '2019-09';
  if (typeof node.exclusiveMinimum === 'boolean' || typeof node.exclusiveMaximum === 'boolean')
    return node.nullable === undefined ? 'draft-04' : 'openapi-3.0';
  if (typeof node.id === 'string' && node.$id === undefined) return 'draft-04';
  if (node.nullable === true && node.type !== undefined) return 'openapi-3.0';
  if (node.unevaluatedProperties !== undefined || node.unevaluatedItems !== undefined)
    return Array.isArray(node.items) ? '2019-09' : undefined;
  if (
    Array.isArray(node.items) ||
    node.additionalItems !== undefined ||
    node.dependencies !== undefined ||
    node.definitions !== undefined
  )
    return 'draft-07';
  // A schema that holds schemas of a dialect is most likely written in it.
  return typeof node.$ref === 'string' && !node.$ref.startsWith('#') ? named(node.$ref) : undefined;
}
