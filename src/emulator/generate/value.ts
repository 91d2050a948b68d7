import { isRecord, type Json, setOwn } from '../../ir/json.js';
import type { Draw } from '../random.js';
import { text } from './string.js';

/** Values a generated answer may hold before it gets as small as the schema allows. */
const ROOM = 400;
/** Only a schema that is not strict, and that can't be met without end, gets here. */
const DEEPEST = 2000;
const LEAST_ROOM = -20_000;
const SHALLOW = 6;

type Schema = Readonly<Record<string, unknown>>;

interface State {
  readonly root: Schema;
  readonly draw: Draw;
  room: number;
}

/**
 * A value that a wire schema admits, properties in the order in which they are generated: required ones first. Schemas of tools that are not
 * strict are met as far as their plain keywords go.
 */
export function generate(schema: unknown, draw: Draw): Json {
  const root = isRecord(schema) ? schema : {};
  return value(root, { root, draw, room: ROOM }, 0);
}

function value(schema: unknown, state: State, depth: number): Json {
  if (!isRecord(schema) || depth > DEEPEST || state.room < LEAST_ROOM) return null;
  const { draw } = state;
  state.room--;
  if (typeof schema['$ref'] === 'string') return value(resolve(schema['$ref'], state.root), state, depth + 1);
  if ('const' in schema) return schema['const'] as Json;
  if (Array.isArray(schema['enum'])) return schema['enum'].length > 0 ? (draw.pick(schema['enum']) as Json) : null;
  const options = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(options) && options.length > 0) return value(option(options, state, depth), state, depth + 1);
  if (Array.isArray(schema['allOf']) && schema['allOf'].length > 0)
    return value(Object.assign({}, ...schema['allOf'].filter(isRecord), { allOf: undefined }), state, depth + 1);
  const type = Array.isArray(schema['type']) ? draw.pick(schema['type']) : (schema['type'] ?? guessed(schema));
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return draw.chance(50);
    case 'integer':
      return number(schema, draw, 0);
    case 'number':
      return number(schema, draw, 2);
    case 'string':
      return text(schema, draw);
    case 'array':
      return list(schema, state, depth);
    case 'object':
      return object(schema, state, depth);
    default:
      return null;
  }
}

/** With little room left, or deep down, an option that ends: one that is no list, object or reference, if there is one. */
function option(options: readonly unknown[], { draw, room }: State, depth: number): unknown {
  const ends = options.filter((each) => isRecord(each) && !('$ref' in each) && !('properties' in each) && !('items' in each));
  return draw.pick(ends.length > 0 && (room < 0 || depth > SHALLOW) ? ends : options);
}

function guessed(schema: Schema): string {
  if ('properties' in schema || 'additionalProperties' in schema) return 'object';
  return 'items' in schema ? 'array' : 'string';
}

function number(
  { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: Schema,
  draw: Draw,
  digits: number,
): number {
  const step = typeof multipleOf === 'number' && multipleOf > 0 ? multipleOf : 10 ** -draw.upTo(digits);
  const low = typeof minimum === 'number' ? minimum : typeof exclusiveMinimum === 'number' ? exclusiveMinimum + step : undefined;
  const high = typeof maximum === 'number' ? maximum : typeof exclusiveMaximum === 'number' ? exclusiveMaximum - step : undefined;
  const from = Math.ceil((low ?? (high === undefined ? -100 : high - 1000)) / step);
  const to = Math.max(from, Math.floor((high ?? (low ?? 0) + 1000) / step));
  const found = (from + draw.upTo(Math.min(to - from, 1_000_000))) * step;
  return Number(found.toFixed(10)) + 0;
}

function list(schema: Schema, state: State, depth: number): Json[] {
  const least = typeof schema['minItems'] === 'number' ? schema['minItems'] : 0;
  const most = typeof schema['maxItems'] === 'number' ? schema['maxItems'] : Infinity;
  const wanted = state.room < 0 || depth > SHALLOW ? 0 : state.draw.upTo(3);
  const count = Math.min(1000, Math.max(least, Math.min(most, wanted)));
  const first = Array.isArray(schema['prefixItems']) ? schema['prefixItems'] : [];
  return Array.from({ length: Math.max(first.length, count) }, (_, index) =>
    value(first[index] ?? schema['items'] ?? { type: 'string' }, state, depth + 1),
  );
}

function object(schema: Schema, state: State, depth: number): Json {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const required = new Set(Array.isArray(schema['required']) ? (schema['required'] as unknown[]) : []);
  const names = Object.keys(properties);
  const made: Record<string, Json> = {};
  for (const name of names.filter((each) => required.has(each))) setOwn(made, name, value(properties[name], state, depth + 1));
  for (const name of names.filter((each) => !required.has(each))) {
    if (state.room < 0 || depth > SHALLOW || state.draw.chance(40)) continue;
    setOwn(made, name, value(properties[name], state, depth + 1));
  }
  return made;
}

/** What a reference into the document names; undefined where there is nothing. */
export function resolve(reference: string, root: Schema): unknown {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let at: unknown = root;
  for (const token of reference.slice(2).split('/')) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}
