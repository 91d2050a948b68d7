import { isRecord } from '../../ir/json.js';
import { namesModel } from '../../targets/model-name.js';
import { formatOf } from './parts.js';
import { type Finding, rule } from './rule.js';

/**
 * The conversation does not end with the start of the answer: "Message Prefilling: Incompatible with JSON outputs", and refused by
 * newer models altogether (documented). A turn that the API paused is sent back as it is, and is none.
 */
export const prefill = rule('prefill', function* ({ body, target }): Iterable<Finding> {
  const turns: unknown = body.messages;
  if (!Array.isArray(turns)) return;
  const last: unknown = turns[turns.length - 1];
  if (!isRecord(last) || last['role'] !== 'assistant' || !isWritten(last['content'])) return;
  const refusing = typeof body.model === 'string' && target.models && namesModel(target.models.withoutPrefill.value, body.model);
  if (!refusing && !formatOf(body)) return;
  yield {
    path: `/messages/${turns.length - 1}`,
    message: refusing
      ? `The last message is the assistant's, and ${JSON.stringify(body.model)} does not go on from a given start of the answer.`
      : "The last message is the assistant's: a given start of the answer does not go together with an output format.",
    help: 'End with a message of the user. The format already makes the answer JSON; say the rest in words.',
  };
});

/** Whether the turn ends with something written, and not with work of the server's tools that is to go on. */
function isWritten(content: unknown): boolean {
  if (!Array.isArray(content)) return true;
  const types = content.map((block: unknown) => (isRecord(block) ? block['type'] : undefined));
  const last = types.filter((type) => type !== 'thinking' && type !== 'redacted_thinking').at(-1);
  return last === undefined || last === 'text';
}
