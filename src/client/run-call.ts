import { annotated } from '../answer/annotated.js';
import { untilAborted } from './abort-error.js';
import { type Approve, approved, RUN } from './define-tool.js';
import { loadedOf } from './lifter.js';
import type { Block } from './message.js';
import type { Call } from './outcome.js';
import { toldError, toldResult } from './told.js';
import { type GivenTool, lifterOf } from './tool-reader.js';

/** A tool that can be run: of bascule, of the SDK's helpers, or by hand. */
export interface Runnable extends GivenTool {
  readonly run?: (input: never, context: unknown) => unknown;
  readonly approve?: Approve<never>;
  readonly [RUN]?: (input: never, context: unknown) => unknown;
}

/** A call that was answered. */
export interface Ran {
  readonly id: string;
  readonly name: string;
  /** The toolset that the tool is a member of. */
  readonly toolset?: string;
  /** Decoded; absent where the input was not valid. */
  readonly input?: unknown;
  /** What the model was told. */
  readonly content: unknown;
  readonly isError: boolean;
  /** Milliseconds that `run` took; 0 where it did not run. */
  readonly ms: number;
}

export interface CallSettings {
  readonly approve?: Approve<unknown>;
  readonly toolTimeout: number;
  readonly signal: AbortSignal | undefined;
}

/** Thrown into the result of a call that took too long. */
export class ToolTimeoutError extends Error {
  override readonly name = 'ToolTimeoutError';
}

/** Runs one call; whatever goes wrong is told to the model. Rejects only when the whole loop was aborted. */
export async function runCall(call: Call, block: Block, tool: Runnable | undefined, settings: CallSettings): Promise<Ran> {
  const { id, name, toolset } = call;
  const of = { id, name, ...(toolset !== undefined && { toolset }) };
  if (call.issues) return { ...of, content: misread(call, tool), isError: true, ms: 0 };
  const { input } = call;
  let from: number | undefined;
  try {
    const asked = { id, name, input: input as never };
    if (tool?.approve) await untilAborted(approved(tool.approve, asked), settings.signal);
    if (settings.approve) await untilAborted(approved(settings.approve, asked), settings.signal);
    from = performance.now();
    const result = await inTime(tool?.[RUN] ?? tool?.run, input, block, settings);
    return { ...of, input, content: toldResult(result), isError: false, ms: performance.now() - from };
  } catch (error) {
    settings.signal?.throwIfAborted();
    const ms = from === undefined ? 0 : performance.now() - from;
    return { ...of, input, content: toldError(error), isError: true, ms };
  }
}

function misread(call: Call & { readonly issues: object }, tool: Runnable | undefined): string {
  const { issues, raw } = call;
  if (issues.some(({ code }) => code === 'unknown-tool')) return issues.map(({ message }) => message).join(' ');
  const lifter = lifterOf(tool);
  const marked =
    typeof raw === 'string'
      ? issues.map(({ message }) => message).join('\n')
      : annotated(lifter && loadedOf(lifter).lowered, raw, issues);
  return `The input of ${call.name} is not valid. Here it is with what is wrong written beside it:\n\n${marked}\n\nCall the tool again with a corrected input.`;
}

async function inTime(
  run: ((input: never, context: unknown) => unknown) | undefined,
  input: unknown,
  block: Block,
  { toolTimeout, signal }: CallSettings,
): Promise<unknown> {
  if (!run) throw new TypeError('The tool has no `run`.');
  const limit = new AbortController();
  const both = signal ? AbortSignal.any([signal, limit.signal]) : limit.signal;
  let stop: () => void = () => undefined;
  const over = new Promise<never>((_, reject) => {
    stop = () => reject(both.reason);
    both.addEventListener('abort', stop);
  });
  const timer = Number.isFinite(toolTimeout)
    ? setTimeout(
        () => limit.abort(new ToolTimeoutError(`The tool took longer than ${toolTimeout} ms and was given up.`)),
        toolTimeout,
      )
    : undefined;
  try {
    both.throwIfAborted();
    return await Promise.race([run(input as never, { toolUse: block, toolUseBlock: block, signal: both }), over]);
  } finally {
    clearTimeout(timer);
    both.removeEventListener('abort', stop);
  }
}
