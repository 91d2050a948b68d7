import { forcedWithoutTools as law } from '../../../client/preflight/forced-without-tools.js';
import { preflighted } from '../preflighted.js';

export const forcedToolWithoutTools = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A call is demanded only where there are tools.',
  evidence: { grade: 'assumed', source: '`tool_choice` "any" and "tool" make the model call one of the tools of the request' },
  page: 'There is nothing to call. Tools may also come from `mcp_servers`.\nAdd `tools`, or leave `tool_choice` out.',
});
