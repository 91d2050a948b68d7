import { duplicateTools as law } from '../../../client/preflight/duplicate-tools.js';
import { preflighted } from '../preflighted.js';

export const duplicateToolName = preflighted(law, {
  category: 'tools',
  level: 'error',
  law: 'No two tools have the same name.',
  evidence: { grade: 'observed', source: 'error text "tools: Tool names must be unique."' },
  page: 'A call names its tool, and two of one name could not be told apart. Tools of the server count too: a tool of yours called `web_search` collides with theirs.',
});
