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
      if (key !== undefined && shape.notes?.description === undefined && shape.kind !== 'ref')
        yield {
          path,
          message: `The property \`${key}\` has no description.`,
          help: 'Say in one sentence what it means, with its unit or format.',
        };
  },
};
