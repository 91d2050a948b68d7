import { chosenTool as law } from '../../../client/preflight/chosen-tool.js';
import { preflighted } from '../preflighted.js';

export const unknownToolChoice = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'The tool that `tool_choice` names is there.',
  evidence: { grade: 'documented', source: 'docs tool-use/define-tools; error text "Tool \'…\' not found in provided tools"' },
  page: 'A misspelt name is a 400. The names of tools in a toolset or of an MCP server are not known here, and not checked.',
});
