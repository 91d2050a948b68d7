import type { Shape } from '../../ir/shape.js';
import type { Rule } from '../rule.js';

export const undescribed: Rule = {
  id: 'undescribed',
  category: 'answers',
  level: 'info',
  law: 'Every property says what it means.',
  evidence: { grade: 'assumed', source: 'names alone leave units, formats and points of view open' },
  page: 'A name alone leaves the model to guess: units, formats, whose date it is. One sentence is enough.',
  *check({ places }) {
    for (const { path, key, shape } of places)
      if (key !== undefined && !isDescribed(shape))
        yield {
          path,
          message: `The property \`${key}\` has no description.`,
          help: 'Say in one sentence what it means, with its unit or format.',
        };
  },
};

/** Where one of several options stands there, each says for itself what it means; null says it by itself. */
function isDescribed(shape: Shape): boolean {
  if (shape.notes?.description !== undefined || shape.kind === 'ref') return true;
  const options = shape.kind === 'union' ? shape.options.filter(({ kind }) => kind !== 'null') : [];
  return options.length > 0 && options.every(isDescribed);
}
