import { isPrimitive, isRecord } from '../../ir/json.js';
import { sendable } from '../../targets/patterns/index.js';
import type { TargetProfile } from '../../targets/profile.js';
import { refuse } from './refusal.js';

type Schema = Readonly<Record<string, unknown>>;

export interface NodeState {
  readonly profile: TargetProfile;
  readonly definitions: ReadonlyMap<string, unknown>;
}

/** Nesting that the emulator walks; the API publishes no limit of its own. */
export const DEEPEST = 200;
const SCALARS = ['string', 'number', 'integer', 'boolean', 'null'];
const TYPES = [...SCALARS, 'array', 'object'];

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

function checkLiterals(schema: Schema, { profile }: NodeState): void {
  if (!('enum' in schema) && !('const' in schema)) refuse(`Invalid schema: Schema type is missing for schema: ${brief(schema)}`);
  checkKeys(schema, ['enum', 'const', ...profile.keywords.annotations.value], 'enum');
  const values = literals(schema, profile);
  if (!profile.mixedEnum.value && new Set(values.map(typeOf)).size > 1)
    refuse('Invalid schema: Enum values must all be of one type');
}

function literals(schema: Schema, { limits }: TargetProfile): readonly unknown[] {
  const listed = schema['enum'];
  if ('enum' in schema && (!Array.isArray(listed) || listed.length === 0))
    refuse('Invalid schema: Enum must be a non-empty array');
  const values = [...((listed as unknown[] | undefined) ?? []), ...('const' in schema ? [schema['const']] : [])];
  for (const value of values)
    if (!isPrimitive(value)) refuse(`Invalid schema: Complex types within enums are not supported: ${brief(value)}`);
  if (Array.isArray(listed) && listed.length > limits.enumValues.value) refuse('Schema is too complex for compilation.');
  return values;
}

function checkTypeList(schema: Schema, types: readonly unknown[], { profile }: NodeState): void {
  if (!profile.typeLists.value) refuse('Invalid schema: a list of types is not supported');
  if (types.length === 0 || new Set(types).size < types.length) refuse("Invalid schema: 'type' must list each type once");
  for (const type of types) {
    if (type === 'object' || type === 'array') {
      checkKeys(schema, ['type'], type);
      refuse(`Invalid schema: '${type}' in a list of types is not supported`);
    }
    if (!SCALARS.includes(type as string)) refuse(`Invalid schema: Unknown type ${brief(type)}`);
  }
  const values = [...(Array.isArray(schema['enum']) ? schema['enum'] : []), ...('const' in schema ? [schema['const']] : [])];
  if ('enum' in schema || 'const' in schema)
    refuse(
      `Invalid schema: Enum value ${python(values[0])} does not match declared type '[${types.map((type) => `'${type}'`).join(', ')}]'`,
    );
  const isText = types.includes('string');
  checkKeys(
    schema,
    ['type', ...(isText ? profile.keywords.string.value : []), ...profile.keywords.annotations.value],
    String(types.find((type) => type !== 'null') ?? 'null'),
  );
  if (isText) checkText(schema, profile);
}

function checkTyped(schema: Schema, state: NodeState): void {
  const { profile } = state;
  const { keywords } = profile;
  const type = schema['type'];
  if (typeof type !== 'string' || !TYPES.includes(type)) refuse(`Invalid schema: Unknown type ${brief(type)}`);
  const own: readonly string[] =
    type === 'object'
      ? ['properties', 'required', 'additionalProperties']
      : type === 'array'
        ? ['items', ...keywords.array.value]
        : [
            'enum',
            'const',
            ...(type === 'string' ? keywords.string.value : type === 'number' || type === 'integer' ? keywords.number.value : []),
          ];
  checkKeys(schema, ['type', ...own, ...keywords.annotations.value], type);
  if (type === 'object') checkObject(schema, state);
  else if (type === 'array') checkArray(schema, state);
  else checkScalar(schema, type, profile);
}

function checkScalar(schema: Schema, type: string, profile: TargetProfile): void {
  for (const value of literals(schema, profile))
    if (typeOf(value) !== type && !(type === 'number' && typeOf(value) === 'integer'))
      refuse(`Invalid schema: Enum value ${python(value)} does not match declared type '${type}'`);
  if (type === 'string') checkText(schema, profile);
}

function checkText(schema: Schema, { formats, patterns }: TargetProfile): void {
  const { format, pattern } = schema;
  if ('format' in schema && !formats.value.includes(format as string))
    refuse(`For 'string' type, format '${brief(format)}' is not supported`, 'format');
  if ('pattern' in schema && (typeof pattern !== 'string' || !sendable(pattern, patterns.value, 'u')))
    refuse(`Unsupported regex feature in pattern field: ${brief(pattern)}`, 'pattern');
}

function checkArray(schema: Schema, state: NodeState): void {
  const { minItems, items } = schema;
  if (Array.isArray(items))
    refuse("Invalid schema: Array types must be specified with a single object schema for 'items'.", 'items');
  if (!('items' in schema))
    refuse('Empty schema ({}) that accepts any JSON value is not supported. Please specify a concrete type.');
  const taken = state.profile.minItems.value;
  if ('minItems' in schema && !taken.includes(minItems as number))
    refuse(
      `For 'array' type, 'minItems' values other than ${taken.join(' or ')} are not supported (got: [${brief(minItems)}, ∞])`,
      'minItems',
    );
}

function checkObject(schema: Schema, state: NodeState): void {
  const open = schema['additionalProperties'];
  if (!('additionalProperties' in schema)) refuse("For 'object' type, 'additionalProperties' must be explicitly set to false");
  if (open !== false)
    refuse(
      `For 'object' type, 'additionalProperties: ${isRecord(open) ? 'object' : brief(open)}' is not supported. Please set 'additionalProperties' to false`,
      'additionalProperties',
    );
  const properties = schema['properties'] ?? {};
  if (!isRecord(properties)) refuse('Invalid schema: properties must be an object');
  const expression = new RegExp(state.profile.propertyName.value, 'u');
  for (const name of Object.keys(properties))
    if (!expression.test(name))
      refuse(`Property keys should match pattern '${state.profile.propertyName.value}'`, 'properties', name);
  checkRequired(schema, properties);
}

function checkRequired({ required }: Schema, properties: Schema): void {
  if (required === undefined) return;
  if (!Array.isArray(required) || !required.every((name) => typeof name === 'string') || new Set(required).size < required.length)
    refuse('Invalid schema: required must be an array of unique strings');
  // Nobody has tried; a closed object that demands what it forbids has no value.
  const missing = required.find((name) => !Object.hasOwn(properties, name as string));
  if (missing !== undefined) refuse(`Invalid schema: required property '${missing}' is not declared in properties`, 'required');
}

/** "For 'integer' type, properties maximum, minimum are not supported", "For 'anyOf', 'type' is not supported". */
function checkKeys(schema: Schema, taken: readonly string[], place: string): void {
  const others = Object.keys(schema)
    .filter((key) => !taken.includes(key))
    .sort();
  if (others.length === 0) return;
  const list = others.join(', ');
  const first = others[0] as string;
  if (place === 'anyOf') refuse(`For 'anyOf', '${list}' is not supported`, first);
  const form = place === '$ref' || place === 'enum' ? `For '${place}',` : `For '${place}' type,`;
  refuse(
    others.length === 1 ? `${form} property '${list}' is not supported` : `${form} properties ${list} are not supported`,
    first,
  );
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}

/** A value as the API's messages write it. */
function python(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  return typeof value === 'string' ? `'${value}'` : brief(value);
}

function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
