import { isToolset, toolsOf } from '../../../client/preflight/parts.js';
import type { RequestRule } from '../rule.js';

const MOST = 30;

export const tooManyTools: RequestRule = {
  id: 'too-many-tools',
  category: 'tools',
  level: 'warning',
  law: `No more than about ${MOST} tools are loaded at once.`,
  evidence: {
    grade: 'documented',
    source:
      'docs agent-sdk/tool-search: selection degrades with more than 30 to 50 tools loaded at once; 50 tools can take 10,000 to 20,000 tokens',
  },
  page: 'Every tool that is loaded costs tokens in every request, and beyond 30 to 50 of them the model chooses worse.\nSet `defer_loading: true` on the tools that are seldom used, and add `{ "type": "tool_search_tool_regex_20251119", "name": "tool_search_tool_regex" }`.',
  *check({ body }) {
    const loaded = toolsOf(body).filter(({ tool }) => tool['defer_loading'] !== true && !isToolset(tool)).length;
    if (loaded > MOST)
      yield {
        path: '/tools',
        message: `${loaded} tools are loaded at once; beyond 30 to 50 the model was found to choose worse, and each costs tokens in every request.`,
        help: 'Defer those that are seldom used (`defer_loading: true`) and add a tool search tool.',
      };
  },
};
