import type { Piece } from './piece.js';
import type { Usage } from './usage.js';

/** A whole answer, before it goes out as one JSON text or as a stream of events. */
export interface Answer {
  readonly id: string;
  readonly model: string;
  readonly pieces: readonly Piece[];
  readonly stopReason: string;
  readonly stopSequence: string | null;
  readonly stopDetails: object | null;
  readonly container: object | null;
  readonly usage: Usage;
}
