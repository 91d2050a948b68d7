import { toolsOf } from './parts.js';
import { rule } from './rule.js';

/** "At least one tool must have defer_loading=false. All tools cannot be deferred." (observed) */
export const deferred = rule('all-tools-deferred', function* ({ body }) {
  const tools = toolsOf(body);
  if (tools.length === 0 || !tools.every(({ tool }) => tool['defer_loading'] === true)) return;
  yield {
    path: '/tools',
    message: 'Every tool is deferred, so the model has none with which to find the others.',
    help: "Add a search tool, such as `{ type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' }`, or load one tool at once.",
  };
});
