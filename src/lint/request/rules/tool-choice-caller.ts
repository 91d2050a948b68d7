import { chosenCaller as law } from '../../../client/preflight/chosen-caller.js';
import { preflighted } from '../preflighted.js';

export const toolChoiceCaller = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'The tool that `tool_choice` names may be called by the model.',
  evidence: {
    grade: 'documented',
    source: 'docs tool-use/programmatic-tool-calling: `tool_choice` can not name a tool without "direct"',
  },
  page: 'A tool whose `allowed_callers` hold only code can not be called by the model itself.\nAdd `"direct"`, or choose another tool.',
});
