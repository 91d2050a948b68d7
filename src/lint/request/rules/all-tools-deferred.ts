import { deferred as law } from '../../../client/preflight/deferred.js';
import { preflighted } from '../preflighted.js';

export const allToolsDeferred = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'At least one tool is loaded at once.',
  evidence: {
    grade: 'observed',
    source: 'error text "At least one tool must have defer_loading=false. All tools cannot be deferred."',
  },
  page: 'Deferred tools are found by a search tool, which must be there from the start.\nAdd `{ "type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex" }`, or take `defer_loading` from the tools that are used most.',
});
