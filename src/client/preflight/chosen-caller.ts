import { titleOf, toolChoiceOf, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** `tool_choice` can not name a tool that the model may not call itself (documented: programmatic-tool-calling). */
export const chosenCaller = rule('tool-choice-caller', function* ({ body }) {
  const { type, name } = toolChoiceOf(body);
  if (type !== 'tool' || typeof name !== 'string') return;
  for (const { tool, path } of toolsOf(body)) {
    const callers = tool['allowed_callers'];
    if (tool['name'] !== name || !Array.isArray(callers) || callers.length === 0 || callers.includes('direct')) continue;
    yield {
      path: '/tool_choice/name',
      message: `\`tool_choice\` names ${titleOf(tool)}, which only code may call (${path}/allowed_callers).`,
      help: "Add 'direct' to its `allowed_callers`, or choose another tool.",
    };
  }
});
