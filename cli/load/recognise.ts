import { isRecord } from '../../src/ir/json.js';
import { GROUP, NOTE } from '../../src/read/json-schema/vocabulary.js';
import { isTypeBox } from '../../src/read/typebox/recognise.js';

const TYPES = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);

/** Whether an exported value is meant as a schema: of a library, or plain JSON Schema. */
export function isSchema(value: unknown): boolean {
  return isLibrarySchema(value) || isJsonSchema(value);
}

/** Whether a value that was addressed by name can be meant as a schema: less is asked than of one that was merely found. */
export function mayBeSchema(value: unknown): boolean {
  if (isLibrarySchema(value)) return true;
  if (!isRecord(value) || !isPlain(value) || isCompiled(value)) return false;
  return Object.keys(value).length === 0 || constrains(value) || (isMetaSchema(value.$schema) && !defines(value));
}

/** Whether an object defines schemas for others to refer to. */
export function defines(value: unknown): boolean {
  return isRecord(value) && ['$defs', 'definitions'].some((keyword) => isRecord(value[keyword]));
}

/** Whether some keyword of the object itself bears on which values are valid. */
function constrains(value: Record<string, unknown>): boolean {
  return Object.keys(value).some((keyword) => keyword === 'type' || (GROUP.get(keyword) ?? NOTE) !== NOTE);
}

function isMetaSchema(uri: unknown): boolean {
  return typeof uri === 'string' && /\bjson-schema\.org\b/.test(uri);
}

function isLibrarySchema(value: unknown): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || isCompiled(value)) return false;
  return '_zod' in value || '~standard' in value || isTypeBox(value);
}

/** Whether a plain object says something that only a JSON Schema says. Any object is a valid schema, but hardly meant as one. */
export function isJsonSchema(value: unknown): boolean {
  if (!isRecord(value) || !isPlain(value)) return false;
  const { type, $ref, $schema, properties } = value;
  if (
    typeof type === 'string'
      ? TYPES.has(type)
      : Array.isArray(type) && type.length > 0 && type.every((each) => TYPES.has(each as string))
  )
    return true;
  if (isMetaSchema($schema)) return constrains(value) || !defines(value);
  if (typeof $ref === 'string' || isRecord(properties)) return true;
  return ['anyOf', 'oneOf', 'allOf', 'enum'].some((keyword) => Array.isArray(value[keyword]));
}

/** What `compile` returns. */
export function isCompiled(value: unknown): boolean {
  return isRecord(value) && 'wire' in value && 'lowered' in value && 'fingerprint' in value;
}

/** An object literal or parsed JSON; no instance of a class, no module. */
export function isPlain(value: object): boolean {
  if (Symbol.toStringTag in value) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** What a value is, as part of a sentence. */
export function described(value: unknown): string {
  if (value === null) return 'null';
  if (isCompiled(value)) return 'an already compiled schema';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return /^class\b/.test(Function.prototype.toString.call(value)) ? 'a class' : 'a function';
  if (typeof value === 'object')
    return isPlain(value) ? 'a plain object' : `an instance of ${value.constructor?.name || 'a class'}`;
  return typeof value === 'string' ? 'a text' : typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
}
