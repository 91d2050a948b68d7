import { isRecord } from '../../ir/json.js';
import { isForced, toolChoiceOf } from './parts.js';
import { rule } from './rule.js';

/** "Thinking may not be enabled when tool_choice forces tool use." (observed; documented to be fine with adaptive thinking) */
export const forcedThinking = rule('forced-tool-thinking', function* ({ body }) {
  const { thinking } = body;
  if (!isForced(toolChoiceOf(body)) || !isRecord(thinking) || thinking['type'] !== 'enabled') return;
  yield {
    path: '/tool_choice',
    message: 'A model that thinks with a budget (`thinking.type` "enabled") can not be made to call a tool.',
    help: "Use `tool_choice: { type: 'auto' }`, or thinking of the type 'adaptive' or 'disabled'.",
  };
});
