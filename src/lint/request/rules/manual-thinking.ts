import { manualThinking as law } from '../../../client/preflight/manual-thinking.js';
import { preflighted } from '../preflighted.js';

export const manualThinking = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A model that decides by itself how long it thinks is given no budget for it.',
  evidence: { grade: 'documented', source: 'release notes: `thinking.type` "enabled" is rejected from Claude 4.7 on' },
  page: 'Newer models decide by themselves how long they think: `thinking: { "type": "adaptive" }`.\nOnly models that are known by name are looked at.',
});
