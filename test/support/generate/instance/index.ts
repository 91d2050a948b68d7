import type { Json } from '../../../../src/ir/json.js';
import type { Draw } from '../../draw.js';
import { KEYS } from '../words.js';
import { sampleAny } from './any.js';
import { merge } from './merge.js';
import { isNode, type Node, resolve } from './resolve.js';
import { sampleNumber, sampleString } from './scalar.js';

/** No value can be drawn within the depth left. */
export class Impossible extends Error {}

interface Context {
  readonly root: Json;
  readonly draw: Draw;
}

/** A value that the schema admits, most of the time; the caller checks. Throws `Impossible`. */
export function sample(root: Json, draw: Draw, depth = 7): Json {
  return from(root, depth, { root, draw });
}

/** Different values drawn from a schema, good or not. */
export function samples(root: Json, draw: Draw, count: number): Json[] {
  const found = new Map<string, Json>();
  for (let i = 0; i < count; i++) {
    try {
      const value = sample(root, draw, i % 2 === 0 ? 5 : 8);
      found.set(JSON.stringify(value), value);
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
    }
  }
  return [...found.values()];
}

function from(schema: Json | undefined, depth: number, context: Context): Json {
  if (schema === undefined || schema === true) return sampleAny(context.draw, Math.min(1, depth));
  if (!isNode(schema) || depth < 0) throw new Impossible();
  const { draw } = context;
  if (typeof schema['$ref'] === 'string') {
    const { $ref, ...rest } = schema;
    const target = resolve(context.root, $ref as string);
    if (target === undefined) throw new Impossible();
    return isNode(target)
      ? from(merge(target, without(rest, '$defs', 'definitions', '$schema')), depth - 1, context)
      : from(target, depth - 1, context);
  }
  if (Array.isArray(schema['allOf'])) {
    const parts = schema['allOf'].map((part) => settled(part, context));
    if (parts.includes(false)) throw new Impossible();
    return from(parts.filter(isNode).reduce<Node>(merge, without(schema, 'allOf')), depth - 0.5, context);
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const options = schema[keyword];
    if (Array.isArray(options))
      return firstOf(draw.shuffled(options), (option) =>
        from(
          isNode(option) ? merge(without(schema, keyword), option) : option === true ? without(schema, keyword) : false,
          depth - 0.5,
          context,
        ),
      );
  }
  if ('if' in schema) {
    const bare = without(schema, 'if', 'then', 'else');
    const met = draw.chance(50) && isNode(schema['if']);
    const parts = (met ? [schema['if'], schema['then']] : [schema['else']]).filter(isNode);
    return from(parts.reduce<Node>(merge, bare), depth - 0.5, context);
  }
  if ('const' in schema) return schema['const'] as Json;
  if (Array.isArray(schema['enum'])) {
    if (schema['enum'].length === 0) throw new Impossible();
    return draw.pick(schema['enum']);
  }
  const types = typesFor(schema, draw);
  return firstOf(draw.shuffled(types), (type) => ofType(type, schema, depth, context));
}

/** References at the head of a part are followed, so that parts can be merged. */
function settled(part: Json, context: Context, hops = 8): Json {
  if (!isNode(part) || typeof part['$ref'] !== 'string' || hops === 0) return part;
  const target = resolve(context.root, part['$ref']);
  return target === undefined ? part : settled(target, context, hops - 1);
}

function without(node: Node, ...keywords: string[]): Node {
  return Object.fromEntries(Object.entries(node).filter(([keyword]) => !keywords.includes(keyword)));
}

function firstOf<Item>(items: readonly Item[], make: (item: Item) => Json): Json {
  for (const item of items) {
    try {
      return make(item);
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
    }
  }
  throw new Impossible();
}

