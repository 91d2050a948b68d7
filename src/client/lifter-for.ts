import type { Lifter } from './lifter.js';
import type { GivenTool } from './tool-reader.js';

/** Settings of the plan of a request: see `PlanOptions` of `compileRequest`. */
export interface Planning {
  readonly margin?: number | { readonly optional?: number; readonly union?: number; readonly strictTools?: number };
  readonly pins?: object;
  /** What an earlier request decided. */
  readonly plan?: object;
}

/** A request whose schemas were made to fit together. */
export interface FittedRequest {
  readonly output: Lifter | undefined;
  readonly tools: readonly GivenTool[];
  /** Names of the tools that should be strict and are not, since the target takes no more. */
  readonly demoted: readonly string[];
  readonly plan: object;
}

/** How a schema becomes something to lift with; with the compiler, also how all schemas of a request are made to fit together. */
export interface LifterFor {
  (schema: unknown): Lifter;
  fit?(output: unknown, tools: readonly GivenTool[], planning: Planning): FittedRequest;
}
