import { manualThinking } from '../../../client/preflight/manual-thinking.js';
import { checkThinking } from '../../../emulator/request/thinking.js';
import { modelOf } from '../model.js';
import type { RequestRule } from '../rule.js';
import { wordsAgainst } from '../words.js';

export const thinkingModel: RequestRule = {
  id: 'thinking-model',
  category: 'request',
  level: 'error',
  law: 'A model is asked to think in a way that it has.',
  evidence: { grade: 'documented', source: 'release notes: `thinking.type` "enabled" is rejected from Claude 4.7 on' },
  page: 'Newer models decide by themselves how long they think: `thinking: { "type": "adaptive" }`. Older ones take a budget of at least 1024 tokens, which is less than `max_tokens`.\nOnly models that are known by name are looked at.',
  *check({ body, target }) {
    const { thinking, max_tokens } = body;
    const model = modelOf(body, target);
    // That a model takes no budget at all is told by a rule of its own.
    if ([...manualThinking.check({ body, target })].length > 0) return;
    const found = model && wordsAgainst(body, () => checkThinking({ thinking, max_tokens }, model));
    if (found)
      yield {
        path: found.path === '' ? '/thinking' : found.path,
        message: `${JSON.stringify(body.model)} does not take this thinking: ${found.words}`,
        help: "Use `thinking: { type: 'adaptive' }` for newer models, a `budget_tokens` of 1024 or more and below `max_tokens` for older ones.",
      };
  },
};
