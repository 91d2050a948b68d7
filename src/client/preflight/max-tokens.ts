import { rule } from './rule.js';

/** `max_tokens` is a number; 0 is taken (documented). */
export const maxTokens = rule('max-tokens', function* ({ body }) {
  const given = body.max_tokens;
  if (typeof given === 'number' && Number.isSafeInteger(given) && given >= 0) return;
  const missing = given === undefined || given === null;
  yield {
    path: '/max_tokens',
    message: missing
      ? '`max_tokens` is missing; the API has no default for it.'
      : `\`max_tokens\` is ${JSON.stringify(given).slice(0, 80)}, which is no number of tokens.`,
    help: 'Give the most tokens that the answer may take, such as 4096. An answer that needs more is cut.',
  };
});
