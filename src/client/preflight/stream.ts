import { rule } from './rule.js';

/** Whether to stream is not asked by a parameter here: how the answer is read depends on it. */
export const stream = rule('stream', function* ({ body }) {
  if (body['stream'] !== true) return;
  yield {
    path: '/stream',
    message: '`stream: true` is not for the caller to set: the answer would come in as events where a whole message is read.',
    help: 'Leave it out; to read the answer as it grows call `stream(client, params)`.',
  };
});
