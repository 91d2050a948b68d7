import type { RequestRule } from '../rule.js';

export const notJson: RequestRule = {
  id: 'not-json',
  category: 'request',
  level: 'error',
  law: 'A request is JSON that the API takes by its size.',
  evidence: { grade: 'documented', source: 'docs api/overview: 32 MB a request' },
  page: 'What JSON lacks (a BigInt, an object that holds itself) can not be sent, nor can more than 32 MB.\nGive plain data, and large files through the Files API.',
  *check({ unsendable }) {
    yield* unsendable;
  },
};
