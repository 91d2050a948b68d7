import {
  collectBatchWith,
  countTokensWith,
  defineToolWith,
  mcpToolsWith,
  parseOrThrowWith,
  parseWith,
  runToolsWith,
  streamWith,
  submitBatchWith,
  warmWith,
} from './client/calls.js';
import { isLifter, type Lifter } from './client/lifter.js';
import type { LifterFor, Planning } from './client/lifter-for.js';
import type { GivenTool } from './client/tool-reader.js';
import { compile } from './compile.js';
import type { PlanOptions } from './request/request.js';
import { planOnce } from './request.js';

/** Whatever may be one, by its type; never undefined, so that a schema that is missing does not pass for a request of plain text. */
type Schema = object | boolean;

// The calls for schemas of any kind: what is not compiled yet is compiled.
const output: LifterFor = Object.assign((schema: unknown): Lifter => (isLifter(schema) ? schema : compile(schema)), {
  fit: (schema: unknown, tools: readonly GivenTool[], planning: Planning) => planOnce(schema, tools, planning as PlanOptions),
});
const input = (schema: unknown): Lifter => (isLifter(schema) ? schema : compile(schema, { mode: 'tool' }));

/**
 * Asks the Messages API for an answer that satisfies a schema. Whatever the model does ends in an outcome; `status` tells them apart.
 *
 * Rejects with `SchemaError` for a schema that can't be compiled, `RequestError` for a request that can't work (nothing is sent then),
 * `RejectedSchemaError` when the API refuses the schema, and with what the SDK throws, unchanged, for everything else.
 */
export const parse = /* @__PURE__ */ parseWith<Schema>(output);

/** The value alone. Rejects with `OutcomeError`, which carries the outcome, for any ending but `ok`. */
export const parseOrThrow = /* @__PURE__ */ parseOrThrowWith<Schema>(output);

/**
 * The same while the answer comes in: typed partials in a loop, finished items of a list by `elements`, and the outcome by `answer`.
 * Throws as `parse` rejects.
 */
export const stream = /* @__PURE__ */ streamWith<Schema>(output);

/** Runs the tools that the model calls, until it answers. Rejects as `parse` does. */
export const runTools = /* @__PURE__ */ runToolsWith<Schema>(output);

/** A strict tool over a schema. Throws `SchemaError` for a bad definition or schema, `EncodeError` for an example that is not valid. */
export const defineTool = /* @__PURE__ */ defineToolWith<unknown>(input);

/** Counts the tokens of a request as it would be sent, schema, hints and tools included, without sending it. */
export const countTokens = /* @__PURE__ */ countTokensWith<Schema>(output);

/** Has the API compile the grammar of a request ahead of the first user, and says how long that took. */
export const warm = /* @__PURE__ */ warmWith<Schema>(output);

/** Submits requests as Message Batches, as many as they need. */
export const submitBatch = /* @__PURE__ */ submitBatchWith<Schema>(output);

/** Waits for batches to end and yields each result once, as its outcome; with `state` it goes on where it was broken off. */
export const collectBatch = /* @__PURE__ */ collectBatchWith<Schema>(output);

/** The tools of an MCP server (a client of `@modelcontextprotocol/sdk`) as strict tools that are called through. */
export const mcpTools = /* @__PURE__ */ mcpToolsWith(input);
