import type { JsonSchema, Mode, Spend } from '../compiled.js';
import { isRecord, type Json } from '../ir/json.js';
import { CAP } from './count.js';

export type Measure = Pick<Spend, 'optional' | 'union' | 'properties' | 'depth' | 'enumValues'>;

const NOTHING: Measure = { optional: 0, union: 0, properties: 0, depth: 0, enumValues: 0 };

/** What a wire schema spends of the target's budgets, counted use by use: references are expanded. */
export function spendOf(wire: JsonSchema, mode: Mode): Spend {
  return {
    ...measureOf(wire),
    strictTools: mode === 'tool' ? 1 : 0,
    bytes: new TextEncoder().encode(JSON.stringify(wire)).length,
  };
}

/** The same without its length. Takes any JSON: a circle of references counts once, what is no schema counts nothing. */
export function measureOf(wire: JsonSchema): Measure {
  const definitions = new Map<string, Json>();
  for (const group of ['definitions', '$defs'])
    if (isRecord(wire[group]))
      for (const [name, schema] of Object.entries(wire[group])) definitions.set(`#/${group}/${name}`, schema as Json);
  const known = new Map<string, Measure>();
  const measure = (schema: Json | undefined): Measure => {
    if (!isRecord(schema)) return NOTHING;
    if (typeof schema.$ref === 'string') {
      const name = schema.$ref.replace(/~1/g, '/').replace(/~0/g, '~');
      let found = known.get(name);
      if (!found) {
        known.set(name, NOTHING);
        found = measure(definitions.get(name) ?? definitions.get(`#/$defs/${name}`));
        known.set(name, found);
      }
      return found;
    }
    let sum: Measure = {
      ...NOTHING,
      union: schema.anyOf || Array.isArray(schema.type) ? 1 : 0,
      enumValues: Array.isArray(schema.enum) ? schema.enum.length : 'const' in schema ? 1 : 0,
    };
    for (const option of listOf(schema.anyOf)) sum = add(sum, measure(option));
    for (const part of listOf(schema.allOf)) sum = add(sum, measure(part));
    if (schema.items) sum = add(sum, measure(schema.items as Json));
    if (isRecord(schema.properties)) {
      const required = new Set(listOf(schema.required));
      for (const [key, property] of Object.entries(schema.properties) as [string, Json][]) {
        sum = add(sum, measure(property));
        sum = add(sum, { ...NOTHING, properties: 1, optional: required.has(key) ? 0 : 1 });
      }
    }
    return schema.properties || schema.items ? { ...sum, depth: sum.depth + 1 } : sum;
  };
  return measure(wire);
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function add(a: Measure, b: Measure): Measure {
  const capped = (left: number, right: number) => Math.min(CAP, left + right);
  return {
    optional: capped(a.optional, b.optional),
    union: capped(a.union, b.union),
    properties: capped(a.properties, b.properties),
    enumValues: capped(a.enumValues, b.enumValues),
    depth: Math.max(a.depth, b.depth),
  };
}
