import { stream as law } from '../../../client/preflight/stream.js';
import { preflighted } from '../preflighted.js';

export const stream = preflighted(law, {
  category: 'request',
  level: 'info',
  law: 'Whether to stream is said by the call, not by the request.',
  evidence: { grade: 'assumed', source: 'the calls of this library: `parse` reads a message, `stream` reads events' },
  page: 'The API takes `stream: true`. `parse` does not, since it would get events where it reads a message: it refuses such a request before sending it.\nFor requests of your own over the SDK this note can be passed over.',
});
