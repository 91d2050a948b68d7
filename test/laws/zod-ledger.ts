import { z } from 'zod';
import { type Case, compiled } from '../support/case.js';
import { nodeAt, occurrences } from '../support/walk.js';

/** Constraints that Zod's own JSON Schema states and that bear on validity. */
const BEARING = [
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'enum',
  'const',
  'required',
  'items',
  'prefixItems',
  'additionalProperties',
  'propertyNames',
];

/** Where unions and intersections are spelled otherwise, the place is the same. */
function place(path: string): string {
  return path.replace(/\/(anyOf|oneOf|allOf)\/\d+/g, '');
}

function jsonSchemaOf(schema: unknown): unknown {
  try {
    return z.toJSONSchema(schema as z.ZodType, { io: 'input' });
  } catch {
    return undefined;
  }
}

const ANY_JSON = JSON.stringify((jsonSchemaOf(z.json()) as z.core.JSONSchema.JSONSchema).anyOf);

/** `z.json()` at the root, where it is spelled out: all that it states is that the value is JSON. */
function isAnyJson(stated: unknown): boolean {
  return JSON.stringify((stated as z.core.JSONSchema.JSONSchema | undefined)?.anyOf) === ANY_JSON;
}

/** What says nothing of its own: bounds of safe integers, patterns that only spell a format, lengths of tuples, the names of a record. */
function isNoise(node: Record<string, unknown>, keyword: string, entered: (keyword: string) => boolean): boolean {
  if (keyword === 'pattern') return 'format' in node || entered('format');
  // Zod states the length of a tuple even where the fallback of an item makes shorter ones valid.
  if (keyword === 'minItems') return node[keyword] === 0 || 'prefixItems' in node;
  if (keyword === 'maxItems') return 'prefixItems' in node;
  if (keyword === 'enum') return entered('const');
  if (keyword === 'propertyNames') return entered('properties') || JSON.stringify(node[keyword]) === '{"type":"string"}';
  return /imum$/i.test(keyword) && Math.abs(Number(node[keyword])) >= 2 ** 31 - 1;
}

/** Law 1 for Zod: no place has two entries, and no constraint that Zod's JSON Schema states is missing. */
export function zodLedgerIsComplete(one: Case): void {
  const ledger = compiled(one)?.ledger;
  if (ledger === undefined) return;
  const entries = ledger.map((entry) => `${entry.path} ${entry.keyword}`);
  const twice = entries.find((entry, index) => entries.indexOf(entry) !== index);
  if (twice !== undefined) throw new Error(`two entries for ${twice}`);
  const stated = jsonSchemaOf(one.schema());
  if (isAnyJson(stated)) return;
  const known = new Set(ledger.map((entry) => `${place(entry.path)} ${entry.keyword}`));
  for (const { path, keyword } of occurrences(stated)) {
    // definitions have names of their own; a record keyed by an enum is spelled as properties
    if (path.includes('/$defs/') || path.endsWith('/propertyNames') || !BEARING.includes(keyword)) continue;
    const entered = (name: string): boolean => known.has(`${place(path)} ${name}`);
    if (isNoise(nodeAt(stated, path) as Record<string, unknown>, keyword, entered)) continue;
    if (!entered(keyword)) throw new Error(`dropped in silence: ${path} ${keyword}; entries: ${entries.join(', ')}`);
  }
}
