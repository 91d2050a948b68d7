import { isRecord } from '../ir/json.js';
import { checkMisbehaviour } from './misbehaviour-forms.js';
import type { Reply } from './reply.js';

const ANSWER = [
  'content',
  'text',
  'value',
  'tools',
  'stop_reason',
  'stop_sequence',
  'stop_details',
  'usage',
  'container',
  'misbehave',
];
const ERROR = ['status', 'type', 'message', 'headers', 'details'];

/** Throws `TypeError` with a sentence for what is no reply, so that a slip in a script shows where it was made. */
export function checkReply(reply: unknown): Reply {
  if (!isRecord(reply)) throw new TypeError('A reply is an object, such as { value: … } or { error: { status: 529 } }.');
  const isError = reply['error'] !== undefined;
  const known = isError ? ['error', 'misbehave'] : [...ANSWER, 'error'];
  const stray = Object.keys(reply).find((name) => !known.includes(name));
  if (stray !== undefined)
    throw new TypeError(`A reply has no member ${JSON.stringify(stray)}; it may have ${known.join(', ')}.`);
  if (reply['misbehave'] !== undefined) checkMisbehaviour(reply['misbehave']);
  if (isError) checkError(reply['error']);
  if (reply['text'] !== undefined && typeof reply['text'] !== 'string')
    throw new TypeError('The member "text" of a reply must be a string; "value" takes anything and sends it as JSON.');
  for (const name of ['stop_reason', 'stop_sequence'])
    if (reply[name] != null && typeof reply[name] !== 'string')
      throw new TypeError(`The member "${name}" of a reply must be a string.`);
  for (const name of ['usage', 'stop_details'])
    if (reply[name] != null && !isRecord(reply[name])) throw new TypeError(`The member "${name}" of a reply must be an object.`);
  if ('value' in reply) checkValue(reply['value']);
  checkList('content', reply['content'], (block) => isRecord(block) && typeof block['type'] === 'string', '{ type: … }');
  checkList(
    'tools',
    reply['tools'],
    (call) => isRecord(call) && typeof call['name'] === 'string',
    "{ name: 'tool', input: {…} }",
  );
  return reply as unknown as Reply;
}

function checkValue(value: unknown): void {
  try {
    JSON.stringify(value);
  } catch (error) {
    throw new TypeError(
      `The member "value" of a reply can't be sent as JSON: ${error instanceof Error ? error.message : 'something was thrown'}. Give the wire value, as \`encode\` makes it.`,
    );
  }
}

function checkError(error: unknown): void {
  const status = isRecord(error) ? error['status'] : undefined;
  if (!isRecord(error) || !Number.isInteger(status) || (status as number) < 400 || (status as number) > 599)
    throw new TypeError('The member "error" of a reply must be an object with a "status" from 400 to 599.');
  const stray = Object.keys(error).find((name) => !ERROR.includes(name));
  if (stray !== undefined)
    throw new TypeError(`An error has no member ${JSON.stringify(stray)}; it may have ${ERROR.join(', ')}.`);
}

function checkList(name: string, list: unknown, fits: (item: unknown) => boolean, like: string): void {
  if (list === undefined) return;
  if (!Array.isArray(list) || !list.every(fits))
    throw new TypeError(`The member "${name}" of a reply must be a list of ${like}.`);
}
