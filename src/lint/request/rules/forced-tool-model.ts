import { forcedModel as law } from '../../../client/preflight/forced-model.js';
import { preflighted } from '../preflighted.js';

export const forcedToolModel = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A call is demanded only of models that can be made to call.',
  evidence: {
    grade: 'documented',
    source: 'release notes, 2026: Fable 5, Mythos 5, Opus 5.5 and Sonnet 5.5 reject `tool_choice` "any" and "tool"',
  },
  page: 'The release notes advise `tool_choice: { "type": "auto" }` with strict tools, and to ask for the call in words. Where you want JSON and no call, use an output format.',
});
