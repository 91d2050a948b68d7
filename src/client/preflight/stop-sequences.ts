import { formatOf } from './parts.js';
import { rule } from './rule.js';

/** A stop sequence may occur inside the JSON, which would be cut there (assumed; the API's answer to both is not known). */
export const stopSequences = rule('stop-sequences-with-format', function* ({ body }) {
  const given = body['stop_sequences'];
  if (!Array.isArray(given) || given.length === 0 || !formatOf(body)) return;
  yield {
    path: '/stop_sequences',
    message: 'Stop sequences can cut the JSON of the answer in the middle of a text, and what is left is not valid.',
    help: 'Leave them out: with a format the answer ends where the JSON ends.',
  };
});
