import type { Rule } from '../rule.js';

export const optionalBudget: Rule = {
  id: 'optional-budget',
  category: 'budget',
  level: 'warning',
  law: 'A schema has no more optional properties than compile reliably.',
  evidence: { grade: 'observed', source: 'vercel/ai caps at 10; pome-sh/digital-twins#527: a request of 15 was refused' },
  page: 'The documented limit is 24 over a request, nested ones and all uses of a definition included; compilation was seen to fail from 11 to 15 on.\nMake required what is always there; `compileRequest` re-encodes the rest with a margin.',
  *check({ compiled, target }) {
    const { optional } = compiled?.spend ?? { optional: 0 };
    const advised = target.limits.advisedOptional.value;
    if (optional > advised)
      yield {
        path: '',
        message: `The schema sends ${optional} optional properties; beyond about ${advised} the API was seen to give up (${target.limits.advisedOptional.evidence}), and it takes at most ${target.limits.optional.value} over a request.`,
        help: 'Make properties required, or let `parse` or `compileRequest` plan the request: they leave a margin.',
      };
  },
};
