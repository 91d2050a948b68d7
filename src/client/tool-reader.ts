import { AnswerError } from '../answer/answer-error.js';
import { LIFTER } from '../emit/tool.js';
import type { Issue } from '../read/source.js';
import { isLifter, type Lifter } from './lifter.js';
import type { Block } from './message.js';
import type { Call } from './outcome.js';

/** A tool as given in `tools`: of bascule, of the SDK's helpers, plain, or one of the server's. */
export interface GivenTool {
  readonly type?: string;
  readonly name?: string;
  readonly parse?: (wire: unknown) => unknown;
  readonly [LIFTER]?: unknown;
}

export function lifterOf(tool: GivenTool | undefined): Lifter | undefined {
  const lifter = tool?.[LIFTER];
  return isLifter(lifter) ? lifter : undefined;
}

const TOOLSET = /^(\w+_toolset)_\d{8}$/;

/** The tools by the name that calls have; a toolset, which has no name and whose calls name its members, by its kind. */
export function byName(tools: readonly GivenTool[]): ReadonlyMap<string, GivenTool> {
  const named = new Map<string, GivenTool>();
  for (const tool of tools) {
    const kind = typeof tool.type === 'string' ? TOOLSET.exec(tool.type)?.[1] : undefined;
    if (typeof tool.name === 'string') named.set(tool.name, tool);
    else if (kind !== undefined) named.set(toolset(kind), tool);
  }
  return named;
}

/** No name of a tool has a blank. */
function toolset(kind: string): string {
  return `the ${kind}`;
}

/** The tool that a call is for. */
export function toolFor(
  { name = '', toolset_name: family }: Block,
  tools: ReadonlyMap<string, GivenTool>,
): GivenTool | undefined {
  return tools.get(typeof family === 'string' ? toolset(`${family}_toolset`) : name);
}

/** Inputs that could not be read while streaming, by the id of their call. */
export type Unread = ReadonlyMap<string, { readonly issues: readonly Issue[]; readonly raw: string }>;

/** Decodes the calls of a message, each with the tool of its name. Never rejects. */
export function readCalls(content: readonly Block[], tools: ReadonlyMap<string, GivenTool>, unread?: Unread): Promise<Call[]> {
  const calls = content.filter((block) => block.type === 'tool_use');
  return Promise.all(calls.map((block) => readCall(block, tools, unread?.get(block.id ?? ''))));
}

async function readCall(
  block: Block,
  tools: ReadonlyMap<string, GivenTool>,
  failed: { readonly issues: readonly Issue[]; readonly raw: string } | undefined,
): Promise<Call> {
  const { id = '', name = '', input } = block;
  if (failed) return { id, name, issues: failed.issues, raw: failed.raw };
  const tool = toolFor(block, tools);
  if (!tool) {
    const known = [...tools.keys()];
    const message = `There is no tool ${JSON.stringify(name)}; the tools are ${known.length > 0 ? known.map((each) => JSON.stringify(each)).join(', ') : 'none'}.`;
    return { id, name, issues: [{ path: [], code: 'unknown-tool', message }], raw: input };
  }
  const lifter = lifterOf(tool);
  if (lifter) {
    const decoded = await lifter.decodeAsync(input);
    return decoded.issues
      ? { id, name, issues: decoded.issues, raw: input }
      : { id, name, input: decoded.value, repairs: decoded.repairs };
  }
  if (!tool.parse) {
    const { toolset_name: toolset } = block;
    return { id, name, input, repairs: [], ...(typeof toolset === 'string' && { toolset }) };
  }
  try {
    return { id, name, input: await tool.parse(input), repairs: [] };
  } catch (error) {
    return { id, name, issues: issuesOf(error), raw: input };
  }
}

function issuesOf(error: unknown): readonly Issue[] {
  if (error instanceof AnswerError) return error.issues;
  return [{ path: [], code: 'tool-input', message: error instanceof Error ? error.message : String(error) }];
}
