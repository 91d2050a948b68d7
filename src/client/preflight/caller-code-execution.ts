import { isProgrammatic, titleOf, toolsOf, versionOf } from './parts.js';
import { rule } from './rule.js';

/** From this date on web tools bring the code execution that they need (documented). */
export const BRINGS_CODE_EXECUTION = 20260209;

/** Calling tools from code "requires the code execution tool to be enabled" (documented: programmatic-tool-calling). */
export const callerCodeExecution = rule('caller-without-code-execution', function* ({ body }) {
  const tools = toolsOf(body);
  const runs = tools.some(
    ({ tool }) =>
      versionOf(tool, 'code_execution') !== undefined ||
      (versionOf(tool, 'web_search', 'web_fetch') ?? 0) >= BRINGS_CODE_EXECUTION,
  );
  if (runs) return;
  for (const { tool, path } of tools)
    if (isProgrammatic(tool))
      yield {
        path: `${path}/allowed_callers`,
        message: `The tool ${titleOf(tool)} may be called from code, and the request has no tool that runs code.`,
        help: "Add `{ type: 'code_execution_20260521', name: 'code_execution' }`, or leave `allowed_callers` out.",
      };
});
