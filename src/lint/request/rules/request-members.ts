import { checkFields } from '../../../emulator/request/fields.js';
import type { RequestRule } from '../rule.js';
import { wordsAgainst } from '../words.js';

/** What rules of their own look at, as nothing is wrong with it. */
const ELSEWHERE = { max_tokens: 1, messages: [], output_format: undefined, stream: undefined };

export const requestMembers: RequestRule = {
  id: 'request-members',
  category: 'request',
  level: 'error',
  law: 'A request has the members that the API knows, each of its type.',
  evidence: {
    grade: 'sdk',
    source: 'parameters of `messages.create` of @anthropic-ai/sdk 1.12; error text "Extra inputs are not permitted"',
  },
  page: 'A member that the API does not know is a 400 and not ignored: `maxTokens`, `response_format` and `functions` are of other APIs.\nThe list is that of the SDK, beta parameters included.',
  *check({ body }) {
    const found = wordsAgainst(body, () => checkFields({ ...body, ...ELSEWHERE }, false));
    if (found)
      yield {
        path: found.path,
        message: `The API does not take this member of the request: ${found.words}`,
        help: 'See the parameters of `messages.create` of the SDK; options of a client or of another API do not belong here.',
      };
  },
};
