import { records, toolsOf } from '../../../client/preflight/parts.js';
import type { RequestRule } from '../rule.js';

export const toolReference: RequestRule = {
  id: 'tool-reference',
  category: 'request',
  level: 'error',
  law: 'Every tool that a result refers to is there.',
  evidence: { grade: 'observed', source: 'error text "Tool reference \'unknown_tool\' not found in available tools"' },
  page: 'A search of your own answers with `tool_reference` blocks, which load deferred tools. A name that no tool of the request has is a 400, also in an old message after a tool was taken away.\nKeep the tools of a conversation, deferred, as long as it goes on. Tools of an MCP server are not known here, and not checked.',
  *check({ body }) {
    if (Array.isArray(body['mcp_servers']) && body['mcp_servers'].length > 0) return;
    const names = new Set(toolsOf(body).map(({ tool }) => tool['name']));
    for (const [turn, at] of records(body.messages, '/messages'))
      for (const [block, place] of records(turn['content'], `${at}/content`))
        for (const [inner, path] of block['type'] === 'tool_result' ? records(block['content'], `${place}/content`) : []) {
          const name = inner['tool_name'];
          if (inner['type'] !== 'tool_reference' || typeof name !== 'string' || names.has(name)) continue;
          yield {
            path: `${path}/tool_name`,
            message: `A result refers to the tool ${JSON.stringify(name.slice(0, 80))}, and the request has no such tool.`,
            help: 'Add the tool with `defer_loading: true`, or leave the reference out.',
          };
        }
  },
};
