import { isRecord } from '../ir/json.js';

/** A run of code in the server's container, whichever tool ran it. */
export type Execution =
  | {
      readonly toolUseId: string;
      readonly returnCode: number;
      readonly stdout: string;
      readonly stderr: string;
      /** Ids of the files it produced. */
      readonly files: readonly string[];
      readonly error?: undefined;
    }
  | { readonly toolUseId: string /** Such as `unavailable` or `execution_time_exceeded`. */; readonly error: string };

const RESULTS = new Set(['code_execution_tool_result', 'bash_code_execution_tool_result']);

/** The runs of code that a message reports, in order. */
export function executions(message: { readonly content: readonly object[] }): Execution[] {
  const content: unknown = (message as typeof message | null | undefined)?.content;
  if (!Array.isArray(content))
    throw new TypeError(
      'What was given is no message: it has no list `content`. Pass `outcome.message`, or what `messages.create` gave.',
    );
  return content.flatMap((block: unknown) => {
    if (!isRecord(block)) return [];
    const { type, tool_use_id: id, content } = block as { type?: string; tool_use_id?: string; content?: unknown };
    return RESULTS.has(type ?? '') && isRecord(content) ? [executionOf(id ?? '', content)] : [];
  });
}

function executionOf(toolUseId: string, content: Record<string, unknown>): Execution {
  if (typeof content['return_code'] !== 'number') return { toolUseId, error: String(content['error_code'] ?? 'unknown') };
  const outputs = Array.isArray(content['content']) ? content['content'] : [];
  return {
    toolUseId,
    returnCode: content['return_code'],
    stdout: String(content['stdout'] ?? ''),
    stderr: String(content['stderr'] ?? ''),
    files: outputs.map((output) => (isRecord(output) ? output['file_id'] : undefined)).filter((id) => typeof id === 'string'),
  };
}
