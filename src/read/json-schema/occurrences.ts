import { isRecord } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import type { Occurrence } from '../source.js';
import { GROUP, SCHEMA_KEYWORDS } from './vocabulary.js';

/** Every keyword of every schema in the document, in document order, found by schema position. */
export function occurrencesOf(schema: unknown): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const stack: { node: unknown; path: string }[] = [{ node: schema, path: '' }];
  const places = new Map<unknown, string>();
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { node, path } = place;
    if (!isRecord(node) || found.length > MOST) continue;
    const first = places.get(node);
    if (first === undefined) places.set(node, path);
    const nested: { node: unknown; path: string }[] = [];
    for (const keyword of Object.keys(node)) {
      found.push(occurrence(path, keyword, first));
      const value = node[keyword];
      const form = SCHEMA_KEYWORDS.get(keyword);
      const at = pointer(path, keyword);
      if (form === undefined) continue;
      if (Array.isArray(value)) {
        if (form === 'list' || form === 'either')
          for (const [index, item] of value.entries()) nested.push({ node: item, path: pointer(at, index) });
      } else if (form === 'map' && isRecord(value))
        for (const key of Object.keys(value)) nested.push({ node: value[key], path: pointer(at, key) });
      else if (form !== 'map' && form !== 'list') nested.push({ node: value, path: at });
    }
    for (let index = nested.length - 1; index >= 0; index--) stack.push(nested[index] as { node: unknown; path: string });
  }
  return found;
}

/** Schema objects shared by reference may stand for any number of occurrences. */
const MOST = 200_000;

const KNOWN = new Set(['type', 'nullable', '$defs', 'definitions']);

function occurrence(path: string, keyword: string, like: string | undefined): Occurrence {
  const inert = GROUP.has(keyword) || KNOWN.has(keyword) ? undefined : 'does not bear on validity';
  return { path, keyword, ...(inert !== undefined && { inert }), ...(like !== undefined && { like }) };
}
