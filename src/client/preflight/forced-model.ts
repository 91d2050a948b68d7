import { namesModel } from '../../targets/model-name.js';
import { isForced, toolChoiceOf } from './parts.js';
import { rule } from './rule.js';

/** Some models reject `tool_choice` `any` and `tool` (documented: release notes). */
export const forcedModel = rule('forced-tool-model', function* ({ body, target }) {
  const choice = toolChoiceOf(body);
  if (!isForced(choice) || typeof body.model !== 'string') return;
  if (!target.models || !namesModel(target.models.withoutForcedTools.value, body.model)) return;
  yield {
    path: '/tool_choice',
    message: `${JSON.stringify(body.model)} does not take \`tool_choice\` "${String(choice['type'])}": it can not be made to call a tool.`,
    help: "Use `{ type: 'auto' }` with strict tools and ask for the call in words, or an `output`.",
  };
});
