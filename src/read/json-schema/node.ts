import { isRecord, type Json } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import type { Facet, LiteralShape, Shape } from '../../ir/shape.js';
import { arrayShape, evaluatesElsewhere, isSchema } from './arrays.js';
import { objectShape } from './objects.js';
import type { Resource } from './references.js';
import { isNumberFormat, numberShape, stringShape } from './scalars.js';
import { child, describe, malformed, type Node, notesOf, refTo, type Scope } from './scope.js';
import { ARRAY, COMBINATOR, CONDITION, GROUP, LITERAL, NOTE, NUMBER, OBJECT, REFERENCE, STRING, TELLTALE } from './vocabulary.js';

const TYPES = new Set(['null', 'boolean', 'number', 'integer', 'string', 'array', 'object']);

/** Reads one schema of the document into a shape. */
export function readNode(value: unknown, path: string, depth: number, resource: Resource, scope: Scope): Shape {
  if (value === true) return { kind: 'any', path };
  if (value === false) return { kind: 'never', path, reason: 'the schema `false` admits nothing' };
  if (!isRecord(value)) {
    scope.findings.report({
      code: 'not-a-schema',
      severity: 'error',
      path,
      message: `A schema must be an object or a boolean, but this is ${describe(value)}.`,
      help: 'Put a JSON Schema there.',
    });
    return { kind: 'any', path };
  }
  if (depth > scope.options.maxDepth) {
    scope.findings.report({
      code: 'too-deep',
      severity: 'error',
      path: path.length > 200 ? `${path.slice(0, path.indexOf('/', 150))}/…` : path,
      message: `The schema is nested more than ${scope.options.maxDepth} levels deep.`,
      help: 'Flatten it, use `$ref`, or raise the option `maxDepth`.',
    });
    return { kind: 'any', path };
  }
  const here = depth === 0 ? resource : scope.references.enter(value, path, resource);
  const again = depth === 0 ? undefined : sharedWith(value, path, here, scope);
  if (again) return again;
  const special = scope.options.special?.(value, path, (nested, at) => scope.walk(nested, at, depth + 1, here));
  if (special) return special;
  let groups = 0;
  for (const key of Object.keys(value)) groups |= GROUP.get(key) ?? 0;
  if (!scope.telling && tells(value, groups)) scope.telling = true;
  return combine({ schema: value, path, depth, resource: here, scope }, groups);
}

/** Whether the node may mean different things in different dialects. */
function tells(schema: Record<string, unknown>, groups: number): boolean {
  if (groups & TELLTALE || Array.isArray(schema.items)) return true;
  if (groups & NUMBER && (typeof schema.exclusiveMinimum === 'boolean' || typeof schema.exclusiveMaximum === 'boolean'))
    return true;
  return groups & REFERENCE ? typeof schema.$ref === 'string' && !schema.$ref.startsWith('#') : false;
}

/** A schema object that stands in several places of the source is read once and referred to: sharing stays sharing. */
function sharedWith(value: Record<string, unknown>, path: string, resource: Resource, scope: Scope): Shape | undefined {
  if (!scope.seen.has(value)) {
    scope.seen.add(value);
    return undefined;
  }
  for (const key of Object.keys(value))
    if ((GROUP.get(key) ?? 0) & (ARRAY | OBJECT | COMBINATOR))
      return refTo(scope, { node: value, path, resource }, path, undefined);
  return undefined;
}

function combine(node: Node, groups: number): Shape {
  const { schema, path } = node;
  const parts: Shape[] = [];
  const facets: Facet[] = [];
  const base = typed(node, groups);
  if (base) parts.push(base);
  if (groups & LITERAL) literals(node, parts);
  if (groups & REFERENCE) references(node, parts);
  if (groups & COMBINATOR) combinators(node, parts);
  if (groups & CONDITION) conditions(node, parts, facets);
  const notes = groups & NOTE ? notesOf(schema) : undefined;
  let shape: Shape;
  const sealed = groups & (ARRAY | OBJECT) && evaluatesElsewhere(schema) ? seals(node) : undefined;
  if (parts.length === 0) shape = { kind: 'any', path };
  else if (parts.length === 1 && !sealed) shape = at(parts[0] as Shape, path);
  else shape = { kind: 'all', path, parts, ...sealed };
  if (facets.length > 0) shape = { ...shape, facets: [...(shape.facets ?? []), ...facets] };
  if (notes) shape = { ...shape, notes };
  if (schema.nullable === true && schema.type !== undefined && shape.kind !== 'null')
    shape = {
      kind: 'union',
      path,
      options: [notes ? { ...shape, notes: {} } : shape, { kind: 'null', path }],
      ...(notes && { notes }),
    };
  return shape;
}

