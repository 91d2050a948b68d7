import type { ObjectExpression } from '@babel/types';
import { libraryOf, partsOf } from './calls.js';
import { fieldOf, literalPart, schemaOf } from './fields.js';
import { follow } from './follow.js';
import { beside, type Reading, type Written } from './written.js';

/** The object literal that holds the properties of a schema. */
export type Fields = Written & { readonly node: ObjectExpression };

/** The expression that makes a schema, the literal with its properties where it is a single one, and the library that is called. */
export function makingOf(
  schema: Written,
  reading: Reading,
): { readonly value: Written; readonly fields: Fields | undefined; readonly library: 'typebox' | 'zod' | undefined } | undefined {
  const value = schemaOf(schema, reading);
  if (!value) return undefined;
  const { node } = value;
  if (node.type === 'ObjectExpression') {
    const part = literalPart(value, 'properties', reading);
    return { value, fields: typeof part === 'string' ? undefined : asFields(part.value, reading), library: undefined };
  }
  const parts = partsOf(value, reading);
  if (!parts) return undefined;
  const [only] = parts.same ?? [];
  if (!parts.fields && only && parts.same?.length === 1 && !('only' in parts || 'without' in parts))
    return makingOf(only, reading);
  const [fields, ...others] = parts.fields ?? [];
  return {
    value,
    fields: fields && others.length === 0 && !parts.same ? asFields(fields, reading) : undefined,
    library: node.type === 'CallExpression' ? libraryOf(beside(value, node.callee), reading) : undefined,
  };
}

function asFields(written: Written, reading: Reading): Fields | undefined {
  const literal = follow(written, reading, fieldOf);
  return literal?.node.type === 'ObjectExpression' ? (literal as Fields) : undefined;
}
