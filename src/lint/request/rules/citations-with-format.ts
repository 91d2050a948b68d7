import { citations as law } from '../../../client/preflight/citations.js';
import { preflighted } from '../preflighted.js';

export const citationsWithFormat = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'Citations and an output format are not asked for together.',
  evidence: {
    grade: 'documented',
    source: 'docs build-with-claude/citations: a document or search result with citations beside `output_config.format` is a 400',
  },
  page: 'Citations are woven into text, and with a format the answer is JSON.\nTurn citations off, or ask for quotes as properties of the schema and look them up in the document.',
});
