import { isPrimitive, isRecord, setOwn } from '../../ir/json.js';

/** The JSON Schema that a TypeBox node is, without the marks that make it TypeBox's. */
export function plain(node: Record<string, unknown>): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(node)) if (!key.startsWith('~')) setOwn(copy, key, node[key]);
  return copy;
}

/** The node, or where its annotations hold what JSON can't (functions, dates, bigints), a plain copy without them. */
export function readable(node: Record<string, unknown>): Record<string, unknown> {
  const { default: fallback, examples } = node;
  if (fallback === undefined && examples === undefined) return node;
  if ((fallback === undefined || isJson(fallback)) && (examples === undefined || isJson(examples))) return node;
  const copy = plain(node);
  if (!isJson(fallback)) delete copy.default;
  if (!isJson(examples)) delete copy.examples;
  return copy;
}

export function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (isPrimitive(value)) return true;
  if (Array.isArray(value)) return value.every(isJson);
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || prototype === Object.prototype) && Object.values(value).every(isJson);
}
