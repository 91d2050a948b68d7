import { unionLimit as law } from '../../../client/preflight/union-limit.js';
import { preflighted } from '../preflighted.js';

export const tooManyUnions = preflighted(law, {
  category: 'budget',
  level: 'error',
  law: 'The schemas of a request have no more unions than the API takes.',
  evidence: {
    grade: 'documented',
    source: 'docs build-with-claude/structured-outputs: 16 a request, `anyOf` and type lists alike',
  },
  page: 'Every `anyOf` and every nullable property counts, over the output format and all strict tools.\nMake nullable properties optional, or let `compileRequest` re-encode them.',
});
