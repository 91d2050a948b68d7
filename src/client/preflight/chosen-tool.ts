import { isToolset, titleOf, toolChoiceOf, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** The tool that `tool_choice` names is there. The names of tools in a toolset or of an MCP server are not known. */
export const chosenTool = rule('unknown-tool-choice', function* ({ body }) {
  const { type, name } = toolChoiceOf(body);
  const tools = toolsOf(body);
  if (type !== 'tool' || tools.length === 0) return;
  if (tools.some(({ tool }) => isToolset(tool) || (typeof name === 'string' && tool['name'] === name))) return;
  if (Array.isArray(body['mcp_servers']) && body['mcp_servers'].length > 0) return;
  yield {
    path: '/tool_choice/name',
    message:
      typeof name === 'string'
        ? `\`tool_choice\` names ${JSON.stringify(name.slice(0, 80))}, and there is no such tool.`
        : '`tool_choice` of the type "tool" names no tool.',
    help: `The tools are ${tools.map(({ tool }) => titleOf(tool)).join(', ')}.`,
  };
});
