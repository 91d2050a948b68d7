import { isRecord } from '../../ir/json.js';
import { refused } from '../api-error.js';

export type Fields = Readonly<Record<string, unknown>>;

/** Members that a request may have: the parameters of the SDK's `messages.create`, beta or not, and sampling of older models. */
const KNOWN = new Set([
  'model',
  'max_tokens',
  'messages',
  'billing_policy',
  'cache_control',
  'compaction',
  'container',
  'context_management',
  'diagnostics',
  'fallback_credit_token',
  'fallbacks',
  'inference_geo',
  'mcp_servers',
  'metadata',
  'output_config',
  'output_format',
  'service_tier',
  'speed',
  'stop_sequences',
  'stream',
  'system',
  'temperature',
  'thinking',
  'thread',
  'tool_choice',
  'tools',
  'top_k',
  'top_p',
]);

/** Members and their types. Throws `ApiError`. `counting`: a request to count tokens, which needs no `max_tokens`. */
export function checkFields(body: Fields, counting: boolean): void {
  const extra = Object.keys(body).find((name) => !KNOWN.has(name));
  if (extra !== undefined) throw refused(`${extra}: Extra inputs are not permitted`);
  if (body['model'] === undefined) throw refused('model: Field required');
  if (typeof body['model'] !== 'string') throw refused('model: Input should be a valid string');
  checkMaxTokens(body, counting);
  if (body['messages'] === undefined) throw refused('messages: Field required');
  if (!Array.isArray(body['messages'])) throw refused('messages: Input should be a valid list');
  if (body['stream'] !== undefined && typeof body['stream'] !== 'boolean')
    throw refused('stream: Input should be a valid boolean');
  const { system, stop_sequences } = body;
  if (system !== undefined && typeof system !== 'string' && !(Array.isArray(system) && system.every(isTextBlock)))
    throw refused('system: Input should be a valid string or a list of text blocks');
  if (
    stop_sequences !== undefined &&
    !(Array.isArray(stop_sequences) && stop_sequences.every((each) => typeof each === 'string' && each.trim() !== ''))
  )
    throw refused('stop_sequences: each stop sequence must contain non-whitespace');
  const { container } = body;
  if (container != null && typeof container !== 'string' && !isRecord(container))
    throw refused('container: Input should be a valid string or object');
}

function checkMaxTokens({ max_tokens }: Fields, counting: boolean): void {
  if (max_tokens === undefined) {
    if (counting) return;
    throw refused('max_tokens: Field required');
  }
  if (!Number.isInteger(max_tokens)) throw refused('max_tokens: Input should be a valid integer');
  if ((max_tokens as number) < 0) throw refused('max_tokens: Input should be greater than or equal to 0');
}

function isTextBlock(block: unknown): boolean {
  return isRecord(block) && block['type'] === 'text' && typeof block['text'] === 'string';
}
