import { toolsOf } from '../../../client/preflight/parts.js';
import type { RequestRule } from '../rule.js';

const MOST = 10_000;

export const tooManyDeferred: RequestRule = {
  id: 'too-many-deferred',
  category: 'tools',
  level: 'error',
  law: `A request has at most ${MOST} deferred tools.`,
  evidence: { grade: 'documented', source: 'docs tool-use/tool-search-tool: 10,000 deferred tools' },
  page: 'Tool search looks through 10,000 tools at most.\nChoose by topic before the request, or search on your own and answer with `tool_reference` blocks.',
  *check({ body }) {
    const count = toolsOf(body).filter(({ tool }) => tool['defer_loading'] === true).length;
    if (count > MOST)
      yield {
        path: '/tools',
        message: `The request has ${count} deferred tools, and tool search takes at most ${MOST}.`,
        help: 'Send those only that the conversation can need.',
      };
  },
};
