import type { Rule } from '../rule.js';

export const grammarSize: Rule = {
  id: 'grammar-size',
  category: 'budget',
  level: 'warning',
  law: 'A schema is small enough to be compiled to a grammar.',
  evidence: {
    grade: 'observed',
    source: 'public test suite, 2026-09: about 70 properties and more, "The compiled grammar is too large"',
  },
  page: 'The limit of the grammar is published nowhere. Flatten the schema, or split the request.',
  *check({ compiled, target }) {
    const most = target.limits.advisedProperties?.value;
    const { properties } = compiled?.spend ?? { properties: 0 };
    if (most !== undefined && properties > most)
      yield {
        path: '',
        message: `The schema has ${properties} properties, all uses of definitions counted; from about ${most} on, compilation was seen to fail.`,
        help: 'Split the request, or leave out what is not needed.',
      };
  },
};
