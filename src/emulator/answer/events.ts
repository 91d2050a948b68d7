import type { Draw } from '../random.js';
import type { Answer } from './answer.js';
import { ending } from './message.js';
import { hasInput, type Piece } from './piece.js';

/** One event of a stream, or a part of another body, and how much of the answer is out once it is, from 0 to 1. */
export interface Frame {
  readonly text: string | Uint8Array;
  readonly progress: number;
}

/** An event as it stands in a stream. */
export interface Event {
  readonly type: string;
  readonly [member: string]: unknown;
}

export function eventText(event: Event): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** The events of a stream in the API's order (documented: docs build-with-claude/streaming), each made when it is asked for. */
export function* frames(answer: Answer, draw: Draw, chunk: number | undefined): Generator<Frame, void, undefined> {
  const total = Math.max(
    1,
    answer.pieces.reduce((sum, { text = '' }) => sum + text.length, 0),
  );
  let done = 0;
  const frame = (event: Event): Frame => ({ text: eventText(event), progress: done / total });
  yield frame({ type: 'message_start', message: start(answer) });
  let index = 0;
  for (const piece of answer.pieces) {
    yield frame({ type: 'content_block_start', index, content_block: opening(piece) });
    if (index === 0) yield frame({ type: 'ping' });
    if (hasInput(piece)) yield frame(delta(index, { type: 'input_json_delta', partial_json: '' }));
    for (const part of parts(piece.text ?? '', draw, chunk)) {
      done += part.length;
      yield frame(delta(index, grown(piece, part)));
    }
    for (const last of closing(piece)) yield frame(delta(index, last));
    yield frame({ type: 'content_block_stop', index });
    index++;
  }
  done = total;
  const { service_tier: _, speed: __, inference_geo: ___, cache_creation: ____, ...usage } = answer.usage;
  yield frame({ type: 'message_delta', delta: { ...ending(answer), container: answer.container }, usage });
  yield frame({ type: 'message_stop' });
}

function start({ id, model, usage, container }: Answer): object {
  const unended = { stop_reason: null, stop_sequence: null, stop_details: null, container, diagnostics: null };
  const early = { ...usage, output_tokens: 1, output_tokens_details: null, server_tool_use: null };
  return { id, type: 'message', role: 'assistant', model, content: [], ...unended, usage: early };
}

function delta(index: number, change: object): Event {
  return { type: 'content_block_delta', index, delta: change };
}

/** A block as it opens: empty, with a placeholder for what comes in. */
function opening(piece: Piece): object {
  const { block, text } = piece;
  if (text === undefined) return block;
  if (hasInput(piece)) return { ...block, input: {} };
  if (block.type === 'thinking') return { ...block, thinking: '', signature: '' };
  return { ...block, citations: Array.isArray(block['citations']) ? [] : null, text: '' };
}

function grown(piece: Piece, part: string): object {
  if (hasInput(piece)) return { type: 'input_json_delta', partial_json: part };
  return piece.block.type === 'thinking' ? { type: 'thinking_delta', thinking: part } : { type: 'text_delta', text: part };
}

function closing({ block }: Piece): object[] {
  if (block.type === 'thinking') return [{ type: 'signature_delta', signature: block['signature'] }];
  if (block.type !== 'text' || !Array.isArray(block['citations'])) return [];
  return block['citations'].map((citation: unknown) => ({ type: 'citations_delta', citation }));
}

/** Parts of so many characters, by code points. */
function* parts(text: string, draw: Draw, chunk: number | undefined): Generator<string, void, undefined> {
  for (let at = 0; at < text.length; ) {
    const size = Math.max(1, chunk ?? 4 + draw.upTo(20));
    let end = at;
    for (let count = 0; count < size && end < text.length; count++) end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
    yield text.slice(at, end);
    at = end;
  }
}
