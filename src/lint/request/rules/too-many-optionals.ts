import { optionalLimit as law } from '../../../client/preflight/optional-limit.js';
import { preflighted } from '../preflighted.js';

export const tooManyOptionals = preflighted(law, {
  category: 'budget',
  level: 'error',
  law: 'The schemas of a request have no more optional properties than the API takes.',
  evidence: {
    grade: 'documented',
    source:
      'docs build-with-claude/structured-outputs: 24 a request, over the output format and all strict tools, nested ones included',
  },
  page: 'Each optional property doubles a part of the grammar. They are counted use by use: a definition that is used twice counts twice.\nMake properties required, or let `compileRequest` re-encode them.',
});
