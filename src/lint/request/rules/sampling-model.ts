import { checkThinking } from '../../../emulator/request/thinking.js';
import { modelOf } from '../model.js';
import type { RequestRule } from '../rule.js';
import { wordsAgainst } from '../words.js';

export const samplingModel: RequestRule = {
  id: 'sampling-model',
  category: 'request',
  level: 'error',
  law: 'Sampling is set only on models that let it be set.',
  evidence: { grade: 'documented', source: 'release notes: other than the usual values are a 400 from Claude 4.7 on' },
  page: '`temperature`, `top_p` and `top_k` are gone from newer models. For answers that vary less, a schema does more than a temperature.\nOnly models that are known by name are looked at.',
  *check({ body, target }) {
    const { temperature, top_p, top_k } = body;
    const model = modelOf(body, target);
    const found = model && wordsAgainst(body, () => checkThinking({ temperature, top_p, top_k }, model));
    if (found)
      yield {
        path: found.path,
        message: `${JSON.stringify(body.model)} does not take this sampling: ${found.words}`,
        help: 'Leave `temperature`, `top_p` and `top_k` out.',
      };
  },
};
