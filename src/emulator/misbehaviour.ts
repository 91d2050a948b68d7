export type RefusalCategory = 'cyber' | 'bio' | 'frontier_llm' | 'reasoning_extraction' | 'general_harms';

/**
 * What goes wrong with an answer. Everything can be combined, and is plain data: the header `x-bascule-misbehave` takes the same names,
 * as `truncate=120; chunk=1` or as a JSON object.
 */
export interface Misbehaviour {
  /** `stop_reason: 'refusal'`, with this category. The content is empty, or what `truncate` leaves of it. */
  readonly refuse?: boolean | RefusalCategory;
  /** The `explanation` of a refusal. */
  readonly explanation?: string;
  /** Ends the answer after so many bytes (UTF-8) of its text and tool inputs; a character is never cut in two. */
  readonly truncate?: number;
  /** The stop reason of a truncated answer. Default `'max_tokens'`. */
  readonly reason?: 'max_tokens' | 'model_context_window_exceeded';
  /** String values of `enum` and `const` in other capitals, which the API does not rule out (documented). */
  readonly capitals?: boolean;
  /** A block of prose before the answer; the prose itself, or `true` for some. */
  readonly prose?: boolean | string;
  /** `end_turn` with no content, or with one text block that is empty (`'text'`). */
  readonly empty?: boolean | 'content' | 'text';
  /** So many answers with `stop_reason: 'pause_turn'` come first, each to be continued as the API wants it. */
  readonly pause?: number;
  /** Splits text over so many blocks. */
  readonly blocks?: number;
  /** Repeats a key in every JSON object of the answer's outermost level. */
  readonly duplicate?: boolean;
  /** Makes every number one that no double holds. */
  readonly numbers?: boolean;
  /** Streamed tool inputs that are no JSON, as with `eager_input_streaming`; the text where no tool is called. */
  readonly invalid?: boolean;
  /** Answers with this HTTP status instead. */
  readonly fail?: number;
  /** Milliseconds in the headers `retry-after-ms` and, rounded up to seconds, `retry-after` of a failure. */
  readonly retryAfterMs?: number;
  /** Characters of each delta. Default: 4 to 24, as it comes. */
  readonly chunk?: number;
  /** Bytes written to the socket at a time, whatever they cut in two. */
  readonly write?: number;
  /** Writes that cut every character of several bytes in two. */
  readonly split?: boolean;
  /** Milliseconds before each event. */
  readonly delay?: number;
  /** Sends no more after so many bytes of the body, and keeps the socket open; `true`: about half-way; `'headers'`: nothing at all. */
  readonly stall?: boolean | number | 'headers';
  /** Destroys the socket after so many bytes of the body; `true`: about half-way; `'headers'`: before anything was sent. */
  readonly drop?: boolean | number | 'headers';
  /** An `error` event in the stream after so many bytes; `true`: about half-way. Without `stream`: the error itself. */
  readonly error?: boolean | number;
  /** The type of that error. Default `'overloaded_error'`. */
  readonly errorType?: string;
  /** Only the first so many of equal requests meet all this; later ones are answered as if nothing had been said. Default: all. */
  readonly times?: number;
  /** Percentage of a batch's requests that end as `errored`, by seed. */
  readonly errored?: number;
  /** Percentage of a batch's requests that end as `expired`, by seed. */
  readonly expired?: number;
  /** Percentage of a batch's requests that end as `canceled`, by seed. */
  readonly canceled?: number;
}
