import { strictToolsets as law } from '../../../client/preflight/strict-toolsets.js';
import { preflighted } from '../preflighted.js';

export const strictToolset = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A set of tools is not strict.',
  evidence: {
    grade: 'documented',
    source: 'docs tool-use/strict-tool-use: rejected on mcp_toolset, computer_toolset and browser_toolset',
  },
  page: 'The schemas of the tools in a set are not in the request, so there is nothing to compile.\nTools of an MCP server can be strict as tools of your own, each with its schema.',
});
