import { maxTokens as law } from '../../../client/preflight/max-tokens.js';
import { preflighted } from '../preflighted.js';

export const maxTokens = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A request says how many tokens its answer may take.',
  evidence: { grade: 'documented', source: 'docs api/messages; error text "max_tokens: Field required"' },
  page: '`max_tokens` has no default. An answer that needs more is cut (`stop_reason: "max_tokens"`), and a cut answer is seldom valid JSON.\nGive it generously: only tokens that are written cost.',
});
