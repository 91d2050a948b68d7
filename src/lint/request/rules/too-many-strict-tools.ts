import { strictLimit as law } from '../../../client/preflight/strict-limit.js';
import { preflighted } from '../preflighted.js';

export const tooManyStrictTools = preflighted(law, {
  category: 'budget',
  level: 'error',
  law: 'A request has no more strict tools than the API takes.',
  evidence: { grade: 'documented', source: 'docs build-with-claude/structured-outputs: 20 strict tools a request' },
  page: 'Each strict tool is compiled to a grammar. Beyond 20 of them the request is a 400.\nKeep `strict` where a wrong input costs most; `compileRequest` chooses in the order of the tools, or by your pins.',
});