/** The only part of a node, known by the node's own place too. */
function at(part: Shape, path: string): Shape {
  return part.path === path || part.also?.includes(path) ? part : { ...part, also: [...(part.also ?? []), path] };
}

function typed(node: Node, groups: number): Shape | undefined {
  const { schema, path } = node;
  const { type } = schema;
  if (type === undefined) {
    const options: Shape[] = [];
    if (groups & STRING && !(isNumberFormat(schema.format) && onlyFormat(schema))) options.push(stringShape(node));
    if (groups & NUMBER || isNumberFormat(schema.format)) options.push(numberShape(node, false));
    if (groups & ARRAY) options.push(arrayShape(node));
    if (groups & OBJECT) options.push(objectShape(node));
    return options.length > 0 ? { kind: 'loose', path, options } : undefined;
  }
  if (typeof type === 'string') return ofType(node, type);
  if (!Array.isArray(type)) {
    malformed(node, 'type', 'a type name or a list of them');
    return undefined;
  }
  const names = [...new Set(type)].filter((name) => !(name === 'integer' && type.includes('number')));
  const options = names.map((name) => ofType(node, name)).filter((option) => option !== undefined);
  if (options.length === 0) return { kind: 'never', path, reason: '`type` lists no type' };
  return options.length === 1 ? options[0] : { kind: 'union', path, options };
}

function onlyFormat(schema: Record<string, unknown>): boolean {
  return schema.minLength === undefined && schema.maxLength === undefined && schema.pattern === undefined;
}

function ofType(node: Node, name: unknown): Shape | undefined {
  const { path } = node;
  switch (name) {
    case 'null':
      return { kind: 'null', path };
    case 'boolean':
      return { kind: 'boolean', path };
    case 'number':
      return numberShape(node, false);
    case 'integer':
      return numberShape(node, true);
    case 'string':
      return stringShape(node);
    case 'array':
      return arrayShape(node);
    case 'object':
      return objectShape(node);
    default: {
      const lower = String(name).toLowerCase();
      const meant = TYPES.has(lower)
        ? lower
        : {
            float: 'number',
            double: 'number',
            int: 'integer',
            bool: 'boolean',
            dict: 'object',
            list: 'array',
            tuple: 'array',
            str: 'string',
          }[lower];
      node.scope.findings.report({
        code: 'unknown-type',
        severity: 'error',
        path: pointer(path, 'type'),
        message: `${describe(name)} is no JSON Schema type, so nothing can be said of the value.`,
        help: meant ? `Write "${meant}".` : `Use one of ${[...TYPES].join(', ')}.`,
      });
      return undefined;
    }
  }
}

function literals(node: Node, parts: Shape[]): void {
  const { schema, path } = node;
  if (schema.enum !== undefined) {
    if (!Array.isArray(schema.enum)) malformed(node, 'enum', 'a list of values');
    else if (schema.enum.length === 0) parts.push({ kind: 'never', path, reason: '`enum` is empty' });
    else parts.push(literal(path, schema.enum as Json[]));
  }
  if (schema.const !== undefined) parts.push(literal(path, [schema.const as Json]));
}

function literal(path: string, values: readonly Json[]): LiteralShape {
  const seen = new Set<unknown>();
  const distinct = values.filter((value) => {
    const key = typeof value === 'object' && value !== null ? `json:${JSON.stringify(value)}` : value;
    return !seen.has(key) && seen.add(key);
  });
  return { kind: 'literal', path, values: distinct };
}

