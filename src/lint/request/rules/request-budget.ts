import { listed, spendingsOf } from '../../../client/preflight/spending.js';
import type { RequestRule } from '../rule.js';

type Of = Parameters<typeof spendingsOf>[1];

const optional: Of = (spend) => spend.optional;
const properties: Of = (spend) => spend.properties;

export const requestBudget: RequestRule = {
  id: 'request-budget',
  category: 'budget',
  level: 'warning',
  law: 'The schemas of a request are small enough together to be compiled reliably.',
  evidence: {
    grade: 'observed',
    source:
      'compilation was seen to fail from 11 to 15 optional properties and from about 70 properties on, over the whole request',
  },
  page: 'The output format and all strict tools are compiled together: what each spends is added up. The documented limits are higher than where requests were seen to fail.\n`compileRequest` plans the whole request and leaves a margin; `bascule explain --request` shows what each schema spends.',
  *check({ body, target }) {
    const { optional: most, advisedOptional, advisedProperties } = target.limits;
    const found = spendingsOf(body, optional);
    const sum = found.reduce((total, { spend }) => total + spend.optional, 0);
    // What one schema spends alone has rules of its own, and so has what the API refuses.
    if (found.length > 1 && sum > advisedOptional.value && sum <= most.value)
      yield {
        path: '',
        message: `The schemas hold ${sum} optional properties together (${listed(found, optional)}); beyond about ${advisedOptional.value} the API was seen to give up.`,
        help: 'Make properties required, let `compileRequest` re-encode them, or take `strict` from the tool that spends most.',
      };
    const sizes = spendingsOf(body, properties);
    const size = sizes.reduce((total, { spend }) => total + spend.properties, 0);
    if (advisedProperties && sizes.length > 1 && size > advisedProperties.value)
      yield {
        path: '',
        message: `The schemas hold ${size} properties together (${listed(sizes, properties)}); from about ${advisedProperties.value} on, compilation was seen to fail.`,
        help: 'Take `strict` from the tools that spend most, or split the request.',
      };
  },
};
