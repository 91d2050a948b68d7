import type { Json } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import type { Notes, RefShape, Shape } from '../../ir/shape.js';
import { pinsOf } from '../pins.js';
import type { Findings, ReadOptions } from '../source.js';
import type { Place, References, Resource } from './references.js';

export type Special = (
  node: Record<string, unknown>,
  path: string,
  walk: (child: unknown, path: string) => Shape,
) => Shape | undefined;

/** What the readers of single keywords share while one document is read. */
export interface Scope {
  readonly findings: Findings;
  readonly options: ReadOptions & { readonly special?: Special };
  readonly references: References;
  /** Keywords that this dialect ignores. */
  readonly unknown: ReadonlySet<string>;
  readonly definitions: Map<string, Shape>;
  /** Definitions that were referred to and are still to be read. */
  readonly pending: { readonly name: string; readonly place: Place }[];
  readonly names: Map<unknown, string>;
  readonly taken: Set<string>;
  /** Definitions by the place they were read at. */
  readonly places: Map<string, string>;
  /** Schema objects met so far. */
  readonly seen: Set<unknown>;
  /** Set once a node is met that dialects read differently. */
  telling: boolean;
  walk(node: unknown, path: string, depth: number, resource: Resource): Shape;
}

/** One schema object being read. */
export interface Node {
  readonly schema: Record<string, unknown>;
  readonly path: string;
  readonly depth: number;
  readonly resource: Resource;
  readonly scope: Scope;
}

export function child(node: Node, value: unknown, ...steps: (string | number)[]): Shape {
  let path = node.path;
  for (const step of steps) path = pointer(path, step);
  return node.scope.walk(value, path, node.depth + 1, node.resource);
}

/** Reports a keyword whose value has the wrong form. */
export function malformed(node: Node, keyword: string, expected: string): void {
  node.scope.findings.report({
    code: 'invalid-keyword',
    severity: 'error',
    path: pointer(node.path, keyword),
    message: `\`${keyword}\` must be ${expected}, but it is ${describe(node.schema[keyword])}. No validator can read this schema.`,
    help: `Write ${expected} there, or remove \`${keyword}\`.`,
  });
}

export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A name for the definition at a place, made once for each schema object. */
export function refTo(scope: Scope, place: Place, path: string, notes: Notes | undefined): RefShape {
  const key = typeof place.node === 'object' && place.node !== null ? place.node : place.path;
  let name = scope.names.get(key);
  if (name === undefined) {
    name = freeName(scope, place.path);
    scope.names.set(key, name);
    scope.places.set(place.path, name);
    scope.pending.push({ name, place });
  }
  return notes ? { kind: 'ref', name, path, notes } : { kind: 'ref', name, path };
}

function freeName(scope: Scope, path: string): string {
  const last = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/~1/g, '_')
    .replace(/~0/g, '_');
  const base = last.replace(/[^A-Za-z0-9_.-]+/g, '_').slice(0, 48) || 'root';
  const { taken } = scope;
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`;
  taken.add(name);
  return name;
}

export function notesOf(schema: Record<string, unknown>): Notes | undefined {
  const notes: { -readonly [Key in keyof Notes]: Notes[Key] } = {};
  if (typeof schema.title === 'string') notes.title = schema.title;
  if (typeof schema.description === 'string') notes.description = schema.description;
  if (schema.default !== undefined) notes.default = schema.default as Json;
  if (Array.isArray(schema.examples)) notes.examples = schema.examples as Json[];
  const asked = schema.bascule ?? schema['x-bascule'];
  if (asked !== undefined) notes.pins = pinsOf(asked);
  return notes;
}
