import { dialectOf } from '../../finish/json-schema/dialect.js';
import { finishInterpreted } from '../../finish/json-schema/interpreted.js';
import { pointer } from '../../ir/pointer.js';
import type { Finished } from '../source.js';
import type { ErrorV0, LibraryV0 } from './library.js';
import { plain } from './plain.js';
import { kindOf } from './recognise.js';

const KIND = Symbol.for('TypeBox.Kind');
/** A kind of ours in TypeBox's registry: what the node says as JSON Schema. */
const JSON_SCHEMA = 'bascule:JsonSchema';

const BUILT_IN = new Set(
  (
    'Any Argument Array AsyncIterator BigInt Boolean Constructor Date Function Import Integer Intersect Iterator Literal Never Not Null Number ' +
    'Object Promise Record Ref RegExp String Symbol TemplateLiteral This Tuple Undefined Union Uint8Array Unknown Void'
  ).split(' '),
);

/**
 * TypeBox 0.34 throws at `Unsafe` and bare JSON Schema, and rejects every string of a format that is not registered.
 * Such nodes are checked as the JSON Schema they are; a schema without them is returned as it is.
 */
export function checkable(schema: Record<string, unknown>, library: LibraryV0): Record<string, unknown> {
  const { TypeRegistry, FormatRegistry } = library;
  if (!TypeRegistry) return schema;
  const foreign = (node: Record<string, unknown>): boolean => {
    const kind = kindOf(node, 'v0') ?? '';
    if (kind === 'String') return typeof node.format === 'string' && !FormatRegistry?.Has(node.format);
    return !BUILT_IN.has(kind) && !TypeRegistry.Has(kind);
  };
  const walk = (node: Record<string, unknown>): Record<string, unknown> => {
    if (foreign(node)) {
      if (!TypeRegistry.Has(JSON_SCHEMA)) TypeRegistry.Set(JSON_SCHEMA, satisfies);
      return { ...node, [KIND]: JSON_SCHEMA };
    }
    let copy: Record<string, unknown> | undefined;
    for (const keyword of Object.keys(node)) {
      const value = node[keyword];
      const form = NESTED.get(keyword);
      if (form === undefined || typeof value !== 'object' || value === null) continue;
      const changed = form === 'one' && !Array.isArray(value) ? walk(value as Record<string, unknown>) : each(value, walk);
      if (changed !== value) copy = { ...(copy ?? node), [keyword]: changed };
    }
    return copy ?? node;
  };
  return walk(schema);
}

/** Where TypeBox 0.34 keeps types inside a type. */
const NESTED: ReadonlyMap<string, 'one' | 'each'> = new Map([
  ['items', 'one'],
  ['additionalProperties', 'one'],
  ['unevaluatedProperties', 'one'],
  ['contains', 'one'],
  ['not', 'one'],
  ['properties', 'each'],
  ['patternProperties', 'each'],
  ['$defs', 'each'],
  ['allOf', 'each'],
  ['anyOf', 'each'],
]);

function each(value: object, walk: (node: Record<string, unknown>) => Record<string, unknown>): object {
  let changed = false;
  const visit = (child: unknown): unknown => {
    if (typeof child !== 'object' || child === null) return child;
    const walked = walk(child as Record<string, unknown>);
    changed ||= walked !== child;
    return walked;
  };
  const copy = Array.isArray(value)
    ? value.map(visit)
    : Object.fromEntries(Object.entries(value).map(([key, child]) => [key, visit(child)]));
  return changed ? copy : value;
}

const checks = new WeakMap<object, (value: unknown) => Finished>();

function check(schema: object, value: unknown): Finished {
  let finish = checks.get(schema);
  if (!finish) {
    const bare = plain(schema as Record<string, unknown>);
    finish = finishInterpreted(bare, dialectOf(bare));
    checks.set(schema, finish);
  }
  return finish(value);
}

function satisfies(schema: object, value: unknown): boolean {
  return !('issues' in check(schema, value));
}

/** What is wrong inside a node that was checked as JSON Schema, if this is an error of such a node. */
export function explain(error: ErrorV0): readonly ErrorV0[] | undefined {
  if (kindOf(error.schema, 'v0') !== JSON_SCHEMA) return undefined;
  const checked = check(error.schema, error.value);
  if (!('issues' in checked)) return undefined;
  return checked.issues.map(({ path, message, value }) => ({
    schema: {},
    path: path.reduce<string>(pointer, error.path),
    value,
    message,
    errors: [],
  }));
}
