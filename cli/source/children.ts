import type { CallExpression, ObjectExpression } from '@babel/types';
import { follow, spreadPart } from './follow.js';
import { resultOf } from './functions.js';
import { foreign } from './packages.js';
import type { Arguments, Parts } from './parts.js';
import type { Spot } from './syntax.js';
import { typebox } from './typebox.js';
import { beside, nameOf, type Part, propertyOf, type Reading, type Written } from './written.js';
import { zod } from './zod.js';

/** One step of a path: the schema there, where it stands, and how many tokens of the path that took. */
export interface Child {
  readonly value: Written;
  readonly at: Spot;
  readonly used: number;
}

/** The part of a schema that a path begins with, where the code tells. */
export function childOf(schema: Written, path: readonly string[], reading: Reading): Child | undefined {
  const [first, second] = path;
  const value = schemaOf(schema, reading);
  if (!value || first === undefined) return undefined;
  const { node } = value;
  if (node.type === 'ObjectExpression') return taken(literalPart(value, first, reading), 1);
  if (node.type === 'ArrayExpression') return element(value, first, 1, reading);
  const parts = partsOf(value, reading);
  if (!parts) return undefined;
  if (first === 'properties' && second !== undefined) {
    const field = fieldIn(parts, second, reading);
    if (field !== 'absent') return taken(field, 2);
  }
  const list = parts.lists?.[first];
  if (list && second !== undefined) return element(list, second, 2, reading);
  for (const [place, part] of Object.entries(parts.at ?? {})) {
    const tokens = place.split('/');
    if (!part || !tokens.every((token, index) => token === '*' || token === path[index]) || path.length < tokens.length) continue;
    return { value: part, at: part, used: tokens.length };
  }
  for (const same of parts.same ?? []) {
    const child = same && childOf(same, path, reading);
    if (child) return child;
  }
  return parts.options && childOf(parts.options, path, reading);
}

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

function libraryOf(callee: Written, reading: Reading): 'typebox' | 'zod' | undefined {
  const known = foreign(callee, reading);
  if (!known) return undefined;
  return /(?:^|\W)zod(?:$|\W)/.test(known.specifier)
    ? 'zod'
    : /(?:^|\W)typebox(?:$|\W)/.test(known.specifier)
      ? 'typebox'
      : undefined;
}

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
function schemaOf(schema: Written, reading: Reading): Written | undefined {
  const value = follow(schema, reading, fieldOf);
  if (value?.node.type !== 'ArrowFunctionExpression' && value?.node.type !== 'FunctionExpression') return value;
  const result = resultOf(value as Parameters<typeof resultOf>[0], []);
  return result && follow(result, reading, fieldOf);
}

function fieldIn(parts: Parts, name: string, reading: Reading): Part {
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

function literalPart(literal: Written, name: string, reading: Reading): Part {
  return propertyOf(literal as Parameters<typeof propertyOf>[0], name, (source) => spreadPart(source, name, reading, fieldOf));
}

function taken(part: Part, used: number): Child | undefined {
  return typeof part === 'string' ? undefined : { ...part, used };
}

function element(list: Written, token: string, used: number, reading: Reading): Child | undefined {
  const value = follow(list, reading, fieldOf);
  if (value?.node.type !== 'ArrayExpression') return undefined;
  const before = value.node.elements.slice(0, Number(token) + 1);
  const node = before[Number(token)];
  // After a spread nobody can count.
  if (!node || before.some((each) => each?.type === 'SpreadElement')) return undefined;
  const part = beside(value, node);
  return { value: part, at: part, used };
}

function partsOf(value: Written, reading: Reading): Parts | undefined {
  if (value.node.type !== 'CallExpression') return undefined;
  const call = value as Written & { readonly node: CallExpression };
  const { callee, arguments: given } = call.node;
  const argument: Arguments = (index) => {
    const node = given.at(index);
    return node && !given.some((each) => each.type === 'SpreadElement') ? beside(call, node) : undefined;
  };
  const known = foreign(beside(call, callee), reading);
  const library = known && libraryOf(beside(call, callee), reading);
  if (known) return library && { typebox, zod }[library].function(known.name)(argument, undefined);
  if (callee.type !== 'MemberExpression') return undefined;
  const name = nameOf(callee.property, callee.computed);
  return name === undefined ? undefined : zod.method(name)?.(argument, beside(call, callee.object));
}
