import { pointer } from '../../ir/pointer.js';
import type { Facet, Shape } from '../../ir/shape.js';
import { isRegExp } from '../json-schema/scalars.js';
import { notesOf } from '../json-schema/scope.js';
import { ARRAY, COMBINATOR, CONDITION, GROUP, LITERAL, OBJECT, REFERENCE } from '../json-schema/vocabulary.js';
import type { Site } from './site.js';

/** The patterns with which TypeBox says that every key will do, 1.x and 0.34. */
const ANY_KEY = new Set(['^.*$', '^(.*)$']);
const STRUCTURE = ARRAY | OBJECT | LITERAL | REFERENCE | COMBINATOR | CONDITION;
const OF_RECORD = new Set(['patternProperties', 'additionalProperties', 'minProperties', 'maxProperties']);
const OF_TUPLE = new Set(['items', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems']);

/** `Type.Record`: one pattern of keys and what they hold. */
export function record(site: Site): Shape | undefined {
  const { node, path, walk } = site;
  const entries = Object.entries((node.patternProperties as Record<string, unknown> | undefined) ?? {});
  if (entries.length !== 1 || !saysOnly(node, OF_RECORD)) return undefined;
  const [pattern, value] = entries[0] as [string, unknown];
  if (!isRegExp(pattern)) return undefined;
  const closed = node.additionalProperties === false;
  if (node.additionalProperties !== undefined && !closed) return undefined;
  if (!closed && !ANY_KEY.has(pattern)) return undefined;
  const at = pointer(path, 'patternProperties');
  return {
    kind: 'object',
    path,
    properties: [],
    patterns: [],
    rest: walk(value, pointer(at, pattern)),
    openness: 'explicit',
    ...(!ANY_KEY.has(pattern) && { keys: keys(site, pattern, at) }),
    ...said(node, path, ['minProperties', 'maxProperties']),
  };
}

function keys({ reading, walk }: Site, pattern: string, path: string): Shape {
  if (reading.version === 'v1') return walk({ type: 'string', pattern }, path);
  return { kind: 'string', path, facets: [{ keyword: 'pattern', value: pattern, path }] };
}

/** `Type.Tuple`: positions as draft-07 lists them, and nothing after. */
export function tuple(site: Site): Shape | undefined {
  const { node, path, walk } = site;
  const items = node.items ?? (node.maxItems === 0 ? [] : undefined);
  if (
    !Array.isArray(items) ||
    !saysOnly(node, OF_TUPLE) ||
    (node.additionalItems !== undefined && node.additionalItems !== false)
  )
    return undefined;
  const closed = node.additionalItems === false || node.maxItems === items.length;
  if (!closed) return undefined;
  const at = pointer(path, 'items');
  return {
    kind: 'array',
    path,
    prefix: items.map((item, index) => walk(item, pointer(at, index))),
    items: { kind: 'never', path, reason: 'the tuple has no further positions' },
    // That nothing may follow says already what `maxItems` says.
    ...said(node, path, ['minItems', 'uniqueItems']),
  };
}

/** Whether a node states no structure beyond the given keywords. */
function saysOnly(node: Record<string, unknown>, keywords: ReadonlySet<string>): boolean {
  return Object.keys(node).every((key) => !((GROUP.get(key) ?? 0) & STRUCTURE) || keywords.has(key));
}

function said(node: Record<string, unknown>, path: string, keywords: readonly string[]): Pick<Shape, 'facets' | 'notes'> {
  const facets: Facet[] = [];
  for (const keyword of keywords) {
    const value = node[keyword];
    if (value === true || (typeof value === 'number' && !(keyword.startsWith('min') && value <= 0)))
      facets.push({ keyword, value, path });
  }
  const notes = notesOf(node);
  return { ...(facets.length > 0 && { facets }), ...(notes && Object.keys(notes).length > 0 && { notes }) };
}
