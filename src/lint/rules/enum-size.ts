import type { Rule } from '../rule.js';

export const enumSize: Rule = {
  id: 'enum-size',
  category: 'budget',
  level: 'warning',
  law: 'An enumeration is small enough to be enforced.',
  evidence: { grade: 'observed', source: 'a public thread: one tool’s enum failed between 200 and 240 values' },
  page: 'A longer enumeration goes out as text with a hint, and is checked afterwards. The model may name a value that is not there.\nAsk for a category first, or give the values in the prompt.',
  *check({ places, target }) {
    const most = target.limits.enumValues.value;
    for (const { path, shape } of places)
      if (shape.kind === 'literal' && shape.values.length > most)
        yield {
          path,
          message: `The enumeration has ${shape.values.length} values; beyond ${most} it is checked and not enforced.`,
          help: 'Ask for a category first, or let the model answer free text and look it up.',
        };
  },
};
