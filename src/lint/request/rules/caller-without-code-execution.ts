import { callerCodeExecution as law } from '../../../client/preflight/caller-code-execution.js';
import { preflighted } from '../preflighted.js';

export const callerWithoutCodeExecution = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'Tools that code may call stand beside a tool that runs code.',
  evidence: {
    grade: 'documented',
    source: 'docs tool-use/programmatic-tool-calling: requires the code execution tool to be enabled',
  },
  page: '`allowed_callers` names a tool that runs code, and the request has none.\nAdd `{ "type": "code_execution_20260521", "name": "code_execution" }`; web tools from 20260209 on bring it by themselves.',
});
