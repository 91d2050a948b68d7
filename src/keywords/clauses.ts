import { isRecord } from '../ir/json.js';
import { MAX_NAMED, quoted, strings } from './phrase.js';
import { predicate } from './predicate.js';
import { significant } from './significant.js';

/**
 * What an object schema says of its properties, clause by clause, each true of every object that satisfies it.
 * `whole`: the clauses together say all that the schema says.
 */
interface Clauses {
  readonly list: readonly string[];
  readonly whole: boolean;
}

function clauses(schema: unknown, present: string, condition: boolean): Clauses {
  if (!isRecord(schema)) return { list: [], whole: false };
  const list: string[] = [];
  let whole = true;
  const needed = strings(schema.required) ?? [];
  const properties = isRecord(schema.properties) ? Object.entries(schema.properties) : [];
  if (needed.length > MAX_NAMED || properties.length > MAX_NAMED) return { list: [], whole: false };
  const spoken = new Set<string>();
  for (const [key, property] of properties) {
    if (property === true || (isRecord(property) && significant(property).length === 0)) continue;
    const name = quoted(key);
    const words = property === false ? 'is absent' : predicate(property);
    if (words === undefined) {
      whole = false;
      continue;
    }
    spoken.add(key);
    if (condition && !needed.includes(key) && property !== false) list.push(`${name} ${words} or is absent`);
    else if (!condition && needed.includes(key)) list.push(`${name} ${present} and ${words}`);
    else list.push(`${name} ${words}${!condition && property !== false ? ' (if present)' : ''}`);
  }
  for (const key of needed) if (!spoken.has(key)) list.push(`${quoted(key)} ${present}`);
  for (const keyword of significant(schema)) {
    if (keyword !== 'properties' && keyword !== 'required' && !(keyword === 'type' && schema.type === 'object')) whole = false;
  }
  return { list, whole };
}

/** The schema in words, all of it, as a condition on an object; undefined where words fail. */
export function condition(schema: unknown): readonly string[] | undefined {
  const { list, whole } = clauses(schema, 'is present', true);
  return whole && list.length > 0 ? list : undefined;
}

/** What the schema demands of an object, as far as there are words. */
export function consequences(schema: unknown): readonly string[] {
  return clauses(schema, 'is required', false).list;
}
