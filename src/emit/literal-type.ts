import type { Json } from '../ir/json.js';
import { quote, typeKeyOf } from './text.js';

/** The TypeScript type that only one JSON value has. */
export function literalType(value: Json): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(literalType).join(', ')}]`;
  const members = Object.keys(value).map((key) => `${typeKeyOf(key)}: ${literalType(value[key] as Json)}`);
  return members.length === 0 ? '{ [key: string]: never }' : `{ ${members.join('; ')} }`;
}
