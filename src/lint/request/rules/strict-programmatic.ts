import { strictProgrammatic as law } from '../../../client/preflight/strict-programmatic.js';
import { preflighted } from '../preflighted.js';

export const strictProgrammatic = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A tool that code may call is not strict.',
  evidence: {
    grade: 'documented',
    source: 'docs tool-use/programmatic-tool-calling: `strict: true` is not supported with programmatic calling',
  },
  page: 'Grammars bind what the model writes as a call, not what a program of its passes.\nTake `strict` away and check the input when it comes in, or let only the model call the tool: `allowed_callers: ["direct"]`.',
});
