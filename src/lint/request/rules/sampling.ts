import { sampling as law } from '../../../client/preflight/sampling.js';
import { preflighted } from '../preflighted.js';

export const sampling = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'Sampling is set only on models that let it be set.',
  evidence: { grade: 'documented', source: 'release notes: other than the usual values are a 400 from Claude 4.7 on' },
  page: '`temperature`, `top_p` and `top_k` are gone from newer models. For answers that vary less, a schema does more than a temperature.\nOnly models that are known by name are looked at.',
});
