import type { Schema } from './node-state.js';
import { refuse } from './refusal.js';

/** "For 'integer' type, properties maximum, minimum are not supported", "For 'anyOf', 'type' is not supported". */
export function checkKeys(schema: Schema, taken: readonly string[], place: string): void {
  const others = Object.keys(schema)
    .filter((key) => !taken.includes(key))
    .sort();
  if (others.length === 0) return;
  const list = others.join(', ');
  const first = others[0] as string;
  if (place === 'anyOf') refuse(`For 'anyOf', '${list}' is not supported`, first);
  const form = place === '$ref' || place === 'enum' ? `For '${place}',` : `For '${place}' type,`;
  refuse(
    others.length === 1 ? `${form} property '${list}' is not supported` : `${form} properties ${list} are not supported`,
    first,
  );
}
