import type fc from 'fast-check';
import type { Json } from '../../../../src/ir/json.js';

export type JsonSchema = boolean | { [keyword: string]: Json };
export type SchemaArbitrary = fc.Arbitrary<JsonSchema>;

/** What a node may use. */
export interface Scope {
  readonly dialect: '7' | '2020';
  readonly depth: number;
  /** Definitions that may stand here. */
  readonly refs: readonly string[];
  /** Definitions that may stand where a value can do without them: in an optional property, an item, an entry. */
  readonly guarded: readonly string[];
  /** Nothing is left open without saying so: every node is typed, every object says what undeclared keys are. */
  readonly explicit: boolean;
}

/** One level down, where the value must be there. */
export function inside(scope: Scope): Scope {
  return { ...scope, depth: scope.depth - 1 };
}

/** One level down, where a value can do without. */
export function guardedIn(scope: Scope): Scope {
  return { ...scope, depth: scope.depth - 1, refs: scope.guarded };
}

export type Child = (scope: Scope) => SchemaArbitrary;

export function refTo(dialect: '7' | '2020', definition: string): JsonSchema {
  const token = definition.replace(/~/g, '~0').replace(/\//g, '~1').replace(/ /g, '%20');
  return { $ref: `#/${dialect === '2020' ? '$defs' : 'definitions'}/${token}` };
}
