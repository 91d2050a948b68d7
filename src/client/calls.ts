import { submit } from './batches.js';
import { collect, pickRetryable } from './collect-batch.js';
import { count } from './count-tokens.js';
import { type DefineTool, define } from './define-tool.js';
import type { Lifter } from './lifter.js';
import type {
  CollectCall,
  CountCall,
  ParseCall,
  ParseOrThrowCall,
  RunCall,
  StreamCall,
  SubmitCall,
  WarmCall,
} from './params.js';
import { ask, orThrow } from './parse.js';
import { run } from './run-tools.js';
import { streamed } from './stream.js';
import { warmUp } from './warm.js';
import type { Mode } from '../compiled.js';

/** The calls of an entry, which differ in what they take as a schema. */
export interface Calls<Schema> {
  /**
   * Asks the Messages API for an answer that satisfies a schema. Whatever the model does ends in an outcome; `status` tells them apart.
   *
   * Rejects with `SchemaError` for a schema that can't be compiled, `RequestError` for a request that can't work (nothing is sent then),
   * `RejectedSchemaError` when the API refuses the schema, and with what the SDK throws, unchanged, for everything else.
   */
  readonly parse: ParseCall<Schema>;
  /** The value alone. Rejects with `OutcomeError`, which carries the outcome, for any ending but `ok`. */
  readonly parseOrThrow: ParseOrThrowCall<Schema>;
  /**
   * The same while the answer comes in: typed partials in a loop, finished items of a list by `elements`, and the outcome by `answer`.
   * Throws as `parse` rejects.
   */
  readonly stream: StreamCall<Schema>;
  /** Runs the tools that the model calls, until it answers. Rejects as `parse` does. */
  readonly runTools: RunCall<Schema>;
  /** A strict tool over a schema. Throws `SchemaError` for a bad name or schema, `EncodeError` for an example that is not valid. */
  readonly defineTool: DefineTool<Schema>;
  /** Counts the tokens of a request as it would be sent, without sending it. */
  readonly countTokens: CountCall<Schema>;
  /** Has the API compile the grammar of a request ahead of the first user, and says how long that took. */
  readonly warm: WarmCall<Schema>;
  /** Submits requests as Message Batches, as many as they need. */
  readonly submitBatch: SubmitCall<Schema>;
  /** Waits for batches to end and yields each result once, as its outcome; with `state` it goes on where it was broken off. */
  readonly collectBatch: CollectCall<Schema>;
  /** The results whose requests may do better when they are sent again as they are. */
  readonly retryable: typeof pickRetryable;
}

/** The calls, given how a schema becomes something to lift with. */
export function callsWith<Schema>(lifterFor: (schema: unknown, mode: Mode) => Lifter): Calls<Schema> {
  const output = (schema: unknown): Lifter => lifterFor(schema, 'output');
  const calls = {
    parse: (client: unknown, params: object) => ask(client, params, output),
    parseOrThrow: async (client: unknown, params: object) => orThrow(await ask(client, params, output)),
    stream: (client: unknown, params: object) => streamed(client, params, output),
    runTools: (client: unknown, params: object) => run(client, params, output),
    defineTool: (definition: never) => define(definition, (input) => lifterFor(input, 'tool')),
    countTokens: (client: unknown, params: object) => count(client, params, output),
    warm: (client: unknown, params: object) => warmUp(client, params, output),
    submitBatch: (client: unknown, params: never) => submit(client, params, output),
    collectBatch: (client: unknown, submitted: never, params: object) => collect(client, submitted, params, output),
    retryable: pickRetryable,
  };
  return calls as unknown as Calls<Schema>;
}
