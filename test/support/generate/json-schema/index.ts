import fc from 'fast-check';
import type { Json } from '../../../../src/ir/json.js';
import { list, openArray, tuple } from './arrays.js';
import { object, openObject, patternRecord, record } from './objects.js';
import { scalar } from './scalars.js';
import { type JsonSchema, refTo, type SchemaArbitrary, type Scope } from './scope.js';
import { discriminated, intersection, mixedUnion, union } from './unions.js';

export type { JsonSchema } from './scope.js';

export interface SchemaCase {
  readonly dialect: '7' | '2020';
  readonly schema: JsonSchema;
  /** Values are drawn from the schema with it. */
  readonly seed: number;
}

const DEFINITIONS = ['A', 'b c/d', 'node', 'toString'];

const memory = new Map<string, SchemaArbitrary>();

/** Any node; every scope's arbitrary is made once. */
function node(scope: Scope): SchemaArbitrary {
  const key = JSON.stringify(scope);
  let known = memory.get(key);
  if (known === undefined) {
    known = annotated(scope.depth <= 0 ? leaf(scope) : branch(scope));
    memory.set(key, known);
  }
  return known;
}

function leaf(scope: Scope): SchemaArbitrary {
  if (scope.refs.length === 0) return scalar(scope);
  return fc.oneof(
    { weight: 3, arbitrary: scalar(scope) },
    { weight: 1, arbitrary: fc.constantFrom(...scope.refs).map((each) => refTo(scope.dialect, each)) },
  );
}

function branch(scope: Scope): SchemaArbitrary {
  const explicit: fc.WeightedArbitrary<JsonSchema>[] = [
    { weight: 6, arbitrary: leaf(scope) },
    { weight: 7, arbitrary: object(node, scope) },
    { weight: 4, arbitrary: list(node, scope) },
    { weight: 2, arbitrary: tuple(node, scope) },
    { weight: 2, arbitrary: record(node, scope) },
    { weight: 1, arbitrary: patternRecord(node, scope) },
    { weight: 3, arbitrary: union(node, scope) },
    { weight: 2, arbitrary: discriminated(node, scope) },
    { weight: 1, arbitrary: mixedUnion(node, scope) },
  ];
  const open: fc.WeightedArbitrary<JsonSchema>[] = [
    { weight: 2, arbitrary: intersection(node, scope) },
    { weight: 2, arbitrary: openObject(node, scope) },
    { weight: 1, arbitrary: openArray(node, scope) },
  ];
  return fc.oneof(...explicit, ...(scope.explicit ? [] : open));
}

const notes = fc.constantFrom<{ [keyword: string]: Json }>(
  { title: 'Title' },
  { description: 'What it is. "Quoted", `ticked` and {braced}.' },
  { default: 'fallback' },
  { default: { a: [1] } },
  { examples: ['one', 2] },
  { deprecated: true, readOnly: true },
  { $comment: 'not for the model' },
  { 'x-order': 3, 'x-nested': { type: 'string', minLength: 3 } },
);

function annotated(plain: SchemaArbitrary): SchemaArbitrary {
  const more = fc
    .tuple(plain, notes)
    .map(([schema, note]) => (typeof schema === 'boolean' || '$ref' in schema ? schema : { ...schema, ...note }));
  return fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: more });
}

function withDefinitions(
  dialect: '7' | '2020',
  root: JsonSchema,
  definitions: readonly (readonly [string, JsonSchema])[],
  labelled: boolean,
): JsonSchema {
  if (typeof root === 'boolean') return root;
  const used = definitions.length > 0 ? { [dialect === '2020' ? '$defs' : 'definitions']: Object.fromEntries(definitions) } : {};
  const label = labelled
    ? { $schema: dialect === '2020' ? 'https://json-schema.org/draft/2020-12/schema' : 'http://json-schema.org/draft-07/schema#' }
    : {};
  // draft-07 ignores what stands beside $ref
  const body = dialect === '7' && '$ref' in root && definitions.length > 0 ? { allOf: [root] } : root;
  return { ...label, ...body, ...used };
}

/** Schemas in both dialects: trees, definitions in a DAG, and recursion through whatever can guard it. */
export function schemaCase(options: { explicit?: boolean; depth?: number } = {}): fc.Arbitrary<SchemaCase> {
  const explicit = options.explicit ?? false;
  const depth = options.depth ?? 3;
  const shape = fc.record({
    dialect: fc.constantFrom<'7' | '2020'>('2020', '7'),
    count: fc.constantFrom(0, 0, 0, 1, 2, 4),
    recursive: fc.boolean(),
    labelled: fc.boolean(),
  });
  return shape.chain(({ dialect, count, recursive, labelled }) => {
    const all = DEFINITIONS.slice(0, count);
    const definition = (index: number): SchemaArbitrary => {
      const later = all.slice(index + 1);
      return node({ dialect, depth: depth - 1, refs: later, guarded: recursive ? all : later, explicit });
    };
    const root = node({ dialect, depth, refs: all, guarded: all, explicit });
    return fc
      .record({ root, definitions: fc.tuple(...all.map((_, index) => definition(index))), seed: fc.nat({ max: 1_000_000 }) })
      .map((parts) => ({
        dialect,
        schema: withDefinitions(
          dialect,
          parts.root,
          all.map((each, index) => [each, parts.definitions[index] ?? true] as const),
          labelled || dialect === '7',
        ),
        seed: parts.seed,
      }));
  });
}