const HINTS: readonly (readonly [string, readonly string[]])[] = [
  [
    'object',
    [
      'properties',
      'required',
      'additionalProperties',
      'patternProperties',
      'propertyNames',
      'minProperties',
      'maxProperties',
      'dependentRequired',
      'dependentSchemas',
      'dependencies',
    ],
  ],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems', 'additionalItems']],
  ['string', ['minLength', 'maxLength', 'pattern', 'format']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

function typesFor(schema: Node, draw: Draw): string[] {
  if (schema['type'] !== undefined) return [schema['type']].flat() as string[];
  const hinted = HINTS.filter(([, keywords]) => keywords.some((keyword) => keyword in schema)).map(([type]) => type);
  return hinted.length === 0 || draw.chance(25) ? ['any'] : hinted;
}

function ofType(type: string, schema: Node, depth: number, context: Context): Json {
  const { draw } = context;
  if (type === 'any') return sampleAny(draw, 1);
  if (type === 'null') return null;
  if (type === 'boolean') return draw.chance(50);
  if (type === 'string') return sampleString(schema, draw);
  if (type === 'number' || type === 'integer') return sampleNumber(schema, draw, type === 'integer');
  if (type === 'array') return arrayOf(schema, depth, context);
  if (type === 'object') return objectOf(schema, depth, context);
  throw new Impossible();
}

function arrayOf(schema: Node, depth: number, context: Context): Json {
  const { draw } = context;
  const tuple = Array.isArray(schema['items']);
  const prefix = ((tuple ? schema['items'] : schema['prefixItems']) ?? []) as Json[];
  const rest = tuple ? schema['additionalItems'] : schema['items'];
  const least = Math.max(Number(schema['minItems'] ?? 0), 'contains' in schema ? Number(schema['minContains'] ?? 1) : 0);
  const most = Math.min(
    Number(schema['maxItems'] ?? Infinity),
    rest === false ? prefix.length : Infinity,
    least + prefix.length + 3,
  );
  const wanted = draw.chance(70) ? Math.max(least, prefix.length) : least;
  const length = Math.min(most, Math.max(least, wanted + (depth > 1 && draw.chance(60) ? draw.upTo(2) : 0)));
  const items: Json[] = [];
  for (let i = 0; i < length; i++) {
    const own = i < prefix.length ? prefix[i] : i < least && 'contains' in schema ? schema['contains'] : rest;
    try {
      items.push(from(own, depth - 1, context));
    } catch (error) {
      if (!(error instanceof Impossible) || i < least) throw error;
      break;
    }
  }
  return items;
}

function objectOf(schema: Node, depth: number, context: Context): Json {
  const { draw } = context;
  const result = new Map<string, Json>();
  const properties = (schema['properties'] ?? {}) as Node;
  const patterns = Object.entries((schema['patternProperties'] ?? {}) as Node);
  const required = (schema['required'] ?? []) as string[];
  const put = (key: string, needed: boolean): void => {
    try {
      const fitting = patterns.filter(([source]) => new RegExp(source, 'u').test(key)).map(([, value]) => value);
      const declared = Object.hasOwn(properties, key) ? [properties[key] as Json] : [];
      const all = [...declared, ...fitting];
      const schemas = all.length > 0 ? all : [schema['additionalProperties'] ?? true];
      if (schemas.includes(false)) throw new Impossible();
      result.set(key, from(schemas.length === 1 ? schemas[0] : { allOf: schemas }, depth - 1, context));
    } catch (error) {
      if (!(error instanceof Impossible) || needed) throw error;
    }
  };
  for (const key of required) put(key, true);
  const dense = draw.upTo(2) * 45;
  if (depth > 0) for (const key of Object.keys(properties)) if (!result.has(key) && draw.chance(dense)) put(key, false);
  const open = schema['additionalProperties'] !== false || patterns.length > 0;
  const missing = Number(schema['minProperties'] ?? 0) - result.size;
  const extra = open ? Math.max(missing, depth > 0 && draw.chance(50) ? draw.upTo(2) : 0) : missing;
  const names = schema['propertyNames'];
  for (let i = 0; i < extra * 3 && result.size < Number(schema['maxProperties'] ?? Infinity) && i < 9; i++) {
    const key = isNode(names) && draw.chance(80) ? String(from({ type: 'string', ...names }, depth, context)) : draw.pick(KEYS);
    if (!result.has(key)) put(key, false);
  }
  return Object.fromEntries(result);
}
