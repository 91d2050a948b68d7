import { isRecord } from '../../ir/json.js';
import { namesModel } from '../../targets/model-name.js';
import { rule } from './rule.js';

/** Models from 4.7 on think by themselves: `thinking.type` "enabled" is a 400 (documented: release notes). */
export const manualThinking = rule('manual-thinking', function* ({ body, target }) {
  const { thinking, model } = body;
  if (!isRecord(thinking) || thinking['type'] !== 'enabled' || typeof model !== 'string') return;
  if (!namesModel(target.models?.withoutManualThinking?.value ?? [], model)) return;
  yield {
    path: '/thinking/type',
    message: `${JSON.stringify(model)} takes no budget of thinking (\`thinking.type\` "enabled"): it decides by itself how long it thinks.`,
    help: "Use `thinking: { type: 'adaptive' }`, or leave `thinking` out.",
  };
});
