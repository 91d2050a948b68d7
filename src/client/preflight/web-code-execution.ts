import { BRINGS_CODE_EXECUTION } from './caller-code-execution.js';
import { titleOf, toolsOf, versionOf } from './parts.js';
import { rule } from './rule.js';

const OLDEST = 20260120;

/** Newer web tools share their container with code execution, and "the API rejects older code execution versions" (documented: server-tools). */
export const webCodeExecution = rule('web-with-old-code-execution', function* ({ body }) {
  const tools = toolsOf(body);
  const web = tools.find(({ tool }) => (versionOf(tool, 'web_search', 'web_fetch') ?? 0) >= BRINGS_CODE_EXECUTION);
  if (!web) return;
  for (const { tool, path } of tools) {
    const version = versionOf(tool, 'code_execution');
    if (version !== undefined && version < OLDEST)
      yield {
        path: `${path}/type`,
        message: `The version ${titleOf({ type: tool['type'] })} is too old beside ${titleOf({ type: web.tool['type'] })}: both share one container.`,
        help: 'Use `code_execution_20260521`, or leave it out: the web tool brings the code execution that it needs.',
      };
  }
});
