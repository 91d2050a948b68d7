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

/** What a schema's keywords tell of its dialect. */
type Sign = '2020' | 'since 2019' | '2019' | 'tuple' | 'old' | 'boolean bounds' | 'id' | 'nullable';

/** Looks for keywords that only some dialects have. The newest wins: an author who writes `prefixItems` means it. */
function told(root: Record<string, unknown>): Dialect {
  const signs = new Set<Sign>();
  let referred: Dialect | undefined;
  const seen = new Set<unknown>();
  const pending: unknown[] = [root];
  while (pending.length > 0 && seen.size < MOST_NODES) {
    const node = pending.pop();
    if (!isRecord(node) || seen.has(node)) continue;
    seen.add(node);
    addSigns(node, signs);
    // A schema that holds the schemas of a dialect is most likely written in it.
    if (typeof node.$ref === 'string' && !node.$ref.startsWith('#')) referred ??= named(node.$ref);
    eachSubschema(node, (child) => pending.push(child));
  }
  if (signs.has('2020')) return '2020-12';
  if (signs.has('2019') || (signs.has('since 2019') && signs.has('tuple'))) return '2019-09';
  if (signs.has('since 2019')) return '2020-12';
  if (signs.has('id')) return 'draft-04';
  if (signs.has('nullable')) return 'openapi-3.0';
  if (signs.has('boolean bounds')) return 'draft-04';
  return signs.has('tuple') || signs.has('old') ? 'draft-07' : (referred ?? '2020-12');
}

const SIGNS: readonly (readonly [Sign, readonly string[]])[] = [
  ['2020', ['prefixItems', '$dynamicRef', '$dynamicAnchor']],
  ['2019', ['$recursiveRef', '$recursiveAnchor']],
  [
    'since 2019',
    [
      'unevaluatedItems',
      'unevaluatedProperties',
      'dependentRequired',
      'dependentSchemas',
      'minContains',
      'maxContains',
      '$anchor',
    ],
  ],
  ['tuple', ['additionalItems']],
  ['old', ['dependencies', 'definitions']],
];

function addSigns(node: Record<string, unknown>, signs: Set<Sign>): void {
  for (const [sign, keywords] of SIGNS) if (keywords.some((keyword) => node[keyword] !== undefined)) signs.add(sign);
  if (Array.isArray(node.items)) signs.add('tuple');
  if (typeof node.exclusiveMinimum === 'boolean' || typeof node.exclusiveMaximum === 'boolean') signs.add('boolean bounds');
  if (typeof node.id === 'string' && node.$id === undefined) signs.add('id');
  if (node.nullable === true && node.type !== undefined) signs.add('nullable');
}
