import { messages as law } from '../../../client/preflight/messages.js';
import { preflighted } from '../preflighted.js';

export const messages = preflighted(law, {
  category: 'request',
  level: 'error',
  law: 'A request holds a conversation.',
  evidence: { grade: 'documented', source: 'docs api/messages; error text "messages: Field required"' },
  page: 'Without a message there is nothing to answer. Only a thread that is continued (`thread`) may be sent with none.\nA file of `output` and `tools` alone is a part of a request, and needs no messages.',
});
