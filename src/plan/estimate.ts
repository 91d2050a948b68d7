import type { JsonSchema } from '../compiled.js';
import { isRecord, type Json } from '../ir/json.js';
import { CAP } from './count.js';

/** What no one publishes: estimates, to compare schemas with each other. */
export interface Estimate {
  /**
   * States of the grammar, in arbitrary units. Assumed: a character of a key or an enum value is a state, scalars are a few, references
   * are expanded, and an optional property can be entered from each optional one before it ("roughly doubles a portion of the
   * grammar's state space", documented; that it grows with the square of a run was measured on another engine).
   */
  readonly states: number;
  /** Tokens of titles and descriptions, at 4 characters a token. */
  readonly descriptionTokens: number;
}

const SCALAR = { null: 1, boolean: 2, integer: 4, number: 8, string: 6 } as const;
const FORMAT = 40;

export function estimateOf(wire: JsonSchema): Estimate {
  const definitions = isRecord(wire.$defs) ? wire.$defs : {};
  const known = new Map<string, number>();
  const statesOf = (schema: unknown): number => {
    if (!isRecord(schema)) return SCALAR.string;
    if (typeof schema.$ref === 'string') {
      const name = schema.$ref.replace('#/$defs/', '').replace(/~1/g, '/').replace(/~0/g, '~');
      let found = known.get(name);
      if (found === undefined) {
        known.set(name, 0);
        found = Object.hasOwn(definitions, name) ? statesOf(definitions[name]) : 0;
        known.set(name, found);
      }
      return found;
    }
    if (Array.isArray(schema.enum)) return capped(schema.enum.map((value) => JSON.stringify(value)?.length ?? 0));
    if ('const' in schema) return JSON.stringify(schema.const)?.length ?? 0;
    if (Array.isArray(schema.anyOf)) return capped(schema.anyOf.map(statesOf));
    if (Array.isArray(schema.allOf)) return capped(schema.allOf.map(statesOf));
    if (isRecord(schema.properties)) return ofObject(schema.properties, schema.required, statesOf);
    if (schema.items !== undefined) return capped([3, statesOf(schema.items)]);
    const types = [schema.type].flat().map((type) => SCALAR[type as keyof typeof SCALAR] ?? 2);
    return capped([...types, schema.format || schema.pattern ? FORMAT : 0]);
  };
  return { states: statesOf(wire), descriptionTokens: Math.ceil(lengthOfWords(wire) / 4) };
}

function ofObject(properties: Record<string, unknown>, required: unknown, statesOf: (schema: unknown) => number): number {
  const needed = new Set(Array.isArray(required) ? required : []);
  let optional = 0;
  let total = 2;
  for (const [key, schema] of Object.entries(properties)) {
    if (!needed.has(key)) optional++;
    total = capped([total, key.length + 3, statesOf(schema)]);
  }
  return capped([total, (optional * (optional + 1)) / 2]);
}

function capped(parts: readonly number[]): number {
  return parts.reduce((total, part) => Math.min(CAP, total + part), 0);
}

function lengthOfWords(schema: Json | undefined, isNames = false): number {
  if (Array.isArray(schema)) return schema.reduce<number>((total, each) => total + lengthOfWords(each), 0);
  if (!isRecord(schema)) return 0;
  let total = 0;
  for (const [key, value] of Object.entries(schema) as [string, Json][])
    if (!isNames && (key === 'title' || key === 'description')) total += typeof value === 'string' ? value.length : 0;
    else if (isNames || !DATA.has(key)) total += lengthOfWords(value, !isNames && NAMES.has(key));
  return total;
}

const NAMES = new Set(['properties', '$defs', 'definitions']);
const DATA = new Set(['enum', 'const', 'default', 'examples', 'required']);
