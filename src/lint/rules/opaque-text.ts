import type { Rule } from '../rule.js';

export const opaqueText: Rule = {
  id: 'opaque-text',
  category: 'fidelity',
  level: 'info',
  law: 'Every part of an answer has a structure.',
  evidence: { grade: 'assumed', source: 'free-form values travel as JSON text' },
  page: 'Where anything may stand (`z.any()`, `{}`), the model writes JSON as text within a string. Nothing in it is constrained.\nState what is expected, or a record of texts.',
  *check({ places }) {
    for (const { path, shape } of places)
      if (shape.kind === 'any')
        yield {
          path,
          message: 'Anything may stand here, so it travels as JSON text, in which nothing is enforced.',
          help: 'State what is expected.',
        };
  },
};
