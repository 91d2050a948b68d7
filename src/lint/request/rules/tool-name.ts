import { toolNames as law } from '../../../client/preflight/tool-names.js';
import { preflighted } from '../preflighted.js';

export const toolName = preflighted(law, {
  category: 'tools',
  level: 'error',
  law: 'Every tool has a name that the API takes.',
  evidence: {
    grade: 'documented',
    source:
      'docs tool-use/define-tools: letters, digits, `_` and `-`; at most 128 of them since 2026-10, 64 before and in error texts',
  },
  page: 'Dots, blanks and slashes are a 400. A name of more than 64 characters may be.\nWrite `get_weather`, not `weather.get`.',
});
