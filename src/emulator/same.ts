import { isRecord } from '../ir/json.js';

/** Members that bear on caching only and may come and go. */
const IGNORED = 'cache_control';

/** Whether two values are the same JSON, the order of keys and marks for the cache aside. Absent and null are alike. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one == null || other == null) return one == null && other == null;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameJson(item, other[index]));
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    keys.delete(IGNORED);
    return [...keys].every((key) => sameJson(own(one, key), own(other, key)));
  }
  return one === other;
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
