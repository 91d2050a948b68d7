import { isRecord } from '../../ir/json.js';
import { checkKeys } from './keys.js';
import { checkLiterals } from './literals.js';
import type { NodeState, Schema } from './node-state.js';
import { refuse } from './refusal.js';
import { checkTyped, checkTypeList } from './typed.js';
import { brief } from './words.js';

/** Nesting that the emulator walks; the API publishes no limit of its own. */
export const DEEPEST = 200;

/** What holds of a node, whatever is below it. Throws a `Refusal`. */
export function checkNode(schema: unknown, state: NodeState, depth: number): void {
  if (depth > DEEPEST) refuse('Schema is too complex for compilation.');
  if (typeof schema === 'boolean' || (isRecord(schema) && isOnlyAnnotated(schema, state)))
    refuse('Empty schema ({}) that accepts any JSON value is not supported. Please specify a concrete type.');
  if (!isRecord(schema)) refuse(`Invalid schema: ${brief(schema)} is not a schema`);
  checkAnnotations(schema);
  if ('$ref' in schema) checkReference(schema, state);
  else if ('anyOf' in schema) checkUnion(schema, state);
  else checkPlain(schema, state);
}

function checkPlain(schema: Schema, state: NodeState): void {
  if ('oneOf' in schema) refuse("Schema type 'oneOf' is not supported", 'oneOf');
  if ('allOf' in schema) refuse("For 'anyOf', 'allOf' is not supported", 'allOf');
  if ('not' in schema) refuse("Schema keyword 'not' is not supported", 'not');
  if (!('type' in schema)) checkLiterals(schema, state);
  else if (Array.isArray(schema['type'])) checkTypeList(schema, schema['type'], state);
  else checkTyped(schema, state);
}

function isOnlyAnnotated(schema: Schema, { profile }: NodeState): boolean {
  const notes: readonly string[] = profile.keywords.annotations.value;
  return Object.keys(schema).every((key) => notes.includes(key));
}

function checkAnnotations(schema: Schema): void {
  for (const key of ['title', 'description'])
    if (key in schema && typeof schema[key] !== 'string') refuse(`Invalid schema: ${key} must be a string`);
  if ('examples' in schema && !Array.isArray(schema['examples'])) refuse('Invalid schema: examples must be an array');
}

function checkReference(schema: Schema, { definitions, profile }: NodeState): void {
  const reference = schema['$ref'];
  checkKeys(schema, ['$ref'], '$ref');
  if (!profile.definitions.value) refuse("Schema keyword '$ref' is not supported");
  if (typeof reference !== 'string') refuse('Invalid schema: $ref must be a string');
  if (reference === '#')
    refuse(
      'Circular reference detected in schema definitions: # -> #. Self-referencing or mutually-referencing definitions are not supported.',
    );
  if (!reference.startsWith('#')) refuse(`Invalid schema: External reference '${brief(reference)}' is not supported`);
  if (!definitions.has(reference)) refuse(`Invalid schema: Reference to non-existent definition: ${reference}`);
}

function checkUnion(schema: Schema, state: NodeState): void {
  const options = schema['anyOf'];
  checkKeys(schema, ['anyOf', ...state.profile.besideUnion.value], 'anyOf');
  if (!Array.isArray(options) || options.length === 0) refuse("Invalid schema: 'anyOf' must be a non-empty array");
}
