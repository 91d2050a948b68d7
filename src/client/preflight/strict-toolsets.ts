import { isToolset, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** `strict` is rejected on MCP, computer and browser toolsets (documented: strict-tool-use). */
export const strictToolsets = rule('strict-toolset', function* ({ body }) {
  for (const { tool, path } of toolsOf(body))
    if (isToolset(tool) && tool['strict'] === true)
      yield {
        path: `${path}/strict`,
        message: `A set of tools (${String(tool['type'])}) can not be strict: the schemas of its tools are not in the request.`,
        help: 'Leave `strict` out. Tools of an MCP server can be strict as tools of your own, each with its schema.',
      };
});
