import { stopSequences as law } from '../../../client/preflight/stop-sequences.js';
import { preflighted } from '../preflighted.js';

export const stopSequencesWithFormat = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'No stop sequence can cut the JSON of the answer.',
  evidence: {
    grade: 'assumed',
    source: 'a custom stop string inside a text ends the answer there; nobody is known to have tried',
  },
  page: 'A stop sequence ends the answer wherever it occurs, in the middle of a text of the JSON too, and what is left does not parse.\nWith a format the answer ends by itself.',
});
