import type { Rule } from '../rule.js';

/** Share of the limit from which on a schema leaves little to the rest of a request. */
const NEAR = 0.75;

export const unionBudget: Rule = {
  id: 'union-budget',
  category: 'budget',
  level: 'warning',
  law: 'A schema leaves room for the unions of the rest of its request.',
  evidence: { grade: 'documented', source: 'docs build-with-claude/structured-outputs: 16 union-typed parameters a request' },
  page: 'Every `anyOf` and every nullable property counts, use by use.\nMake nullable properties optional, or pin them as lists.',
  *check({ compiled, target }) {
    const limit = target.limits.union.value;
    const spent = compiled?.spend.union ?? 0;
    if (spent >= limit * NEAR)
      yield {
        path: '',
        message: `The schema takes ${spent} of the ${limit} unions that a request may have, and shares them with every strict tool.`,
        help: '`bascule explain` shows where they are; `compileRequest` plans a whole request.',
      };
  },
};
