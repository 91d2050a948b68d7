import { asAborted } from './abort-error.js';
import { countFindings, functionFindings, paramsOf, timeFindings } from './check-settings.js';
import { type Resource, resourceOf } from './client.js';
import { inContainer } from './converse.js';
import type { Approve } from './define-tool.js';
import { inspect } from './inspect.js';
import type { LifterFor } from './lifter-for.js';
import { limited } from './limit.js';
import type { Block, Message, RequestBody, Turn } from './message.js';
import type { Attempt, Outcome } from './outcome.js';
import { concluded } from './parse.js';
import { type GivenParams, type Prepared, prepare, throwOn } from './prepare.js';
import { type Ran, type Runnable, runCall } from './run-call.js';
import { toolFor } from './tool-reader.js';
import { sumUsage } from './usage.js';

/** Settings of the loop beside those of `parse`. */
export interface RunSettings {
  /** Most turns in which tools are run; then the outcome is `tool_use` with the calls that were not answered. Default 10. */
  readonly maxTurns?: number;
  /** Most calls of a turn that run at the same time. Default 4. */
  readonly concurrency?: number;
  /** Milliseconds that a call may take, or `Infinity`; then the model is told so, and the signal of the tool's context is aborted. Default 60,000. */
  readonly toolTimeout?: number;
  /** Asked before any call runs, after the tool's own `approve`. */
  readonly approve?: Approve<unknown>;
  /** Keeps a `tool_choice` that forces calls in every turn. By default it is for the first turn, since the loop would not end otherwise. */
  readonly keepToolChoice?: boolean;
  /** Called with each call once it was answered. */
  readonly onResult?: (ran: Ran) => void;
}

/** What every run has beside its outcome. */
export interface RunEnd<Turns = readonly Turn[]> {
  /** The whole conversation: with the user's next message behind it, it can be sent again. */
  readonly transcript: Turns;
  /** The calls that were answered, in order. */
  readonly ran: readonly Ran[];
}

const TURNS = 10;
const CONCURRENCY = 4;
const TOOL_TIMEOUT = 60_000;

/** Runs the tools that the model calls until it answers. Rejects as `parse` does. */
export async function run(client: unknown, params: GivenParams & RunSettings, lifterFor: LifterFor): Promise<Outcome & RunEnd> {
  const resource: Resource = resourceOf(client);
  const {
    maxTurns: _m,
    concurrency: _c,
    toolTimeout: _t,
    approve: _a,
    keepToolChoice: _k,
    onResult: _o,
    ...given
  } = paramsOf(params);
  throwOn([
    ...countFindings('/maxTurns', params.maxTurns, 0),
    ...countFindings('/concurrency', params.concurrency, 1),
    ...timeFindings('/toolTimeout', params.toolTimeout),
    ...functionFindings('/approve', params.approve),
    ...functionFindings('/onResult', params.onResult),
  ]);
  const request = prepare(given, lifterFor);
  await inspect(client, request);
  try {
    return await loop(resource, request, params);
  } catch (error) {
    throw asAborted(error, client, request.settings.signal);
  }
}

async function loop(
  resource: Resource,
  first: Prepared,
  {
    maxTurns = TURNS,
    concurrency = CONCURRENCY,
    toolTimeout = TOOL_TIMEOUT,
    approve,
    keepToolChoice = false,
    onResult,
  }: RunSettings,
): Promise<Outcome & RunEnd> {
  let request = first;
  const attempts: Attempt[] = [];
  const ran: Ran[] = [];
  for (let turn = 0; ; turn++) {
    const { outcome, body } = await concluded(resource, request, turn === 0 ? 'first' : 'results');
    attempts.push(...outcome.attempts);
    const { content, container } = outcome.message as Message;
    const said: Turn[] = [...body.messages, ...(content.length > 0 ? [{ role: 'assistant', content }] : [])];
    if (outcome.status !== 'tool_use' || turn >= maxTurns || !canRun(content, request.tools))
      return { ...outcome, attempts, usage: sumUsage(attempts.map(({ usage }) => usage)), transcript: said, ran };
    const signal = request.settings.signal;
    const settings = { toolTimeout, signal, ...(approve && { approve }) };
    const blocks = content.filter(({ type }) => type === 'tool_use');
    const tasks = outcome.calls.map((call, index) => async () => {
      const block = blocks[index] as Block;
      const result = await runCall(call, block, toolFor(block, request.tools) as Runnable | undefined, settings);
      onResult?.(result);
      return result;
    });
    const results = await limited(tasks, Math.max(1, concurrency));
    ran.push(...results);
    const next: RequestBody = {
      ...body,
      ...inContainer(body, container),
      ...(!keepToolChoice && unforced(body.tool_choice)),
      messages: [...said, { role: 'user', content: results.map(resultOf) }],
    };
    request = { ...request, body: next };
  }
}

/** Calls of unknown tools are answered too; only a known tool without `run` is the caller's to serve. */
function canRun(content: readonly Block[], tools: Prepared['tools']): boolean {
  return content.every((block) => {
    const tool = block.type === 'tool_use' ? (toolFor(block, tools) as Runnable | undefined) : undefined;
    return !tool || typeof tool.run === 'function';
  });
}

function resultOf({ id, content, isError, toolset }: Ran): object {
  return {
    type: 'tool_result',
    tool_use_id: id,
    content,
    ...(isError && { is_error: true }),
    ...(toolset !== undefined && { toolset_name: toolset }),
  };
}

function unforced(choice: unknown): { readonly tool_choice?: object } {
  const { type, disable_parallel_tool_use: single } = (choice ?? {}) as { type?: string; disable_parallel_tool_use?: boolean };
  if (type !== 'any' && type !== 'tool') return {};
  return { tool_choice: { type: 'auto', ...(single !== undefined && { disable_parallel_tool_use: single }) } };
}
