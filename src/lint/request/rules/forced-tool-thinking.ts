import { forcedThinking as law } from '../../../client/preflight/forced-thinking.js';
import { preflighted } from '../preflighted.js';

export const forcedToolThinking = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A model that thinks with a budget is not made to call a tool.',
  evidence: {
    grade: 'observed',
    source:
      'error text "Thinking may not be enabled when tool_choice forces tool use."; documented to be fine with adaptive thinking',
  },
  page: 'Use `thinking: { "type": "adaptive" }`, or `tool_choice: { "type": "auto" }` and ask for the call in words.',
});
