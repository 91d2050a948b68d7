import type { Dialect } from '../finish/json-schema/dialect.js';
import type { Document } from '../ir/shape.js';

/** A step towards a place in a value: property key or array index. */
export type Step = string | number;

/** What is wrong with a value, where, and in which words. */
export interface Issue {
  /** Path in the *source* value. */
  readonly path: readonly Step[];
  /** A sentence: what was expected, what was found. */
  readonly message: string;
  /** Stable name of the kind of issue, such as `type`, `json-syntax`, `duplicate-key`, `async-schema`. */
  readonly code?: string;
  /** The offending value, where there is one. */
  readonly value?: unknown;
  /** `EncodeError` only: ledger path of the entry that narrowed this value away. */
  readonly narrowedBy?: string;
}

/** A change made on the way back, so that nothing is mended in silence. */
export interface Repair {
  readonly path: readonly Step[];
  readonly message: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

export type Finished = { readonly value: unknown; readonly repairs?: readonly Repair[] } | { readonly issues: readonly Issue[] };

/** A keyword as written in the source, before anyone knows its fate. */
export interface Occurrence {
  /** JSON Pointer of the node the keyword stands on; for Zod and TypeBox into the JSON Schema of the same shape. */
  readonly path: string;
  readonly keyword: string;
  /** Why the keyword does not bear on validity (`$comment`, `x-*`, …). */
  readonly inert?: string;
  /** The same schema object stands at this earlier place too, and was read there. */
  readonly like?: string;
}

/** What finishing does to a value at one node that its shape does not say, in a form that can be compared with another schema's. */
export interface Code {
  /** Path of the node, as in its shape. */
  readonly path: string;
  readonly steps: readonly CodeStep[];
  /** The value may be another one afterwards, so that the order of the steps matters, and all of them are listed. */
  readonly changes?: true;
}

export interface CodeStep {
  /** Name and constants of the step. */
  readonly text: string;
  /** The user's functions in it. */
  readonly functions: readonly unknown[];
}

/** The user's own schema, run over lifted values. */
export interface Finisher {
  /** Runs the user's own schema over a lifted (input) value. Never throws. `isJson`: it is known to be JSON no deeper than its schema is. */
  finish(value: unknown, isJson?: boolean): Finished;
  /** For schemas that need promises. Never rejects. */
  finishAsync(value: unknown, isJson?: boolean): Promise<Finished>;
}

/** What a reader makes of a schema: the shape, and the user's own schema to finish with. */
export interface Source extends Finisher {
  readonly dialect: 'json-schema' | 'zod' | 'typebox' | 'standard';
  readonly document: Document;
  /** Every keyword occurrence; called only when the ledger is asked for. */
  occurrences(): readonly Occurrence[];
  /** The checks and transforms beyond the document; undefined where the document says all there is (or for `standard`, where nobody knows). */
  code?(): readonly Code[];
  /** TypeBox only: the package that made the schema. */
  readonly madeBy?: 'typebox' | '@sinclair/typebox';
  /** JSON Schema only: the schema itself and the dialect it is read as, from which a check without the compiler is made. */
  readonly jsonSchema?: { readonly schema: unknown; readonly dialect: Dialect };
}

/** Findings collected while reading or lowering; any of severity `error` ends in a `SchemaError`. */
export interface Findings {
  report(finding: {
    readonly code: string;
    readonly severity: 'error' | 'warning' | 'info';
    readonly path: string;
    readonly message: string;
    readonly help: string;
  }): void;
}

export interface ReadOptions {
  /** Deepest nesting of the source schema. Default 500. */
  readonly maxDepth: number;
}
