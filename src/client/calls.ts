import { submit } from './batches.js';
import { collect } from './collect-batch.js';
import { count } from './count-tokens.js';
import { type DefineTool, define, type RunnableDefinedTool } from './define-tool.js';
import type { LifterFor } from './lifter-for.js';
import { type McpClient, type McpSettings, toolsOf } from './mcp-tools.js';
import type { CollectCall, CountCall, ParseCall, ParseOrThrowCall, RunCall, StreamCall, SubmitCall, WarmCall } from './params.js';
import { ask, orThrow } from './parse.js';
import { run } from './run-tools.js';
import { streamed } from './stream.js';
import { warmUp } from './warm.js';

type Untyped = (client: unknown, params: never) => unknown;

// Each call by itself, given how a schema becomes something to lift with: so a bundle holds only those that are used.

export function parseWith<Schema>(lifterFor: LifterFor): ParseCall<Schema> {
  return typed<ParseCall<Schema>>((client, params) => ask(client, params, lifterFor));
}

export function parseOrThrowWith<Schema>(lifterFor: LifterFor): ParseOrThrowCall<Schema> {
  return typed<ParseOrThrowCall<Schema>>(async (client, params) => orThrow(await ask(client, params, lifterFor)));
}

export function streamWith<Schema>(lifterFor: LifterFor): StreamCall<Schema> {
  return typed<StreamCall<Schema>>((client, params) => streamed(client, params, lifterFor));
}

export function runToolsWith<Schema>(lifterFor: LifterFor): RunCall<Schema> {
  return typed<RunCall<Schema>>((client, params) => run(client, params, lifterFor));
}

export function defineToolWith<Schema>(lifterFor: LifterFor): DefineTool<Schema> {
  return ((definition: never) => define(definition, lifterFor)) as DefineTool<Schema>;
}

export function countTokensWith<Schema>(lifterFor: LifterFor): CountCall<Schema> {
  return typed<CountCall<Schema>>((client, params) => count(client, params, lifterFor));
}

export function warmWith<Schema>(lifterFor: LifterFor): WarmCall<Schema> {
  return typed<WarmCall<Schema>>((client, params) => warmUp(client, params, lifterFor));
}

export function submitBatchWith<Schema>(lifterFor: LifterFor): SubmitCall<Schema> {
  return typed<SubmitCall<Schema>>((client, params) => submit(client, params, lifterFor));
}

export function collectBatchWith<Schema>(lifterFor: LifterFor): CollectCall<Schema> {
  return ((client: unknown, submitted: never, params: never) =>
    collect(client, submitted, params, lifterFor)) as unknown as CollectCall<Schema>;
}

export function mcpToolsWith(
  lifterFor: LifterFor,
): (client: McpClient, settings?: McpSettings) => Promise<RunnableDefinedTool<string, unknown>[]> {
  return (client, settings) => toolsOf(client, settings ?? {}, lifterFor);
}

/** The types of a call are those of the caller's schema, tools and client; inside they are narrowed where they are used. */
function typed<Call>(call: Untyped): Call {
  return call as Call;
}
