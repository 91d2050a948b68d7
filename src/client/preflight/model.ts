import { namesModel } from '../../targets/model-name.js';
import { formatOf, titleOf, toolsOf } from './parts.js';
import { rule } from './rule.js';

/** Structured outputs are asked of a model that has them. A model that the target does not name is taken for one. */
export const model = rule('model-without-structured-outputs', function* ({ body, target }) {
  const lists = target.models;
  if (!lists || typeof body.model !== 'string' || !namesModel(lists.withoutStructuredOutputs.value, body.model)) return;
  const strict = toolsOf(body).filter(({ tool }) => tool['strict'] === true);
  const wanted = [
    ...(formatOf(body) ? ['an output format'] : []),
    ...strict.map(({ tool }) => `the strict tool ${titleOf(tool)}`),
  ];
  if (wanted.length === 0) return;
  yield {
    path: '/model',
    message: `${JSON.stringify(body.model)} has no structured outputs, and the request holds ${wanted.join(', ')}.`,
    help: `Choose one that has them, such as ${lists.structuredOutputs.value.slice(0, 3).join(', ')}${strict.length > 0 ? ', or set `strict: false`' : ''}.`,
  };
});
