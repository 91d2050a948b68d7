import { isRecord } from '../../ir/json.js';
import type { Facet, Shape } from '../../ir/shape.js';
import { evaluatesElsewhere, isSchema } from './arrays.js';
import { combinators } from './combinators.js';
import { conditions } from './conditions.js';
import { literals } from './literals.js';
import { references } from './reference-parts.js';
import type { Resource } from './references.js';
import { child, describe, malformed, type Node, notesOf, refTo, type Scope } from './scope.js';
import { typed } from './typed.js';
import { ARRAY, COMBINATOR, CONDITION, GROUP, LITERAL, NOTE, NUMBER, OBJECT, REFERENCE, TELLTALE } from './vocabulary.js';

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
