import { checkCalls } from '../../../emulator/request/conversation.js';
import { type Turn, turnsOf } from '../../../emulator/request/messages.js';
import type { RequestRule } from '../rule.js';
import { wordsAgainst } from '../words.js';

export const toolResults: RequestRule = {
  id: 'tool-results',
  category: 'request',
  level: 'error',
  law: 'Every call of a tool is answered once, at the start of the next message.',
  evidence: {
    grade: 'documented',
    source:
      'docs tool-use/define-tools and programmatic-tool-calling; error text "`tool_use` ids were found without `tool_result` blocks"',
  },
  page: 'All results of one turn stand in one message of the user, before any text. While a program that the server runs waits for its calls there is nothing but results, and the `container` that it runs in is named.\n`runTools` does all of that.',
  *check({ body }) {
    let turns: readonly Turn[] = [];
    if (!Array.isArray(body.messages) || wordsAgainst(body, () => (turns = turnsOf(body.messages)))) return;
    const found = wordsAgainst(body, () => checkCalls(turns, body));
    if (found)
      yield {
        path: found.path,
        message: `The API does not take these calls and results: ${found.words}`,
        help: 'Answer each `tool_use` by one `tool_result` with its id, all in the next message and before its text.',
      };
  },
};
