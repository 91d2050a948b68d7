import { isProgrammatic, titleOf, toolChoiceOf, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** "`disable_parallel_tool_use: true` is not supported with programmatic calling" (documented: programmatic-tool-calling). */
export const parallelProgrammatic = rule('parallel-programmatic', function* ({ body }) {
  if (toolChoiceOf(body)['disable_parallel_tool_use'] !== true) return;
  const programmatic = toolsOf(body).filter(({ tool }) => isProgrammatic(tool));
  if (programmatic.length === 0) return;
  const titles = programmatic.map(({ tool }) => titleOf(tool)).join(', ');
  yield {
    path: '/tool_choice/disable_parallel_tool_use',
    message: `Parallel calls can not be turned off while code may call tools (${titles}).`,
    help: "Leave `disable_parallel_tool_use` out, or give these tools `allowed_callers: ['direct']`.",
  };
});
