import { type DefineTool, define } from './client/define-tool.js';
import { isLifter, type Lifter } from './client/lifter.js';
import type { ParseCall, ParseOrThrowCall, StreamCall } from './client/params.js';
import { ask, orThrow } from './client/parse.js';
import { streamed } from './client/stream.js';
import { compile } from './compile.js';
import type { Mode } from './compiled.js';

// The calls of `src/client/`, for schemas of any kind: what is not compiled yet is compiled here.

const lifting =
  (mode: Mode) =>
  (schema: unknown): Lifter =>
    isLifter(schema) ? schema : compile(schema, { mode });

/**
 * Asks the Messages API for an answer that satisfies a schema. Whatever the model does ends in an outcome; `status` tells them apart.
 *
 * Rejects with `SchemaError` for a schema that can't be compiled, `RequestError` for a request that can't work (nothing is sent then),
 * `RejectedSchemaError` when the API refuses the schema, and with what the SDK throws, unchanged, for everything else.
 */
export const parse = ((client: unknown, params: never) => ask(client, params, lifting('output'))) as ParseCall<unknown>;

/** The value alone. Rejects with `OutcomeError`, which carries the outcome, for any ending but `ok`. */
export const parseOrThrow = (async (client: unknown, params: never) =>
  orThrow(await ask(client, params, lifting('output')))) as ParseOrThrowCall<unknown>;

/**
 * The same while the answer comes in: typed partials in a loop, finished items of a list by `elements`, and the outcome by `answer`.
 * Throws as `parse` rejects.
 */
export const stream = ((client: unknown, params: never) =>
  streamed(client, params, lifting('output'))) as unknown as StreamCall<unknown>;

/** A strict tool over a schema. Throws `SchemaError` for a bad name or schema, `EncodeError` for an example that is not valid. */
export const defineTool = ((definition: never) => define(definition, lifting('tool'))) as DefineTool<unknown>;
