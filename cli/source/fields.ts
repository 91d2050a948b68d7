import { partsOf } from './calls.js';
import { follow, spreadPart } from './follow.js';
import { resultOf } from './functions.js';
import type { Parts } from './parts.js';
import { type Part, propertyOf, type Reading, type Written } from './written.js';

/** A property of what a schema describes. */
export function fieldOf(schema: Written, name: string, reading: Reading): Part {
  const value = schemaOf(schema, reading);
  if (!value) return 'unknown';
  if (value.node.type === 'ObjectExpression') {
    const properties = literalPart(value, 'properties', reading);
    const inner = typeof properties === 'string' ? undefined : follow(properties.value, reading, fieldOf);
    return inner?.node.type === 'ObjectExpression' ? literalPart(inner, name, reading) : 'unknown';
  }
  const parts = partsOf(value, reading);
  return parts ? fieldIn(parts, name, reading) : 'unknown';
}

/** The expression that makes a schema, be it in a function that `lazy` calls. */
export function schemaOf(schema: Written, reading: Reading): Written | undefined {
  const value = follow(schema, reading, fieldOf);
  if (value?.node.type !== 'ArrowFunctionExpression' && value?.node.type !== 'FunctionExpression') return value;
  const result = resultOf(value as Parameters<typeof resultOf>[0], []);
  return result && follow(result, reading, fieldOf);
}

/** A property among the parts of a call. */
export function fieldIn(parts: Parts, name: string, reading: Reading): Part {
  for (const fields of parts.fields ?? []) {
    const literal = fields && follow(fields, reading, fieldOf);
    const part = literal?.node.type === 'ObjectExpression' ? literalPart(literal, name, reading) : 'unknown';
    if (part !== 'absent') return part;
  }
  if ('only' in parts || 'without' in parts) {
    const mask = parts.only ?? parts.without;
    const keys = mask && follow(mask, reading, fieldOf);
    const masked = keys?.node.type === 'ObjectExpression' ? literalPart(keys, name, reading) : 'unknown';
    if (masked === 'unknown') return 'unknown';
    if ((masked === 'absent') === 'only' in parts) return 'absent';
  }
  for (const same of parts.same ?? []) {
    const part = same ? fieldOf(same, name, reading) : 'unknown';
    if (part !== 'absent') return part;
  }
  return 'absent';
}

export function literalPart(literal: Written, name: string, reading: Reading): Part {
  return propertyOf(literal as Parameters<typeof propertyOf>[0], name, (source) => spreadPart(source, name, reading, fieldOf));
}
