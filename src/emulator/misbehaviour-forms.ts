import { isRecord, setOwn } from '../ir/json.js';
import type { Misbehaviour, RefusalCategory } from './misbehaviour.js';

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
