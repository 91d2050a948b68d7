import type { ReplyUsage } from '../reply.js';
import type { Fields } from '../request/fields.js';
import type { Piece } from './piece.js';

const BYTES_PER_TOKEN = 4;

/** An estimate: a token for every four bytes, and no less than one. The API counts otherwise. */
export function tokensIn(text: string): number {
  return Math.max(1, Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN));
}

/** The bytes of an answer that fit in so many tokens. */
export function bytesFor(tokens: number): number {
  return tokens * BYTES_PER_TOKEN;
}

export function inputTokens({ system, messages, tools, output_config }: Fields): number {
  return tokensIn(JSON.stringify([system ?? '', messages, tools ?? [], output_config ?? {}]));
}

export interface Usage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_creation_input_tokens: number | null;
  readonly cache_read_input_tokens: number | null;
  readonly cache_creation: object | null;
  readonly inference_geo: string | null;
  readonly output_tokens_details: { readonly thinking_tokens: number } | null;
  readonly server_tool_use: object | null;
  readonly service_tier: string;
  readonly speed: string | null;
}

export function usageOf(body: Fields, pieces: readonly Piece[], own: ReplyUsage, tier: string): Usage {
  const thinking = pieces.filter(({ block }) => block.type === 'thinking').map(({ text = '' }) => text);
  return {
    input_tokens: inputTokens(body),
    output_tokens: tokensIn(pieces.map(({ text = '' }) => text).join('')),
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    cache_creation: null,
    inference_geo: null,
    output_tokens_details: thinking.length > 0 ? { thinking_tokens: tokensIn(thinking.join('')) } : null,
    server_tool_use: serverToolUse(pieces),
    service_tier: tier,
    speed: null,
    ...own,
  };
}

function serverToolUse(pieces: readonly Piece[]): object | null {
  const count = (name: string) => pieces.filter(({ block }) => block.type === 'server_tool_use' && block['name'] === name).length;
  const counts = { web_search_requests: count('web_search'), web_fetch_requests: count('web_fetch') };
  return counts.web_search_requests + counts.web_fetch_requests > 0 ? counts : null;
}
