import { turnsOf } from '../../../emulator/request/messages.js';
import type { RequestRule } from '../rule.js';
import { wordsAgainst } from '../words.js';

export const conversation: RequestRule = {
  id: 'conversation',
  category: 'request',
  level: 'error',
  law: 'Messages have a role and content that belongs to it, and the first is of the user.',
  evidence: { grade: 'documented', source: 'docs api/messages; error texts of the API' },
  page: 'A text that is empty, a `tool_result` of the assistant, a `tool_use` of the user, a role that there is not: each is a 400.\nSend back the content of an answer as it came.',
  *check({ body }) {
    if (!Array.isArray(body.messages) || body.messages.length === 0) return;
    const found = wordsAgainst(body, () => turnsOf(body.messages));
    if (found)
      yield {
        path: found.path,
        message: `The API does not take this conversation: ${found.words}`,
        help: "Begin with the user, give every message some content, and send an answer's content back as it came.",
      };
  },
};
