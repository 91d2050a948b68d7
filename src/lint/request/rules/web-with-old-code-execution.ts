import { webCodeExecution as law } from '../../../client/preflight/web-code-execution.js';
import { preflighted } from '../preflighted.js';

export const webWithOldCodeExecution = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'Code execution beside newer web tools is new enough to share their container.',
  evidence: {
    grade: 'documented',
    source: 'docs tool-use/server-tools: the API rejects older code execution versions alongside these web tool versions',
  },
  page: 'Web tools from 20260209 on run in one container with code execution, which must be of 20260120 or later.\nUse `code_execution_20260521`, or leave it out.',
});
