import { isRecord, setOwn } from '../ir/json.js';

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

type Form = 'flag' | 'count' | 'status' | 'percentage' | 'text' | readonly string[];

const CATEGORIES: readonly RefusalCategory[] = ['cyber', 'bio', 'frontier_llm', 'reasoning_extraction', 'general_harms'];

/** What each member takes; any of its forms. */
const FORMS: { readonly [Name in keyof Required<Misbehaviour>]: readonly Form[] } = {
  refuse: ['flag', CATEGORIES],
  explanation: ['text'],
  truncate: ['count'],
  reason: [['max_tokens', 'model_context_window_exceeded']],
  capitals: ['flag'],
  prose: ['flag', 'text'],
  empty: ['flag', ['content', 'text']],
  pause: ['count'],
  blocks: ['count'],
  duplicate: ['flag'],
  numbers: ['flag'],
  invalid: ['flag'],
  fail: ['status'],
  retryAfterMs: ['count'],
  chunk: ['count'],
  write: ['count'],
  split: ['flag'],
  delay: ['count'],
  stall: ['flag', 'count', ['headers']],
  drop: ['flag', 'count', ['headers']],
  error: ['flag', 'count'],
  errorType: ['text'],
  times: ['count'],
  errored: ['percentage'],
  expired: ['percentage'],
  canceled: ['percentage'],
};

const plainly = (name: string): string => name.replaceAll('-', '').toLowerCase();
const NAMES = new Map(Object.keys(FORMS).map((name) => [plainly(name), name as keyof Misbehaviour]));

/** Reads the header. Throws `TypeError` with a sentence for what it does not know. */
export function misbehaviourFrom(header: string): Misbehaviour {
  const text = header.trim();
  if (text.startsWith('{')) return checkMisbehaviour(parsed(text));
  const asked: Record<string, unknown> = {};
  for (const part of text.split(';').map((each) => each.trim())) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const written = at < 0 ? part : part.slice(0, at).trim();
    setOwn(asked, NAMES.get(plainly(written)) ?? written, at < 0 ? true : scalar(part.slice(at + 1).trim()));
  }
  return checkMisbehaviour(asked);
}

/** Throws `TypeError` with a sentence for what is no misbehaviour. */
export function checkMisbehaviour(asked: unknown): Misbehaviour {
  if (!isRecord(asked)) throw new TypeError('A misbehaviour is an object such as { truncate: 120 }.');
  for (const [name, value] of Object.entries(asked)) {
    const forms = Object.hasOwn(FORMS, name) ? FORMS[name as keyof Misbehaviour] : undefined;
    if (!forms)
      throw new TypeError(`There is no misbehaviour ${JSON.stringify(name)}; there are ${Object.keys(FORMS).join(', ')}.`);
    if (value !== undefined && !forms.some((form) => takes(form, value)))
      throw new TypeError(
        `The misbehaviour ${JSON.stringify(name)} takes ${forms.map(words).join(' or ')}, not ${JSON.stringify(value)}.`,
      );
  }
  return asked;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError(`This is no JSON object: ${text.slice(0, 80)}`);
  }
}

function scalar(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}

function takes(form: Form, value: unknown): boolean {
  switch (form) {
    case 'flag':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'count':
      return isWhole(value) && value <= Number.MAX_SAFE_INTEGER;
    case 'percentage':
      return typeof value === 'number' && value >= 0 && value <= 100;
    case 'status':
      return isWhole(value) && value >= 400 && value <= 599;
    default:
      return form.includes(value as string);
  }
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function words(form: Form): string {
  switch (form) {
    case 'flag':
      return 'true or false';
    case 'text':
      return 'text';
    case 'count':
      return 'a whole number';
    case 'percentage':
      return 'a percentage';
    case 'status':
      return 'an HTTP status from 400 to 599';
    default:
      return form.map((each) => JSON.stringify(each)).join(', ');
  }
}
