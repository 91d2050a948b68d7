import type { Frame } from '../answer/events.js';
import type { Misbehaviour } from '../misbehaviour.js';
import type { RecordedRequest } from '../options.js';
import type { State } from '../state.js';
import type { Outgoing } from './send.js';

/** One request, with what a handler needs to answer it. */
export interface Exchange {
  readonly state: State;
  readonly request: RecordedRequest;
  /** What the header asked to go wrong. */
  readonly asked: Misbehaviour;
  readonly query: URLSearchParams;
  /** What the placeholders of the route's path stand for. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a handler answers; faults of the wire come with it. */
export interface Reaction extends Outgoing {
  readonly faults: Misbehaviour;
}

export function json(value: unknown, faults: Misbehaviour): Reaction {
  return jsonText(JSON.stringify(value), faults);
}

export function jsonText(text: string, faults: Misbehaviour, status = 200): Reaction {
  return { status, headers: { 'content-type': 'application/json' }, frames: [{ text, progress: 1 }], faults };
}

/** A body in lines, each a JSON text. */
export function lines(values: readonly unknown[], faults: Misbehaviour): Reaction {
  const frames: Frame[] = values.map((value, index) => ({
    text: `${JSON.stringify(value)}\n`,
    progress: (index + 1) / values.length,
  }));
  return { status: 200, headers: { 'content-type': 'application/x-jsonl' }, frames, faults };
}
