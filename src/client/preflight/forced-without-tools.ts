import { isForced, toolChoiceOf } from './parts.js';
import { rule } from './rule.js';

/** A call can be made only of a tool that there is. Tools may also come from `mcp_servers`. */
export const forcedWithoutTools = rule('forced-tool-without-tools', function* ({ body }) {
  const choice = toolChoiceOf(body);
  if (!isForced(choice) || [body.tools, body['mcp_servers']].some((list) => Array.isArray(list) && list.length > 0)) return;
  yield {
    path: '/tool_choice',
    message: `\`tool_choice\` "${String(choice['type'])}" makes the model call a tool, and the request has none.`,
    help: 'Add `tools`, or leave `tool_choice` out.',
  };
});
