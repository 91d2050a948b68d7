import { isCustom, titleOf, toolsOf } from '../../../client/preflight/parts.js';
import { checkMembers } from '../../../emulator/request/tools.js';
import type { RequestRule } from '../rule.js';
import { wordsAgainst } from '../words.js';

/** What other protocols call the schema. */
const SCHEMAS = ['inputSchema', 'parameters', 'schema'];

export const toolMembers: RequestRule = {
  id: 'tool-members',
  category: 'tools',
  level: 'error',
  law: 'A tool has an `input_schema`, and only members that the API knows.',
  evidence: { grade: 'sdk', source: 'type `Tool` of @anthropic-ai/sdk 1.12; error text "Extra inputs are not permitted"' },
  page: 'A tool of your own is `{ name, description, input_schema }`, with `strict`, `input_examples`, `allowed_callers`, `defer_loading`, `cache_control`, `eager_input_streaming` where wanted.\n`inputSchema` is what MCP calls the schema, `parameters` what OpenAI does: both are a 400.',
  *check({ body }) {
    for (const [index, { tool, path }] of toolsOf(body).entries()) {
      const found = isCustom(tool) && wordsAgainst(body, () => checkMembers(tool, Number(path.slice('/tools/'.length))));
      if (!found) continue;
      const other = SCHEMAS.find((name) => name in tool);
      yield {
        path: found.path === '' ? `/tools/${index}` : found.path,
        message: `The API does not take the tool ${titleOf(tool)}: ${found.words}`,
        help:
          other === undefined
            ? 'A tool is `{ name, description, input_schema }`; what else it may have, `bascule explain tool-members` says.'
            : `Rename \`${other}\` to \`input_schema\`.`,
      };
    }
  },
};
