import { isRecord, type Json, setOwn } from '../../ir/json.js';
import { resolve } from '../generate/value.js';
import type { Fields } from '../request/fields.js';

/** The value with every string that its schema spells out (`enum`, `const`) in other capitals, where that is no other of the strings. */
export function drifted(value: Json, schema: unknown, root: Fields): Json {
  if (!isRecord(schema)) return value;
  if (typeof schema['$ref'] === 'string') return drifted(value, resolve(schema['$ref'], root), root);
  if (typeof value === 'string') return driftedText(value, spelled(schema, root));
  const options = schema['anyOf'];
  if (Array.isArray(options)) {
    const option = options.find((each) => suits(value, each, root));
    return option === undefined ? value : drifted(value, option, root);
  }
  if (Array.isArray(value)) return value.map((item) => drifted(item, schema['items'], root));
  if (!isRecord(value)) return value;
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const changed: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value))
    setOwn(changed, key, drifted(item as Json, Object.hasOwn(properties, key) ? properties[key] : undefined, root));
  return changed;
}

/** The strings that a schema spells out, in any of its options. */
function spelled(schema: unknown, root: Fields): unknown[] {
  if (!isRecord(schema)) return [];
  if (typeof schema['$ref'] === 'string') return spelled(resolve(schema['$ref'], root), root);
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].flatMap((option) => spelled(option, root));
  return [...(Array.isArray(schema['enum']) ? schema['enum'] : []), ...('const' in schema ? [schema['const']] : [])];
}

/** Typically the first letter of a word that follows a space (documented); else the first letter of all, else all of them. */
function driftedText(text: string, spellings: readonly unknown[]): string {
  if (!spellings.includes(text)) return text;
  const forms = [
    text.replace(/ (\p{L})/gu, (_, letter: string) => ` ${flipped(letter)}`),
    text.replace(/\p{L}/u, flipped),
    text.toUpperCase(),
    text.toLowerCase(),
  ];
  return forms.find((form) => form !== text && !spellings.includes(form)) ?? text;
}

function flipped(letter: string): string {
  return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
}

/** Whether a value may be of a schema, as far as types, literals and names of properties tell. */
function suits(value: Json, schema: unknown, root: Fields): boolean {
  if (!isRecord(schema)) return false;
  if (typeof schema['$ref'] === 'string') return suits(value, resolve(schema['$ref'], root), root);
  if (Array.isArray(schema['anyOf'])) return schema['anyOf'].some((option) => suits(value, option, root));
  if (Array.isArray(schema['enum'])) return schema['enum'].includes(value);
  if ('const' in schema) return schema['const'] === value;
  const types: readonly unknown[] = Array.isArray(schema['type']) ? schema['type'] : [schema['type']];
  if (Array.isArray(value)) return types.includes('array') && value.every((item) => suits(item, schema['items'], root));
  if (!isRecord(value)) {
    if (typeof value === 'number') return types.includes('number') || (types.includes('integer') && Number.isInteger(value));
    return types.includes(value === null ? 'null' : typeof value);
  }
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
  return (
    types.includes('object') &&
    required.every((name) => Object.hasOwn(value, String(name))) &&
    Object.entries(value).every(([key, item]) => Object.hasOwn(properties, key) && suits(item as Json, properties[key], root))
  );
}
