import type { Answer } from './answer.js';
import { blockText } from './piece.js';

/** The JSON text of a whole message. */
export function messageText(answer: Answer): string {
  const content = answer.pieces.map(blockText).join(',');
  const head = JSON.stringify({ id: answer.id, type: 'message', role: 'assistant', model: answer.model });
  const tail = JSON.stringify({ ...ending(answer), container: answer.container, diagnostics: null, usage: answer.usage });
  return `${head.slice(0, -1)},"content":[${content}],${tail.slice(1)}`;
}

export function ending({ stopReason, stopSequence, stopDetails }: Answer) {
  return { stop_reason: stopReason, stop_sequence: stopSequence, stop_details: stopDetails };
}