function references(node: Node, parts: Shape[]): void {
  const { schema, path, scope, resource } = node;
  for (const keyword of ['$ref', '$dynamicRef', '$recursiveRef'] as const) {
    const value = schema[keyword];
    if (value === undefined || (keyword !== '$ref' && scope.unknown.has(keyword))) continue;
    if (typeof value !== 'string') {
      malformed(node, keyword, 'a reference as text');
      continue;
    }
    const place =
      keyword === '$dynamicRef'
        ? scope.references.resolveDynamic(value, resource)
        : scope.references.resolve(value, keyword === '$recursiveRef' && recursiveRoot(scope) ? scope.references.root : resource);
    if (place === 'dynamic') parts.push({ kind: 'any', path, facets: [{ keyword, value, path }] });
    else if (place) parts.push(refTo(scope, place, path, undefined));
    else {
      const outside = /^[a-z][a-z0-9+.-]*:|^[^#]/i.test(value);
      scope.findings.report({
        code: outside ? 'external-ref' : 'dangling-ref',
        severity: 'error',
        path: pointer(path, keyword),
        message: outside
          ? `${describe(value)} lies outside this document, and nothing is fetched while compiling.`
          : `${describe(value)} leads to nothing in this document.`,
        help: outside
          ? 'Bundle the schema first: copy what it refers to into `$defs`.'
          : 'Correct the reference, or add what it refers to.',
      });
    }
  }
}

function recursiveRoot(scope: Scope): boolean {
  const { node } = scope.references.root;
  return isRecord(node) && node.$recursiveAnchor === true;
}

function combinators(node: Node, parts: Shape[]): void {
  const { schema, path } = node;
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (!Array.isArray(value) || value.length === 0) {
      malformed(node, keyword, 'a list of at least one schema');
      continue;
    }
    const shapes = value.map((part, index) => child(node, part, keyword, index));
    if (keyword === 'allOf') parts.push(...shapes);
    else {
      const stated: Facet = { keyword, value, path };
      parts.push({ kind: 'union', path, options: shapes, stated, ...(keyword === 'oneOf' && { facets: [stated] }) });
    }
  }
}

function conditions(node: Node, parts: Shape[], facets: Facet[]): void {
  const { schema, path } = node;
  if (schema.not !== undefined) {
    if (!isSchema(schema.not)) malformed(node, 'not', 'a schema');
    else if (schema.not === true || (isRecord(schema.not) && Object.keys(schema.not).length === 0))
      parts.push({ kind: 'never', path, reason: '`not` excludes everything' });
    else if (schema.not !== false) facets.push({ keyword: 'not', value: schema.not, path });
  }
  if (schema.if === undefined) return;
  if (!isSchema(schema.if)) {
    malformed(node, 'if', 'a schema');
    return;
  }
  const branches: Shape[] = [];
  for (const keyword of ['if', 'then', 'else'] as const) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (!isSchema(value)) malformed(node, keyword, 'a schema');
    else if (isRecord(value)) branches.push(child(node, value, keyword));
  }
  if (schema.then === undefined && schema.else === undefined) return;
  facets.push({ keyword: 'if', value: { if: schema.if, then: schema.then, else: schema.else }, path });
  if (branches.length > 0) parts.push({ kind: 'loose', path, options: [carrier(path, branches)] });
}

/** An object that constrains nothing and only carries what conditional parts declare. */
export function carrier(path: string, branches: readonly Shape[]): Shape {
  return { kind: 'object', path, properties: [], patterns: [], rest: { kind: 'any', path }, openness: 'implicit', branches };
}

function seals(node: Node): { unevaluatedProperties?: Shape; unevaluatedItems?: Shape } | undefined {
  const { schema, scope } = node;
  const sealed: { unevaluatedProperties?: Shape; unevaluatedItems?: Shape } = {};
  for (const keyword of ['unevaluatedProperties', 'unevaluatedItems'] as const) {
    const value = schema[keyword];
    if (value === undefined || scope.unknown.has(keyword)) continue;
    if (!isSchema(value)) malformed(node, keyword, 'a schema');
    else if (!(keyword === 'unevaluatedItems' && schema.contains !== undefined)) sealed[keyword] = child(node, value, keyword);
  }
  return sealed.unevaluatedProperties || sealed.unevaluatedItems ? sealed : undefined;
}
