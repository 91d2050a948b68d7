import {
  collectBatchWith,
  countTokensWith,
  defineToolWith,
  parseOrThrowWith,
  parseWith,
  runToolsWith,
  streamWith,
  submitBatchWith,
  warmWith,
} from './client/calls.js';
import { compiledOnly, type Lifter } from './client/lifter.js';

export * from './client/names.js';
// The calls for generated modules and compiled schemas, without the compiler.
export { pickRetryable as retryable } from './client/retryable.js';

/**
 * Asks the Messages API for an answer that satisfies a schema. Whatever the model does ends in an outcome; `status` tells them apart.
 *
 * Rejects with `SchemaError` for a schema that can't be compiled, `RequestError` for a request that can't work (nothing is sent then),
 * `RejectedSchemaError` when the API refuses the schema, and with what the SDK throws, unchanged, for everything else.
 */
export const parse = /* @__PURE__ */ parseWith<Lifter>(compiledOnly);

/** The value alone. Rejects with `OutcomeError`, which carries the outcome, for any ending but `ok`. */
export const parseOrThrow = /* @__PURE__ */ parseOrThrowWith<Lifter>(compiledOnly);

/**
 * The same while the answer comes in: typed partials in a loop, finished items of a list by `elements`, and the outcome by `answer`.
 * Throws as `parse` rejects.
 */
export const stream = /* @__PURE__ */ streamWith<Lifter>(compiledOnly);

/** Runs the tools that the model calls, until it answers. Rejects as `parse` does. */
export const runTools = /* @__PURE__ */ runToolsWith<Lifter>(compiledOnly);

/** A strict tool over a schema. Throws `SchemaError` for a bad definition or schema, `EncodeError` for an example that is not valid. */
export const defineTool = /* @__PURE__ */ defineToolWith<Lifter>(compiledOnly);

/** Counts the tokens of a request as it would be sent, schema, hints and tools included, without sending it. */
export const countTokens = /* @__PURE__ */ countTokensWith<Lifter>(compiledOnly);

/** Has the API compile the grammar of a request ahead of the first user, and says how long that took. */
export const warm = /* @__PURE__ */ warmWith<Lifter>(compiledOnly);

/** Submits requests as Message Batches, as many as they need. */
export const submitBatch = /* @__PURE__ */ submitBatchWith<Lifter>(compiledOnly);

/** Waits for batches to end and yields each result once, as its outcome; with `state` it goes on where it was broken off. */
export const collectBatch = /* @__PURE__ */ collectBatchWith<Lifter>(compiledOnly);
