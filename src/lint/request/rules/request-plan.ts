import type { RequestRule } from '../rule.js';

const TOLD = new Set(['not-strict', 'unknown-pin', 'bad-option']);

export const requestPlan: RequestRule = {
  id: 'request-plan',
  category: 'budget',
  level: 'warning',
  law: 'A request can be planned as it is asked for.',
  evidence: { grade: 'assumed', source: 'the planner’s own findings' },
  page: 'Where a request has more strict tools than the API takes, the last ones are sent without `strict`. Pins that name nothing in the request have no effect.\n`bascule explain --request` shows the whole plan.',
  *check({ planning }) {
    for (const { code, path, message, help } of planning) if (TOLD.has(code)) yield { path, message, help };
  },
};
