import type { JsonSchema, Mode, Spend } from '../compiled.js';
import { isRecord, type Json } from '../ir/json.js';
import { CAP } from './count.js';

type Measure = Pick<Spend, 'optional' | 'union' | 'properties' | 'depth' | 'enumValues'>;

const NOTHING: Measure = { optional: 0, union: 0, properties: 0, depth: 0, enumValues: 0 };

/** What a wire schema spends of the target's budgets, counted use by use: references are expanded. */
export function spendOf(wire: JsonSchema, mode: Mode): Spend {
  const definitions = isRecord(wire.$defs) ? (wire.$defs as Record<string, Json>) : {};
  const known = new Map<string, Measure>();
  const measure = (schema: Json | undefined): Measure => {
    if (!isRecord(schema)) return NOTHING;
    if (typeof schema.$ref === 'string') {
      const name = schema.$ref.replace('#/$defs/', '').replace(/~1/g, '/').replace(/~0/g, '~');
      let found = known.get(name);
      if (!found) {
        found = measure(definitions[name]);
        known.set(name, found);
      }
      return found;
    }
    let sum: Measure = {
      ...NOTHING,
      union: schema.anyOf || Array.isArray(schema.type) ? 1 : 0,
      enumValues: Array.isArray(schema.enum) ? schema.enum.length : 'const' in schema ? 1 : 0,
    };
    for (const option of (schema.anyOf as Json[] | undefined) ?? []) sum = add(sum, measure(option));
    if (schema.items) sum = add(sum, measure(schema.items as Json));
    if (isRecord(schema.properties)) {
      const required = new Set(schema.required as string[]);
      for (const [key, property] of Object.entries(schema.properties) as [string, Json][]) {
        sum = add(sum, measure(property));
        sum = add(sum, { ...NOTHING, properties: 1, optional: required.has(key) ? 0 : 1 });
      }
    }
    return schema.properties || schema.items ? { ...sum, depth: sum.depth + 1 } : sum;
  };
  return { ...measure(wire), strictTools: mode === 'tool' ? 1 : 0, bytes: new TextEncoder().encode(JSON.stringify(wire)).length };
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
