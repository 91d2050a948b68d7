import { isRecord } from '../../ir/json.js';
import { rule } from './rule.js';

/** There is a conversation. In a thread that is continued (`thread`) nothing new need be said. */
export const messages = rule('messages', function* ({ body }) {
  const help = "Give at least one message, such as `{ role: 'user', content: '…' }`.";
  const given: unknown = body.messages;
  if (!Array.isArray(given)) {
    const what = given === undefined || given === null ? 'There are no `messages`' : '`messages` is not a list';
    yield { path: '/messages', message: `${what}, so there is nothing to answer.`, help };
  } else if (given.length === 0 && !(isRecord(body['thread']) && body['thread']['type'] === 'continue'))
    yield { path: '/messages', message: '`messages` is empty, so there is nothing to answer.', help };
  else
    for (const [index, turn] of given.entries())
      if (!isRecord(turn))
        yield { path: `/messages/${index}`, message: 'What stands here is no message, but no object at all.', help };
});
