import { model as law } from '../../../client/preflight/model.js';
import { preflighted } from '../preflighted.js';

export const modelWithoutStructuredOutputs = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'Formats and strict tools are asked of a model that has them.',
  evidence: {
    grade: 'documented',
    source: 'docs build-with-claude/structured-outputs lists the models that have them; older ones are assumed not to',
  },
  page: 'Models before Claude 4.5 have no structured outputs: a format or a strict tool is a 400 there.\nChoose another model, or send the tools without `strict` and check their input.',
});
