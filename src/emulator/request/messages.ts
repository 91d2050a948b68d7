import { isRecord } from '../../ir/json.js';
import { refused } from '../api-error.js';
import type { Fields } from './fields.js';

export interface Block extends Fields {
  readonly type: string;
}

export interface Turn {
  readonly role: 'user' | 'assistant' | 'system';
  readonly content: readonly Block[];
  /** Where the turn starts in the request's `messages`. */
  readonly index: number;
}

const USER = new Set(['text', 'image', 'document', 'search_result', 'tool_result', 'container_upload']);
const RESULT = new Set(['text', 'image', 'search_result', 'document', 'tool_reference', 'browser_state']);
const ASSISTANT_ONLY = new Set(['thinking', 'redacted_thinking', 'tool_use', 'server_tool_use', 'mcp_tool_use', 'fallback']);
const SYSTEM = new Set(['text', 'tool_addition', 'tool_removal']);

/** The conversation with neighbouring messages of one role joined, as the API reads it. Throws `ApiError` for what is no conversation. */
export function turnsOf(messages: readonly unknown[]): Turn[] {
  if (messages.length === 0) throw refused('messages: at least one message is required');
  const turns: { role: Turn['role']; content: Block[]; index: number }[] = [];
  messages.forEach((message, index) => {
    if (!isRecord(message)) throw refused(`messages.${index}: Input should be a valid dictionary`);
    const extra = Object.keys(message).find((name) => name !== 'role' && name !== 'content');
    if (extra !== undefined) throw refused(`messages.${index}.${extra}: Extra inputs are not permitted`);
    const { role } = message;
    if (role !== 'user' && role !== 'assistant' && role !== 'system')
      throw refused(`messages.${index}.role: Input should be 'user' or 'assistant'`);
    const content = blocksOf(message['content'], role, index);
    if (content.length === 0 && !(role === 'assistant' && index === messages.length - 1))
      throw refused(
        `messages.${index}: all messages must have non-empty content except for the optional final assistant message`,
      );
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...content);
    else turns.push({ role, content: [...content], index });
  });
  if (turns.find(({ role }) => role !== 'system')?.role !== 'user')
    throw refused('messages: first message must use the "user" role');
  return turns;
}

function blocksOf(content: unknown, role: Turn['role'], index: number): Block[] {
  if (typeof content === 'string') return content === '' ? [] : [{ type: 'text', text: content }];
  if (!Array.isArray(content)) throw refused(`messages.${index}.content: Input should be a valid string or list`);
  return content.map((block: unknown, place) => {
    const at = `messages.${index}.content.${place}`;
    if (!isRecord(block) || typeof block['type'] !== 'string') throw refused(`${at}.type: Field required`);
    const { type } = block;
    if (!fits(type, role))
      throw refused(`${at}: '${type.slice(0, 60)}' blocks are not permitted in a message of the role '${role}'`);
    if (type === 'text' && typeof block['text'] !== 'string') throw refused(`${at}.text: Field required`);
    if (type === 'text' && block['text'] === '') throw refused('messages: text content blocks must be non-empty');
    if (type === 'text' && (block['text'] as string).trim() === '')
      throw refused('messages: text content blocks must contain non-whitespace text');
    if (type === 'tool_use' || type === 'server_tool_use') {
      for (const name of ['id', 'name'])
        if (typeof block[name] !== 'string') throw refused(`${at}.${type}.${name}: Field required`);
      if (!isRecord(block['input'])) throw refused(`${at}.${type}.input: Input should be a valid dictionary`);
    }
    if (type.endsWith('tool_result') && typeof block['tool_use_id'] !== 'string')
      throw refused(`${at}.${type}.tool_use_id: Field required`);
    if (type === 'tool_result') checkResult(block['content'], `${at}.tool_result.content`);
    return block as Block;
  });
}

/** What a result may hold: the types are those of the SDK, the wording is assumed. */
function checkResult(content: unknown, at: string): void {
  if (content === undefined || typeof content === 'string') return;
  if (!Array.isArray(content)) throw refused(`${at}: Input should be a valid string or list`);
  content.forEach((block: unknown, place) => {
    const type = isRecord(block) ? block['type'] : undefined;
    if (typeof type !== 'string') throw refused(`${at}.${place}.type: Field required`);
    if (!RESULT.has(type))
      throw refused(
        `${at}.${place}: Input tag '${type.slice(0, 60)}' found using 'type' does not match any of the expected tags: ${[...RESULT].map((tag) => `'${tag}'`).join(', ')}`,
      );
    if (type === 'text' && typeof (block as Fields)['text'] !== 'string') throw refused(`${at}.${place}.text: Field required`);
  });
}

function fits(type: string, role: Turn['role']): boolean {
  if (role === 'system') return SYSTEM.has(type);
  if (role === 'user') return USER.has(type);
  return type === 'text' || type === 'container_upload' || ASSISTANT_ONLY.has(type) || isServerResult(type);
}

/** What a tool of the server answered: `web_search_tool_result` and its like. */
export function isServerResult(type: string): boolean {
  return type !== 'tool_result' && type.endsWith('_tool_result');
}

/** Whether a document or search result of the user's asks for citations, in results of tools too. */
export function isCited(content: readonly unknown[]): boolean {
  const open: unknown[] = [...content];
  for (let block = open.pop(); block !== undefined; block = open.pop()) {
    if (!isRecord(block)) continue;
    if (isRecord(block['citations']) && block['citations']['enabled'] === true) return true;
    if (Array.isArray(block['content'])) open.push(...(block['content'] as unknown[]).filter((each) => each !== undefined));
  }
  return false;
}
